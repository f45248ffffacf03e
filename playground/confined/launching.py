"""A fresh interpreter that has the confined half of this package, and nothing of the person's around it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

_BOOTSTRAP = """\
import json, sys
order = json.loads(sys.argv[1])
sys.path += order["folders"]
from playground.confined.inside.main import main
main(order)
"""
_LOOK_AGAIN_S = 0.002
_ROOT = Path(__file__).parents[2]
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Exit(NamedTuple):
    """How a process ended: its exit code (negative: a signal), and the processor time it took, 0 if that is unknown."""

    code: int
    cpu_seconds: float


class Launched:
    """A process of its own session, in an empty folder.

    Parameters
    ----------
    order : dict
        What its `main` is given.
    """

    def __init__(self, order: dict[str, Any]) -> None:
        self._lock = threading.Lock()
        self._folder = tempfile.mkdtemp(prefix="nn-playground-own-code-")
        folders = dict.fromkeys((str(_ROOT), str(Path(np.__file__).parents[1])))  # `-S`: no site-packages of their own
        line = [_interpreter(), "-I", "-S", "-c", _BOOTSTRAP, json.dumps({**order, "folders": list(folders)})]
        try:
            self._process = subprocess.Popen(
                line,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._folder,
                env=_environment(),
                bufsize=0,
                start_new_session=True,
            )
        except OSError:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    def read(self, most: int) -> bytes:
        """Wait for what it sends; nothing when it has closed its side."""
        assert self._process.stdout is not None
        return self._process.stdout.read(most) or b""

    def write(self, content: bytes) -> None:
        """Send it something; it may wait until it is taken.

        Raises
        ------
        OSError
            If the process is no more.
        """
        assert self._process.stdin is not None
        rest = memoryview(content)
        while rest:
            rest = rest[self._process.stdin.write(rest) or 0 :]

    def kill(self) -> None:
        """Kill it and all of its session; who reads from it sees its end."""
        with self._lock:
            self._kill()

    def end(self, patience: float = 0.0) -> Exit:
        """Kill it and all of its session, and clear away its folder.

        Parameters
        ----------
        patience : float
            Seconds it gets to end by itself.
        """
        end = time.monotonic() + patience
        while time.monotonic() < end and not self._has_ended():
            time.sleep(_LOOK_AGAIN_S)
        with self._lock:  # once waited for, its number may become another's
            self._kill()
            exit_ = self._waited_for()
        shutil.rmtree(self._folder, ignore_errors=True)
        return exit_

    def close_reading(self) -> None:
        """Let go of the pipe from it."""
        assert self._process.stdout is not None
        self._process.stdout.close()

    def close_writing(self) -> None:
        """Let go of the pipe to it."""
        assert self._process.stdin is not None
        self._process.stdin.close()

    def _has_ended(self) -> bool:
        """Look without waiting for it: until then its number, which is that of its session, is nobody else's."""
        if not hasattr(os, "waitid"):
            return self._process.poll() is not None
        return os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is not None

    def _kill(self) -> None:
        if self._process.returncode is not None:
            return
        if os.name == "nt":
            self._process.kill()
        else:
            with suppress(ProcessLookupError, PermissionError):  # of one that has ended, macOS says the latter
                os.killpg(self._process.pid, signal.SIGKILL)

    def _waited_for(self) -> Exit:
        if self._process.returncode is not None or not hasattr(os, "wait4"):
            return Exit(self._process.wait(), 0.0)
        _, status, usage = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        return Exit(self._process.returncode, usage.ru_utime + usage.ru_stime)


def _environment() -> dict[str, str]:
    """Return nothing of the person's: one thread for linear algebra, and texts in UTF-8."""
    environment = {"LANG": "C.UTF-8", **dict.fromkeys(_THREADS, "1")}
    if os.name == "nt":  # Python cannot start without
        environment["SYSTEMROOT"] = os.environ.get("SYSTEMROOT", "")
    return environment


def _interpreter() -> str:
    """Return the program itself: on Windows that of a virtual environment only starts another one."""
    return getattr(sys, "_base_executable", sys.executable) if os.name == "nt" else sys.executable
