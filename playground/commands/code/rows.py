"""What was judged as rows of a table: one for each class and function, or one for a file that could not be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nn.messages import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nn.own_code.judgement import Diagnosis, Judgement, Said
    from playground.commands.code.judged import Judged

VERDICTS = {True: "right", False: "not right", None: "not checked"}
_LONGEST = 1000


class Row(NamedTuple):
    """A line of the table; the names of the fields are its titles.

    Attributes
    ----------
    file, name, role, verdict : str
    checks : str
        How many were passed.
    line : str
        Of what is not right.
    reason : str
    change : str
        What would put it right, where that is known and was asked for.
    """

    file: str
    name: str
    role: str
    verdict: str
    checks: str
    line: str
    reason: str
    change: str


def rows_of(judged: Judged, *, explains: bool) -> Iterator[Row]:
    """Give the rows of a file."""
    if judged.trouble is not None:
        yield Row(judged.file, "", "", VERDICTS[False], "", _number(judged.line), str(judged.trouble), "")
    elif not judged.judgements:
        yield Row(judged.file, "", "", VERDICTS[None], "", "", "there is no class and no function in it", "")
    for judgement in judged.judgements:
        yield _row(judged.file, judgement, explains=explains)


def errors_of(judgement: Judgement) -> list[Said]:
    """Return what is not right, or else what is to be noted."""
    return [said for said in judgement.findings if said.is_error]


def place_of(line: str, reason: str) -> str:
    """Return what tells of a line, where the reason does not begin with it."""
    return "" if not line or reason.startswith("Line ") else f"line {line}: "


def change_of(diagnosis: Diagnosis) -> tuple[list[str], list[str]]:
    """Return the lines that a change takes away and those that it puts in, without those that stay."""
    if diagnosis.edit is None:
        return [], []
    old, new = _lines(diagnosis.edit.old), _lines(diagnosis.edit.new)
    return [line for line in old if line not in new], [line for line in new if line not in old]


def _lines(text: str) -> list[str]:
    return [printable(line.strip(), _LONGEST) for line in text.split("\n") if line.strip()]


def _in_a_line(diagnosis: Diagnosis) -> str:
    old, new = ("; ".join(lines) for lines in change_of(diagnosis))
    return f"{old} → {new}" if old and new else f"take away {old}" if old else f"put in {new}" if new else ""


def _changes(judgement: Judgement) -> str:
    """Return all changes that it takes, each with its line if they are several."""
    diagnoses = [each for each in (judgement.diagnosis, *judgement.further) if each is not None and each.edit]
    texts = [_in_a_line(each) for each in diagnoses]
    if len(texts) < 2:
        return "".join(texts)
    return "; ".join(f"line {each.line}: {text}" for each, text in zip(diagnoses, texts, strict=True))


def _row(file: str, judgement: Judgement, *, explains: bool) -> Row:
    errors = errors_of(judgement)
    first = next(iter(errors or judgement.findings), None)
    line, reason, change = (first.line, str(first.message), "") if first else (None, "", "")
    if explains and judgement.diagnosis is not None:
        line, change = judgement.diagnosis.line, _changes(judgement)
        how = str(judgement.diagnosis.how)
        reason = reason if how == reason else f"{reason} {how}".strip()
        further = [str(each.how) for each in judgement.further]
        lines = [_number(each.line) for each in judgement.further]
        reason = " ".join(
            [reason, *(f"Besides, {place_of(n, how)}{how}" for n, how in zip(lines, further, strict=True))]
        )
    verdict = VERDICTS[judgement.is_right]
    return Row(file, judgement.name, judgement.role, verdict, str(judgement.checks), _number(line), reason, change)


def _number(line: int | None) -> str:
    return "" if line is None else str(line)
