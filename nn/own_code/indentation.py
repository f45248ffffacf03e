"""Programs that lost their indentation on the way here: which lines are no Python, and how it may have been.

What is proposed is shown, never applied by itself: where a block ends cannot be known, only guessed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice, pairwise

from nn.messages import Message
from nn.own_code.logical_lines import LogicalLine, logical_lines
from nn.own_code.open_blocks import OpenBlocks, first_word, is_head, parsed, syntax_error

_STEP = "    "
_MOST_EMPTY = 20
_MOST_LINES, _LOOKED_AHEAD = 5_000, 200
_EMPTY_BLOCK = re.compile(r"expected an indented block after .* on line (\d+)")
_SPACES = {0xA0: " ", 0x3000: " ", 0x200B: None, 0xFEFF: None}  # as pages have them
_BEFORE = {"elif": "if 1: pass\n", "else": "if 1: pass\n", "except": "try: pass\n", "finally": "try: pass\n"}


@dataclass(frozen=True)
class Unreadable:
    """A line that is no Python, whatever stands around it."""

    line: int
    message: Message


@dataclass(frozen=True)
class Proposal:
    """A text indented again.

    Attributes
    ----------
    text : str
        It is Python.
    commented : tuple of int
        Lines that are no Python and were made comments.
    """

    text: str
    commented: tuple[int, ...]


@dataclass(frozen=True)
class Reading:
    """What is to be said of a text that is no Python.

    Attributes
    ----------
    unreadable : tuple of int
        The lines that are none even by themselves.
    proposal : Proposal or None
        How it may have been.
    """

    unreadable: tuple[int, ...]
    proposal: Proposal | None


def reading_of(text: str) -> Reading | None:
    """Return what can be made of a text that is no Python, None of one that is."""
    if syntax_error(text) is None:
        return None
    return Reading(tuple(each.line for each in unreadable_lines(text)), mended(text))


def difference(before: str, after: str) -> Iterator[str]:
    """Yield what a text loses and gains: each line with `-` or `+` and its indentation, as it is."""
    old, new = before.split("\n"), after.split("\n")
    for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and last - first == end - begin:  # line by line: the same words stand elsewhere
            for one, other in zip(old[first:last], new[begin:end], strict=True):
                yield from (f"- {one}", f"+ {other}")
        elif tag != "equal":
            yield from (f"- {line}" for line in old[first:last])
            yield from (f"+ {line}" for line in new[begin:end])


def unreadable_lines(text: str) -> tuple[Unreadable, ...]:
    """Return the lines that are no Python even by themselves: prose, output, what was cut off."""
    return tuple(
        Unreadable(line.number, Message("Line {line} is not Python by itself", line=line.number))
        for line in logical_lines(text)
        if line.text and not _is_python(line.text)
    )


def mended(text: str) -> Proposal | None:
    """Return a text as Python: without its prose where that suffices, else indented again; None where neither helps."""
    text = text.translate(_SPACES)
    found = without_prose(text)
    if found is None or (found.text.count("\n") > text.count("\n") and _is_flat(text)):
        found = reindented(text)  # a `pass` had to be put in, for what should stand there stands at the left
    tree = parsed(found.text) if found is not None else None
    return found if tree is not None and tree.body else None


def _is_flat(text: str) -> bool:
    """Whether most of what follows the head of a block stands no further to the right."""
    lines = [line for line in logical_lines(text) if line.text]  # prose is indented by nobody
    follows = [(head, after) for head, after in pairwise(lines) if is_head(head.text) and _is_python(after.text)]
    deeper = sum(_column(after) > _column(head) for head, after in follows)
    return 2 * deeper < len(follows)


def _column(line: LogicalLine) -> int:
    return len(line.lines[0]) - len(line.lines[0].lstrip())


def without_prose(text: str) -> Proposal | None:
    """Return a text whose lines that are no Python are comments; None where that does not make it Python."""
    written: list[str] = []
    commented: list[int] = []
    for line in logical_lines(text):
        if not line.text or _is_python(line.text):
            written.extend(line.lines)
            continue
        commented.extend(range(line.number, line.number + len(line.lines)))
        written.extend(f"{part[: len(part) - len(part.lstrip())]}# {part.strip()}" for part in line.lines)
    return _proposal(written, commented)


def reindented(text: str) -> Proposal | None:
    """Return a text with the indentation that it may have had; None where none is found that makes it Python.

    A class stands at the left, its methods one step to the right, their statements two; what follows a colon goes
    deeper; `else` goes back to its `if`; a block ends at a blank line, at `return` and the like, at the next `def`, a
    loop where its names are no longer used.
    """
    lines = list(islice(logical_lines(text), _MOST_LINES + 1))
    if len(lines) > _MOST_LINES:
        return None
    open_blocks = OpenBlocks()
    written: list[str] = []
    commented: list[int] = []
    for place, line in enumerate(lines):
        following = [other.text for other in lines[place + 1 : place + _LOOKED_AHEAD] if other.text]
        if not line.text:
            open_blocks.blank_line(following)
            written.extend(line.lines)
        elif line.text.startswith("#"):
            written.append(_STEP * open_blocks.depth + line.text)
        elif not _is_python(line.text):
            commented.extend(range(line.number, line.number + len(line.lines)))
            written.extend(_STEP * open_blocks.depth + "# " + part.strip() for part in line.lines)
        else:
            written.extend(_indented(line, open_blocks.place(line.text, following)))
    return _proposal(written, commented)


def _proposal(written: list[str], commented: list[int]) -> Proposal | None:
    for _ in range(_MOST_EMPTY):
        proposed = "\n".join(written)
        error = syntax_error(proposed)
        if error is None:
            return Proposal(proposed, tuple(commented))
        head = _EMPTY_BLOCK.search(error.msg)
        if head is None:
            return None
        number = int(head.group(1))  # all that was in this block is missing
        indentation = len(written[number - 1]) - len(written[number - 1].lstrip())
        written = [*written[:number], " " * indentation + _STEP + "pass", *written[number:]]
    return None


def _indented(line: LogicalLine, depth: int) -> Iterator[str]:
    first, *rest = line.lines
    yield _STEP * depth + first.strip()
    is_text = '"""' in line.text or "'''" in line.text
    for part in rest:
        yield part if is_text else _STEP * (depth + 1) + part.strip()


def _is_prose(expression: ast.expr) -> bool:
    """Whether an expression is a word or two of a language, or an array as Python shows it."""
    parts = list(ast.walk(expression))
    if isinstance(expression, ast.Call):
        return isinstance(expression.func, ast.Name) and expression.func.id == "array"
    return any(isinstance(part, ast.Name) and not part.id.isascii() for part in parts)


def _is_python(text: str) -> bool:
    """Whether a statement or the head of a block is Python, wherever it stands; a word of prose is not."""
    word = first_word(text)
    if text.startswith("#"):
        return True
    if word == "@":
        return parsed(f"{text}\ndef f(): pass") is not None
    if is_head(text):
        after = "\nexcept: pass" if word == "try" else ""
        return parsed(f"{_BEFORE.get(word, '')}{text}\n    pass{after}") is not None
    tree = parsed(f"def f():\n while 1:\n  {text}" if word in ("return", "break", "continue", "yield") else text)
    if tree is None:
        return False
    return not (tree.body and isinstance(tree.body[0], ast.Expr) and _is_prose(tree.body[0].value))
