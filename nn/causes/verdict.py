"""What the trials say, as facts: on how many streams each suspect mended it, and what follows from that."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.causes.finding import Found
    from nn.causes.suspects import Suspect
    from nn.causes.trials import Course

Kind = Literal["mended", "chance", "returned", "longer", "open", "unmended"]

_MOSTLY = 0.8  # of the streams: a suspect without which it goes well on as many is one that mends
_ORDER = (
    "edit",
    "sample",
    "initial",
    "rate",
    "faster",
    "clip",
    "activation",
    "own",
)  # of suspects that mend equally often


class Score(NamedTuple):
    """How a suspect did.

    Attributes
    ----------
    suspect : Suspect
    recovered, tried : int
        Streams on which it did not go wrong, of how many.
    true_recovered : bool
        Whether it did not go wrong on the true stream.
    """

    suspect: Suspect
    recovered: int
    tried: int
    true_recovered: bool


class Verdict(NamedTuple):
    """What follows.

    Attributes
    ----------
    kind : str
        "mended": at least one suspect mends it. "chance": most other streams of batches do not lead there at all.
        "returned": the loss came back by itself. "longer": it only takes longer, without any change.
        "open": none that was tried mends it, and not all were tried. "unmended": no suspect mends it.
    by : tuple of Suspect
        Those that mend it, the most telling first.
    scores : tuple of Score
        Of every suspect that was tried.
    """

    kind: Kind
    by: tuple[Suspect, ...]
    scores: tuple[Score, ...]


def verdict_of(found: Found, courses: Sequence[Course]) -> Verdict:
    """Return what the trials that are over say."""
    scores = tuple(_scores(found, courses))
    chance = next((each.recovered for each in scores if each.suspect.kind == "as_it_was"), 0)
    tried = [each for each in scores if each.suspect.kind != "as_it_was"]
    mending = [each for each in tried if _mends(each, chance)]
    mending.sort(key=lambda each: (-each.recovered, _ORDER.index(each.suspect.kind)))
    by = tuple(each.suspect for each in mending)
    whole = next((each.tried for each in scores if each.suspect.kind == "as_it_was"), 0)
    if any(each.true_recovered for each in scores if each.suspect.kind == "as_it_was") and not found.symptom.returned:
        return Verdict("longer", by, scores)
    if whole > 1 and chance >= whole / 2 and "sample" not in {each.kind for each in by}:
        return Verdict("returned" if found.symptom.returned else "chance", by, scores)
    if by:
        return Verdict("mended", by, scores)
    if not {each.suspect.kind for each in courses} >= {each.kind for each in found.suspects}:
        return Verdict("open", by, scores)
    return Verdict("returned" if found.symptom.returned else "unmended", by, scores)


def _scores(found: Found, courses: Sequence[Course]) -> list[Score]:
    scores = []
    for suspect in found.suspects:
        own = [each for each in courses if each.suspect is suspect and not each.trouble]
        if own:
            true = any(each.recovered for each in own if each.stream == 0)
            scores.append(Score(suspect, sum(each.recovered for each in own), len(own), true))
    return scores


def _mends(score: Score, chance: int) -> bool:
    """Say whether it goes well on most streams, on the true one above all, and not by other batches alone."""
    return score.true_recovered and score.recovered >= math.ceil(_MOSTLY * score.tried) and score.recovered > chance
