"""What is raised can be said in every language, and the window says it so: read from the source text."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# What these say is for a terminal, a programmer or a program that somebody carries away.
ELSEWHERE = (
    "nn/recipes",
    "nn/exports/pieces",
    "playground/commands",
    "playground/safety/guard.py",
    "playground/startup/tour.py",
)
OF_STRANGERS = {"ValueError", "TypeError", "KeyError", "IndexError", "OSError", "Exception", "BadFile", "Unfit"}
"""Exceptions that may bring an English text along; those of `playground` itself are translated when they are raised."""
# Who says an error in the language of the window, hands it on, or only looks at it.
SAYING = {
    "said", "_said", "reason_of", "Message", "message_of", "isinstance", "type", "excepthook",
    "_tell", "_report_failure", "_on_refused", "_placed", "_why_not_saved", "refuse",
    "OSError", "not_started", "failure_of", "Garbled", "trouble_of",
}  # fmt: skip


def sources(*folders):
    files = sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return [file for file in files if not file.relative_to(ROOT).as_posix().startswith(ELSEWHERE)]


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def is_text(node):
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value
    )


def plain_texts(tree):
    """Give the lines that raise a plain text; an OSError has its number beside it, by which it is translated."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            first = node.exc.args[0] if node.exc.args else None
            has_number = isinstance(first, ast.Attribute) and getattr(first.value, "id", "") == "errno"
            if any(map(is_text, node.exc.args)) and not has_number:
                yield node.lineno


def untold(tree):
    """Give the lines that show what they caught, or the system's own words, without a word of `said`."""
    told = {id(node) for call in ast.walk(tree) if _says(call) for node in ast.walk(call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "strerror" and id(node) not in told:
            yield node.lineno
    for handler in ast.walk(tree):
        if not isinstance(handler, ast.ExceptHandler) or handler.name is None or handler.type is None:
            continue
        caught = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
        if caught & OF_STRANGERS:
            yield from (node.lineno for part in handler.body for node in _shown(part, handler.name))


def _says(node):
    return isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in SAYING


def _shown(node, error):
    if isinstance(node, ast.Raise):
        yield from () if node.exc is None else _shown(node.exc, error)
    elif isinstance(node, ast.Return) and isinstance(node.value, ast.Name):
        return  # handed on as an answer
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
        return  # kept, to be said later
    elif _says(node):
        return
    elif isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == error:
        yield from [node] if node.attr == "args" else []
    elif isinstance(node, ast.Name) and node.id == error:
        yield node
    else:
        for child in ast.iter_child_nodes(node):
            yield from _shown(child, error)


@pytest.mark.parametrize("path", sources("nn", "playground/session", "playground/lessons"), ids=name_of)
def test_what_is_raised_is_a_message(path):
    assert list(plain_texts(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", sources("playground"), ids=name_of)
def test_what_was_caught_is_said(path):
    assert list(untold(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_the_rules_see_what_is_wrong():
    assert list(untold(ast.parse("text.format(reason=error.strerror or error)"))) == [1]
    assert list(plain_texts(ast.parse('raise ValueError(f"got {x}")\nraise ValueError("no such thing")'))) == [1, 2]
    caught = "try:\n    act()\nexcept ValueError as error:\n    status.emit({})"
    assert [list(untold(ast.parse(caught.format(it)))) for it in ("str(error)", "f'{error}'", "said(error)")] == [
        [4],
        [4],
        [],
    ]
