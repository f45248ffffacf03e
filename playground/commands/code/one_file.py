"""What is said of one file of a learner's, as lines or as JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from nn.messages import from_parts, printable
from nn.own_code.indentation import difference
from nn.own_code.judgement import to_json
from playground.commands.code.rows import VERDICTS, change_of, errors_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nn.own_code.judgement import Diagnosis, Judgement
    from playground.commands.code.judged import Judged

_NARROWEST, _WIDEST, _LONGEST = 12, 40, 1000
_MOST_SHOWN = 200  # lines of a difference


def tell(judged: Judged, *, explains: bool) -> None:
    """Print what is said of a file."""
    sys.stdout.write(f"{printable(judged.file)}\n")
    width = min(_WIDEST, max([_NARROWEST, *(len(each.name) for each in judged.judgements)]))
    for name, text in _lines(judged, explains=explains):
        sys.stdout.write(f"  {printable(name, width):<{width}}  {printable(text, _LONGEST)}\n")


def as_json(files: Iterable[Judged]) -> str:
    """Return what is said of files as JSON: messages are English sentences."""
    return json.dumps([_plain(judged) for judged in files], ensure_ascii=False, indent=1)


def _lines(judged: Judged, *, explains: bool) -> Iterator[tuple[str, str]]:
    if judged.trouble is not None:
        yield VERDICTS[False], str(judged.trouble)
        yield from _proposed(judged)
    elif not judged.judgements:
        yield VERDICTS[None], "there is no class and no function in it"
    for judgement in judged.judgements:
        yield from _of_one(judgement, explains=explains)
    for note in dict.fromkeys(note for judgement in judged.judgements for note in judgement.notes):
        yield "note", str(note)


def _proposed(judged: Judged) -> Iterator[tuple[str, str]]:
    """Show what a text that is no Python may have been: the lines that are none, and its difference."""
    reading = judged.reading
    if reading is None:
        return
    for number in reading.unreadable[:_MOST_SHOWN]:
        yield "", f"line {number} is not Python by itself: {judged.text.split(chr(10))[number - 1].strip()}"
    if reading.proposal is None:
        yield "", "no indentation was found that makes it Python"
        return
    yield "", '→ perhaps it was meant so; --json has all of it under "proposal":'
    shown = list(difference(judged.text, reading.proposal.text))
    yield from (("", f"  {line}") for line in shown[:_MOST_SHOWN])
    if len(shown) > _MOST_SHOWN:
        yield "", f"  … and {len(shown) - _MOST_SHOWN} lines more"


def _of_one(judgement: Judgement, *, explains: bool) -> Iterator[tuple[str, str]]:
    checks = f": {judgement.checks} checks" if judgement.is_right else ""
    yield judgement.name, f"{VERDICTS[judgement.is_right]}{checks}"
    for said in errors_of(judgement) or judgement.findings:
        yield "", f"{place_of('' if said.line is None else str(said.line), str(said.message))}{said.message}"
    if explains and judgement.diagnosis is not None:
        for diagnosis in (judgement.diagnosis, *judgement.further):
            yield from _explained(diagnosis)


def _explained(diagnosis: Diagnosis) -> Iterator[tuple[str, str]]:
    perhaps = " perhaps" if diagnosis.certainty == "perhaps" else ""
    how = str(diagnosis.how)
    yield "", f"→ {how}" if how.startswith("Line ") else f"→ line {diagnosis.line}{perhaps}: {how}"
    old, new = change_of(diagnosis)
    yield from (("", f"  - {line}") for line in old)
    yield from (("", f"  + {line}") for line in new)
    if diagnosis.example is not None:
        yield "", f"  example: {diagnosis.example}"


def _plain(judged: Judged) -> dict[str, Any]:
    protection = judged.protection
    return {
        "file": printable(judged.file),
        "is_right": judged.is_right,
        "trouble": judged.trouble and str(judged.trouble),
        "line": judged.line,
        "proposal": judged.reading.proposal.text if judged.reading and judged.reading.proposal else None,
        "protection": protection and protection.degree.value,
        "judgements": [_with_sentences(each) for each in json.loads(to_json(judged.judgements))],
        "printed": judged.printed,
    }


def _with_sentences(value: Any) -> Any:
    """Put the sentences in the place of templates and values."""
    if isinstance(value, dict) and value.keys() == {"template", "values"}:
        return str(from_parts(value["template"], _with_sentences(value["values"])))
    if isinstance(value, dict):
        return {name: _with_sentences(each) for name, each in value.items()}
    return [_with_sentences(each) for each in value] if isinstance(value, list) else value
