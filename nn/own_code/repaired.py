"""A text in which mistakes are put right one after the other, and where its lines stand in the text a person wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from nn.own_code.judgement import Diagnosis, Edit, Tick
from nn.own_code.source import Source


class Repaired:
    """What the next class is judged on: with what it uses put right. A change may have brought new lines."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._written: list[int] = list(range(1, len(source.text.split("\n")) + 1))  # of each line, the one written

    def take(self, edits: Iterable[Edit], text: str) -> None:
        """Go on from `text`, which these edits have made, one after the other."""
        for edit in edits:
            old = self._written[edit.line - 1 : edit.end_line]
            new = [old[min(number, len(old) - 1)] for number in range(edit.new.count("\n") + 1)]
            self._written[edit.line - 1 : edit.end_line] = new
        self.source = replace(self.source, text=text)

    def diagnoses_as_written(self, diagnoses: Sequence[Diagnosis]) -> list[Diagnosis]:
        """Return them with the lines of the text a person wrote; each is about the text its predecessors made."""
        place = Repaired(self.source)
        place._written = list(self._written)
        found = []
        for diagnosis in diagnoses:
            edit = diagnosis.edit
            found.append(replace(diagnosis, line=place._line(diagnosis.line), edit=edit and place._edit(edit)))
            if edit is not None:
                place.take([edit], place.source.text)
        return found

    def ticks_as_written(self, ticks: Iterable[Tick]) -> tuple[Tick, ...]:
        """Return them with the lines of the text a person wrote."""
        return tuple(replace(tick, line=self._line(tick.line)) for tick in ticks)

    def _line(self, line: int) -> int:
        return self._written[line - 1] if 0 < line <= len(self._written) else line

    def _edit(self, edit: Edit) -> Edit:
        return replace(edit, line=self._line(edit.line), end_line=self._line(edit.end_line))
