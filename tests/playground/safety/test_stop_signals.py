"""A request to end that comes while the window is being built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PROCESS_S

ASKED_EARLY = """
import os, signal, sys
def send(event, arguments):
    if event == "import" and arguments[0] == "playground.window.main_window" and not sent:
        sent.append(True)
        os.kill(os.getpid(), signal.{name})
sent = []
from playground.app import main
sys.addaudithook(send)
code = main(["nn-playground"])
assert sent
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no signal for a process itself")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_request_in_the_first_moments_ends_the_window(tmp_path, name):
    places = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "QT_QPA_PLATFORM": "offscreen"} | places
    done = subprocess.run(
        [sys.executable, "-c", ASKED_EARLY.format(name=name)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
