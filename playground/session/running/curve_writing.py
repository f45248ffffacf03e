"""The curves as a table for spreadsheets and programs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nn.files.atomic_file import replace_file
from playground.session.running.curve_table import Stretch, table_text
from playground.session.running.run_pieces import joined

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from nn.imports.file_bytes import Watch
    from playground.session.document.document import RunRecord
    from playground.session.document.export_order import Work


def curves_work(records: Sequence[RunRecord]) -> Work:
    """Return what writes every loss and accuracy as CSV, a row an iteration."""
    return partial(_write, tuple(records))


def _write(records: tuple[RunRecord, ...], path: Path, watch: Watch) -> tuple[Path, ...]:
    stretches = [Stretch(each.first_iteration, each.losses, each.evaluations) for each in joined(records)]
    replace_file(path, (text.encode() for text in table_text(stretches)))
    watch(1)
    return (path,)
