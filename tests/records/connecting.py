"""What a test of a connection answers when it is refused."""

from __future__ import annotations

import pytest

from console.domain.sharing import Address
from console.records.sharedfaults import SharedTrouble
from console.records.tested import test_connection


def refused(address: Address) -> SharedTrouble:
    """The refusal; the password is in none of its words."""
    with pytest.raises(SharedTrouble) as caught:
        test_connection(address)
    assert address.password not in str(caught.value.facts) + caught.value.detail
    return caught.value
