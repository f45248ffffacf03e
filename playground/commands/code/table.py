"""One table over the files of a class: printed, or written as CSV or HTML."""

from __future__ import annotations

import csv
import hashlib
import io
import sys
from typing import TYPE_CHECKING

from nn.files.atomic_file import replace_file
from nn.imports.file_bytes import read_bytes
from nn.imports.refusal import BadFile
from nn.messages import printable
from nn.own_code.source import LARGEST
from playground.commands.code.page import as_page
from playground.commands.code.rows import Row, place_of
from playground.commands.endings import USAGE, Refusal, unwritten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENDINGS = (".csv", ".html")
_FORMULA = ("=", "+", "-", "@")
_WIDEST = 30


def shown_names(paths: Sequence[Path], *, anonymous: bool) -> dict[Path, str]:
    """Return what the files are called, in the order of the table.

    Without names they are numbered by what stands in them: neither number nor order tells whose a file is.
    """
    if not anonymous:
        return {path: path.name for path in paths}
    ordered = sorted(paths, key=_fingerprint)
    return {path: f"{number:0{len(str(len(ordered)))}}" for number, path in enumerate(ordered, start=1)}


def check_ending(output: Path) -> None:
    """Refuse a table in a format that is none of ours, before anything is judged."""
    if output.suffix.lower() not in ENDINGS:
        raise Refusal(USAGE, f"{printable(str(output))}: the table is written as {' or '.join(ENDINGS)}")


def print_row(row: Row, widths: tuple[int, int]) -> None:
    """Print a row at once: judging goes on."""
    file, name = (printable(text, width) for text, width in zip((row.file, row.name), widths, strict=True))
    place = place_of(row.line, row.reason) if row.name else ""  # that of a file's trouble is in its sentence
    change = f" ({row.change})" if row.change else ""
    text = f"{file:<{widths[0]}}  {name:<{widths[1]}}  {row.verdict:<11}  {place}{row.reason}{change}"
    sys.stdout.write(printable(text.rstrip(), 1000) + "\n")
    sys.stdout.flush()


def widths_of(names: Sequence[str]) -> tuple[int, int]:
    """Return how wide the columns of files and classes are."""
    return min(_WIDEST, max(map(len, names), default=0)), 20


def write(path: Path, title: str, rows: Sequence[Row]) -> None:
    """Write the table as its name's ending says; a page has a title.

    Raises
    ------
    Refusal
        If it cannot be written.
    """
    text = as_page(title, rows) if path.suffix.lower() == ".html" else _as_csv(rows)
    try:
        replace_file(path, [text.encode("utf-8" if path.suffix.lower() == ".html" else "utf-8-sig")])
    except OSError as error:
        raise unwritten(path, error) from error


def _fingerprint(path: Path) -> bytes:
    try:
        return hashlib.sha256(read_bytes(path, largest=LARGEST)).digest()
    except BadFile:
        return b""


def _as_csv(rows: Sequence[Row]) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(Row._fields)
    writer.writerows([_no_formula(printable(cell, 1000)) for cell in row] for row in rows)
    return lines.getvalue()


def _no_formula(cell: str) -> str:
    """Let a spreadsheet see a text in what a stranger's file brings."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
