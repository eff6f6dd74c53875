"""What a test of a connection answers when it is refused."""

from __future__ import annotations

import pytest

from console.domain.sharing import Address
from console.records import tested
from console.records.sharedfaults import SharedTrouble


def refused(address: Address) -> SharedTrouble:
    """The refusal; the password is in none of its words."""
    with pytest.raises(SharedTrouble) as caught:
        tested.test_connection(address)
    assert address.password not in str(caught.value.facts) + caught.value.detail
    return caught.value
