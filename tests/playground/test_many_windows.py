"""Windows opened and closed at random moments, in a process that neither crashes, hangs nor keeps any of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PROCESS_S

SCRIPT = Path(__file__).parents[1] / "long" / "many_windows.py"
WINDOWS = 20


@pytest.mark.timeout(400)
def test_windows_closed_at_random_moments_leave_nothing_behind():
    done = subprocess.run(
        [sys.executable, SCRIPT, str(WINDOWS)], capture_output=True, text=True, timeout=PROCESS_S, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{WINDOWS} windows, left: 0 windows and sessions, 0 threads of ours, 0 widgets, ")
