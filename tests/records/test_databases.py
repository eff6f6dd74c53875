"""The databases that tests are given: empty, reachable with a password, and able to fail."""

from __future__ import annotations

import pytest


def test_each_database_is_fresh_and_asks_for_a_password(shared_server):
    one, other = shared_server.fresh(), shared_server.fresh()

    assert one.database != other.database
    assert one.password not in str(one)
    shared_server.sql("CREATE TABLE t (a INT)", one.database)
    with pytest.raises(Exception, match=r"(?i)exist"):
        shared_server.sql("SELECT * FROM t", other.database)


def test_what_was_written_is_there_after_a_stop_and_a_kill(shared_server):
    address = shared_server.fresh()
    shared_server.sql("CREATE TABLE t (a INT)", address.database)

    for end in (shared_server.stop, shared_server.kill):
        end()
        assert not shared_server._answers()
        shared_server.start()

        assert shared_server.sql("SELECT * FROM t", address.database) == []
