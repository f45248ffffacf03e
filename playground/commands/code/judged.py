"""A file of a learner's, judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nn.imports.file_bytes import read_bytes
from nn.imports.refusal import BadFile
from nn.messages import message_of, printable
from nn.own_code.indentation import reading_of
from nn.own_code.source import LARGEST, SourceError, read_source
from playground.commands.endings import UNSOUND, Refusal
from playground.confined.checking import Check
from playground.confined.ending import How
from playground.confined.judged import EXPLAINING, JUDGING, judgements_in
from playground.session.document.code import Code
from playground.session.own_code.siblings import siblings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from nn.own_code.indentation import Reading
    from nn.own_code.judgement import Judgement
    from nn.own_code.source import Source
    from playground.confined.statement import Protection

_UNNAMED = "own.py"


@dataclass(frozen=True)
class Judged:
    """What is said of one file.

    Attributes
    ----------
    file : str
        Its name, as it is shown.
    judgements : tuple of Judgement
    trouble : str or None
        Why there is no judgement of its code: it is no Python, never ends, crashes.
    line : int or None
        Where the trouble is.
    printed : str
    protection : Protection or None
        What held while it ran.
    text : str
        What was judged.
    reading : Reading or None
        Of a text that is no Python, what can be made of it; where it was asked to be explained.
    """

    file: str
    judgements: tuple[Judgement, ...]
    trouble: str | None = None
    line: int | None = None
    printed: str = ""
    protection: Protection | None = None
    text: str = ""
    reading: Reading | None = None

    @property
    def is_right(self) -> bool | None:
        """Whether all that was checked is right; None where nothing was."""
        verdicts = {judgement.is_right for judgement in self.judgements}
        if self.trouble is not None or False in verdicts:
            return False
        return True if True in verdicts else None


class Judge:
    """Judges one file after the other, each in a process of its own; the next one prepares itself meanwhile.

    Parameters
    ----------
    only : str, optional
        The class or function that is meant.
    explains : bool
        Whether the line and the change are looked for.
    """

    def __init__(self, only: str | None, *, explains: bool) -> None:
        self._only, self._explains = only, explains

    def all(self, paths: Iterable[Path], names: Iterable[str]) -> Iterator[Judged]:
        """Judge files that are to be called by these names."""
        next_one = self._prepared()
        try:
            for path, name in zip(paths, names, strict=True):
                this_one, next_one = next_one, self._prepared()
                yield self._judged(this_one, path, name)
        finally:
            next_one.cancel()

    def one(self, path: Path) -> Judged:
        """Judge a single file.

        Raises
        ------
        Refusal
            If it cannot be read.
        """
        judged = self._judged(self._prepared(), path, path.name)
        if not judged.judgements and judged.protection is None and judged.trouble is not None:
            raise Refusal(UNSOUND, f"{printable(str(path))}: {judged.trouble}")
        return judged

    def _prepared(self) -> Check:
        check = Check("judge", EXPLAINING if self._explains else JUDGING)
        check.start()
        return check

    def _judged(self, check: Check, path: Path, name: str) -> Judged:
        try:
            source = read_source(read_bytes(path, largest=LARGEST), name)
        except (BadFile, SourceError) as error:
            check.cancel()
            reason = message_of(error).replace(path.name, name)  # who is told by a number is told by no name
            return Judged(name, (), reason, getattr(error, "line", None))
        return self._answered(check, source, siblings(Code(source.text, name, path.absolute())))

    def _answered(self, check: Check, source: Source, beside: dict[str, str]) -> Judged:
        program = {"source": source.text, "name": source.name, "siblings": beside}
        answer = check.run({**program, "only": self._only, "explains": self._explains})
        judgements, ending = judgements_in(answer)
        if not judgements and ending.how is How.ANSWERED and self._only is None:  # then it is to run, at least
            answer = Check("run").run(program)
            ending = answer.ending
        trouble = None if ending.how is How.ANSWERED else ending
        return Judged(
            source.name,
            judgements,
            trouble and trouble.message,
            trouble and trouble.line,
            answer.printed,
            answer.protection,
            source.text,
            reading_of(source.text) if trouble is not None and self._explains else None,
        )
