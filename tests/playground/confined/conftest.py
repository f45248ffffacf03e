"""Children at work; a person's folder, a listener and a bystander, for hostile code to try itself at."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import NamedTuple

import pytest

from playground.confined.child import Child
from playground.confined.limits import TRAINING
from tests.patience import PROCESS_S

SECRET = "the-secret-of-the-person"


class Surroundings(NamedTuple):
    """What must be afterwards as it was."""

    folder: object
    listener: socket.socket
    bystander: subprocess.Popen

    @property
    def places(self):
        return {
            "folder": str(self.folder),
            "secret": str(self.folder / "secret.txt"),
            "port": self.listener.getsockname()[1],
            "bystander": self.bystander.pid,
        }

    def changes(self):
        """List what is not as it was."""
        secret = self.folder / "secret.txt"
        found = [] if [p.name for p in self.folder.iterdir()] == ["secret.txt"] else ["files came or went"]
        if not secret.exists() or secret.read_text() != SECRET or secret.stat().st_mode & 0o777 != 0o644:
            found.append("the secret was touched")
        if secret.exists() and secret.stat().st_mtime < 1000:
            found.append("the secret's time was changed")
        if self.bystander.poll() is not None:
            found.append("the bystander was ended")
        try:
            self.listener.accept()[0].close()
            found.append("somebody connected")
        except BlockingIOError:
            pass
        return found


@pytest.fixture
def begun():
    """Give a function that begins a training task, asks it the first thing, and returns the child and its reports."""
    children = []

    def begin(task, asked, arrays, **expects):
        child = Child(task, TRAINING)
        children.append(child)
        child.start()
        child.ask(asked, arrays, **expects)
        return child, child.reports()

    yield begin
    for child in children:
        child.kill()
        assert child.wait(PROCESS_S) is not None


@pytest.fixture
def surroundings(tmp_path):
    folder = tmp_path / "person"
    folder.mkdir()
    (folder / "secret.txt").write_text(SECRET)
    (folder / "secret.txt").chmod(0o644)
    line = [sys.executable, "-I", "-S", "-c", "import time; time.sleep(1000)"]
    with socket.create_server(("127.0.0.1", 0)) as listener, subprocess.Popen(line) as bystander:
        listener.setblocking(False)
        yield Surroundings(folder, listener, bystander)
        bystander.kill()
