"""What must be seen to end: painters and threads, read from the source text."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROGRAM = sorted(ROOT.glob("playground/**/*.py"))
TESTS = sorted(ROOT.glob("tests/**/*.py"))
OWN_THREADS = "threads.py"
"""The one file that knows how a thread is begun and ended."""


def called(node, name):
    """Say whether this is a call of a class or method, written with or without what it belongs to."""
    return isinstance(node, ast.Call) and name == getattr(node.func, "id", getattr(node.func, "attr", ""))


def open_painters(text):
    """List the lines where a painter is made that no ``with`` ends."""
    makers = [maker for maker in ("QPainter", "QStylePainter") if f"{maker}(" in text]
    tree = ast.parse(text if makers else "")
    ended = {
        item.context_expr
        for node in ast.walk(tree)
        if isinstance(node, ast.With | ast.AsyncWith)
        for item in node.items
    }
    return [node.lineno for node in ast.walk(tree) for maker in makers if called(node, maker) and node not in ended]


def own_threads(text):
    """List the lines where a thread is made, derived from, or given an object."""
    tree = ast.parse(text if "Thread" in text or "QRunnable" in text else "")
    calls = [
        node.lineno
        for node in ast.walk(tree)
        for name in ("QThread", "QThreadPool", "moveToThread", "start_new_thread")
        if called(node, name)
    ]
    bases = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if getattr(base, "id", getattr(base, "attr", "")) in ("QThread", "QRunnable", "Thread")
    ]
    return calls + bases


def found(look, paths):
    """List the places that `look` finds, by file and line."""
    texts = ((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths)
    return [f"{name}:{line}" for name, text in texts for line in look(text)]


def test_every_painter_is_ended_by_a_with():
    """A painter that outlives its paint routine, in a stored traceback, may end in another thread: a crash."""
    assert found(open_painters, [*PROGRAM, *TESTS]) == []


def test_threads_are_begun_and_ended_in_one_place():
    """Elsewhere a worker would be destroyed in its own thread sooner or later, and stop the window for ever."""
    assert found(own_threads, [path for path in PROGRAM if path.name != OWN_THREADS]) == []


@pytest.mark.parametrize(
    "text",
    [
        "painter = QPainter(self)",
        "QtGui.QPainter(image).drawLine(0, 0, 9, 9)",
        "with area as painter:\n    QPainter(self)",
        "with taken(QPainter(image)) as painter:\n    pass",
        "with picture, QPainter(image).device() as painter:\n    pass",
        "QStylePainter(self).drawPrimitive(frame, option)",
    ],
)
def test_an_open_painter_is_seen(text):
    assert len(open_painters(text)) == 1


def test_ended_painters_are_no_fault():
    text = "with QPainter(a) as one, QtGui.QPainter(b) as other:\n    one.setPen(QPainter.RenderHint.Antialiasing)"
    assert open_painters(text) == []


@pytest.mark.parametrize(
    "text",
    ["thread = QThread()", "worker.moveToThread(other)", "class Loader(QtCore.QThread):\n    pass", "QThreadPool()"],
)
def test_a_thread_of_ones_own_is_seen(text):
    assert own_threads(text) == [1]
