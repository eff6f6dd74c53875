from __future__ import annotations
import time, threading, logging
from pathlib import Path
import pytest
from console.domain.commands.people import *
from console.domain.sharing import Link
from tests.app.seats import Seat
from tests.app.guarded import Guarded
from tests.app.staffed import at
from console.domain.people import Role
from tests.journeys.tampering import in_sqlite
from tests.records.plants import Site, assert_one_truth, explained, shared_state

def test_guard_meta_damaged(tmp_path, expected_log):
    plant = Guarded(tmp_path)
    plant.add("anna", at(Role.SUPERVISOR), number="2")
    plant.guard.soon = 0.0
    plant.sql("DROP TABLE meta")
    expected_log(".*", maybe=True)
    plant.guard.verify()
    t0=time.monotonic()
    while time.monotonic()-t0<3: plant.mailbox.run_errands(); time.sleep(.01)
    print("guard alive", plant.guard._thread.is_alive(), plant.guard.state.here.trouble, plant.guard.state.here.running)
    plant.close()

def test_wired(tmp_path):
    from console.app.furnishing import furnish
    from console.app.console import Console
    from console.app.settings import load_settings
    from console.app.sharedlook import SharedLook
    c = Console(tmp_path)
    furnish(c, load_settings(tmp_path, None, {}, {}))
    print("guard.shared", c.guard.shared)
    c.close()

def test_same_id_two_consoles(tmp_path, postgresql, expected_log):
    import shutil
    expected_log(".*", maybe=True)
    address = postgresql.fresh()
    a = Site(tmp_path/'x' if (tmp_path/'x').mkdir() is None else 0, "a")
    a.join(address)
    for n in range(5): a.do(AddPerson(f"p{n}", "A"))
    a.share()
    for n in range(5): a.do(AddPerson(f"q{n}", "A"))
    a.local.close()
    (tmp_path/'y').mkdir()
    shutil.copy(a.path, tmp_path/'y'/'a.db')
    a.restart()
    b = Site(tmp_path/'y', "a")
    b.join(address)
    a.do(ChangePerson("p1", "by a")); b.do(ChangePerson("p1", "by b"))
    a.share(); m=b.share(); a.share()
    print("refused told", m.refused)
    assert_one_truth(address, a, b)
    a.close(); b.close()

def test_meta_column(tmp_path):
    from console.records.local import LocalRecords
    from tests.records.plants import carry_out
    (tmp_path/'a?b').mkdir()
    l = LocalRecords(tmp_path/'a?b'/'records.db', carry_out)
    print([p for p in tmp_path.rglob('*')])
    l.close()

def test_older_shares_newer_lines(tmp_path, postgresql, expected_log):
    """a holds lines of unknown command/kind; joins another database."""
    from console.records.trail import append
    from console.domain.trail import Change, TrailLine
    from datetime import datetime, UTC
    from console.domain.ids import new_id
    from tests.records.plants import shared_engine
    expected_log(".*", maybe=True)
    one, two = postgresql.fresh(), postgresql.fresh()
    e = shared_engine(one)
    at_ = datetime(2026,11,21,tzinfo=UTC)
    ch = (Change("andon","a-1",1,"",None,{"id":"a-1"}),)
    line = TrailLine(0,new_id(),at_,at_,"p","newer","RaiseAndonX",{"andon":"a-1"},ch)
    with e.begin() as db: append(db,[line])
    a = Site(tmp_path,"a"); a.join(one); a.share()
    a.do(AddPerson("p","P")); a.share()
    a.join(two)
    try:
        a.share()
        print([ (l.command,l.verdict) for l in shared_state(two)[1]])
    except Exception as err:
        print("FAILED", type(err), err)
    a.close(); e.dispose()

def test_clock_back(tmp_path, postgresql, monkeypatch):
    import console.domain.ids as ids
    address = postgresql.fresh()
    a = Site(tmp_path,"a"); b=Site(tmp_path,"b")
    a.join(address); b.join(address)
    a.do(AddPerson("p","P")); 
    real=time.time_ns
    monkeypatch.setattr(ids.time,"time_ns",lambda: real()-10**9*86400*365)
    ids._last=0
    a.do(ChangePerson("p","P2")); a.restart(); a.do(ChangePerson("p","P3"))
    a.share(); b.share()
    assert_one_truth(address,a,b)
    a.close(); b.close()

def test_unreadable_shared_line(tmp_path, postgresql, expected_log):
    expected_log(".*", maybe=True)
    address = postgresql.fresh()
    a = Site(tmp_path,"a"); a.join(address)
    for n in range(3): a.do(AddPerson(f"p{n}","P"))
    a.share()
    postgresql.sql("UPDATE trail SET changes = 'rubbish' WHERE seq = 2", address.database)
    b=Site(tmp_path,"b"); b.join(address)
    for s in (a,b):
        try: s.share(); print(s.name, len(s.rows()))
        except Exception as err: print("FAILED", s.name, type(err), str(err)[:100])
    postgresql.sql("UPDATE trail SET changes = 'rubbish' WHERE seq = 3", address.database)
    try: a.share(); print("a ok", len(a.rows()))
    except Exception as err: print("FAILED a", type(err), str(err)[:100])
    a.close(); b.close()

def test_forged_waiting(tmp_path, postgresql, expected_log):
    expected_log(".*", maybe=True)
    address = postgresql.fresh()
    a = Site(tmp_path,"a"); a.join(address)
    a.do(AddPerson("p0","P")); a.do(AddPerson("p1","Anna"), who="boss")
    in_sqlite(a.path)("UPDATE trail SET payload = replace(payload,'Anna','Mallory') WHERE seq=2")
    a.share()
    print(postgresql.sql("select id,name from person", address.database), postgresql.sql("select who, payload,verdict from trail", address.database))
    a.close()
