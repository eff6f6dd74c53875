"""What only Windows has is tried on Windows, or on what stands in for it: `make windows-test`."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    collect_ignore_glob = ["test_*.py"]
