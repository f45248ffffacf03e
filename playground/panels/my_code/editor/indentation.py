"""What Tab, Enter and Backspace do to the indentation of Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

WIDTH = 4
_LEAVES = re.compile(r"\s*(return|pass|break|continue|raise)\b")
_COMMENT = re.compile(r"(\s*)# ?")
_Move = QTextCursor.MoveMode


def begin_line(cursor: QTextCursor) -> None:
    """Begin a line below, indented as what stands before the cursor asks."""
    before = cursor.block().text()[: cursor.positionInBlock()]
    indent = before[: len(before) - len(before.lstrip())]
    if before.split("#")[0].rstrip().endswith(":"):
        indent += " " * WIDTH
    elif _LEAVES.match(before):
        indent = indent[: max(len(indent) - WIDTH, 0)]
    cursor.insertText("\n" + indent)


def indent(cursor: QTextCursor) -> None:
    """Move the chosen lines right, or the rest of the line to the next place of indentation."""
    if not cursor.hasSelection():
        cursor.insertText(" " * (WIDTH - cursor.positionInBlock() % WIDTH))
        return
    with _one_step(cursor):
        for block in lines_of(cursor):
            if block.text().strip():
                QTextCursor(block).insertText(" " * WIDTH)


def outdent(cursor: QTextCursor) -> None:
    """Move the line, or the chosen lines, left."""
    with _one_step(cursor):
        for block in lines_of(cursor):
            _take_away(block, 0, min(len(block.text()) - len(block.text().lstrip(" ")), WIDTH))


def delete_back(cursor: QTextCursor) -> bool:
    """Go back to the place of indentation before, if only that stands before the cursor; say whether it was so."""
    column = cursor.positionInBlock()
    if cursor.hasSelection() or not column or cursor.block().text()[:column].strip(" "):
        return False
    cursor.movePosition(QTextCursor.MoveOperation.Left, _Move.KeepAnchor, (column - 1) % WIDTH + 1)
    cursor.removeSelectedText()
    return True


def toggle_comment(cursor: QTextCursor) -> None:
    """Make the chosen lines comments, or code again if all are comments."""
    blocks = [block for block in lines_of(cursor) if block.text().strip()]
    is_comment = bool(blocks) and all(_COMMENT.match(block.text()) for block in blocks)
    column = min((len(block.text()) - len(block.text().lstrip()) for block in blocks), default=0)
    with _one_step(cursor):
        for block in blocks:
            found = _COMMENT.match(block.text())
            if is_comment and found is not None:
                _take_away(block, found.end(1), found.end() - found.end(1))
            else:
                _at(block, column).insertText("# ")


def lines_of(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Give the lines of a selection, or the one in which the cursor stands."""
    document = cursor.document()
    block, last = (document.findBlock(place) for place in (cursor.selectionStart(), cursor.selectionEnd()))
    if cursor.hasSelection() and cursor.selectionEnd() == last.position() and last != block:
        last = last.previous()  # nothing of it is chosen
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def _at(block: QTextBlock, column: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + column)
    return cursor


def _take_away(block: QTextBlock, column: int, length: int) -> None:
    cursor = _at(block, column)
    cursor.setPosition(cursor.position() + length, _Move.KeepAnchor)
    cursor.removeSelectedText()


class _one_step:
    """Let what is done within be taken back at once."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor

    def __enter__(self) -> None:
        self._cursor.beginEditBlock()

    def __exit__(self, *_error: object) -> None:
        self._cursor.endEditBlock()
