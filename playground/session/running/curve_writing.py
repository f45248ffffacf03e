"""The curves as a table for spreadsheets and programs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nn.files.atomic_file import replace_file
from playground.session.running.run_pieces import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from nn.imports.file_bytes import Watch
    from playground.session.document.export_order import Work
    from playground.session.document.state import RunRecord

_HEADER = "iteration,loss,train_accuracy,test_accuracy,test_loss\n"
_BLOCK = 65_536  # rows formatted at a time


def curves_work(records: Sequence[RunRecord]) -> Work:
    """Return what writes every loss and accuracy as CSV, a row an iteration."""
    return partial(_write, tuple(records))


def _write(records: tuple[RunRecord, ...], path: Path, watch: Watch) -> tuple[Path, ...]:
    replace_file(path, (text.encode() for text in _table(joined(records))))
    watch(1)
    return (path,)


def _table(records: Sequence[RunRecord]) -> Iterator[str]:
    yield _HEADER
    for record in records:
        yield from _rows(record)


def _rows(record: RunRecord) -> Iterator[str]:
    """Give the rows of a record as text, some at a time, in the order of iterations."""
    end = record.first_iteration + len(record.losses)
    measured = {n: f"{train:.6g},{test:.6g},{loss:.6g}" for n, train, test, loss in record.evaluations}
    outside = sorted(iteration for iteration in measured if not record.first_iteration <= iteration < end)
    yield "".join(f"{n},,{measured[n]}\n" for n in outside if n < end)
    for start in range(0, len(record.losses), _BLOCK):
        first = record.first_iteration + start
        losses = record.losses[start : start + _BLOCK].astype(str)  # the shortest text that reads back exactly
        yield "".join(f"{n},{loss},{measured.get(n, ',,')}\n" for n, loss in enumerate(losses.tolist(), first))
    yield "".join(f"{n},,{measured[n]}\n" for n in outside if n >= end)
