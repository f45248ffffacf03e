"""Runs commands in this process, in an empty folder."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from playground.commands.dispatch import run


class Done(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def command(tmp_path, monkeypatch, capsys):
    """Give a function that runs a command line, or its words, and tells its exit code and what it wrote."""
    monkeypatch.chdir(tmp_path)

    def call(line):
        try:
            code = run(line.split() if isinstance(line, str) else line)
        except SystemExit as ended:  # argparse
            code = ended.code
        return Done(code, *capsys.readouterr())

    return call
