"""The records are opened on one thread while another one, which looks for copies or a fault, needs a part of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

AT_ONCE = """
import importlib.machinery, sys, threading, time
import console.domain.errors
import console.records
wrong, begun = [], threading.Event()

class Slow:  # a disk that is slow with the first file
    def find_spec(self, name, path=None, target=None):
        if name != "sqlalchemy":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        spec.loader.create_module = self.wait
        return spec

    def wait(self, spec):
        begun.set()
        time.sleep(0.4)

def first():
    try:
        import sqlalchemy
    except BaseException as error:
        wrong.append(error)

def second():
    begun.wait()
    try:
        __import__(sys.argv[1])
    except BaseException as error:
        wrong.append(error)

sys.meta_path.insert(0, Slow())
threads = [threading.Thread(target=work) for work in (second, first)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
sys.exit(repr(wrong) if wrong else 0)
"""


@pytest.mark.parametrize("part", ["console.records.faults", "console.records.sharedfaults"])
def test_two_threads_that_need_the_records_first_both_get_them(part: str) -> None:
    done = subprocess.run([sys.executable, "-c", AT_ONCE, part], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
