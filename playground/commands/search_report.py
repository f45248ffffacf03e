"""What a search found: a table for other programs, and the end of it in words."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import TYPE_CHECKING, Any

from nn.runs.evidence import at_the_edge, influence, narrowed
from nn.runs.ranges import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from nn.runs.evidence import Influence
    from nn.runs.ranges import Range
    from nn.runs.trial import Result

_SHOWN = 10
_LEAST_CHANCE = 0.001  # less is not told more precisely
_FIGURES = ("accuracy", "loss", "best", "iterations", "seconds", "diverged_at", "trouble", "digest", "machine")


def best_first(results: Sequence[Result]) -> list[Result]:
    """Return results in their order of merit."""
    return sorted(results, key=lambda result: result.rank)


def table(path: Path, ranges: Sequence[Range], results: Sequence[Result]) -> bytes:
    """Return a table of all results, in the form that the name of its file asks for."""
    if path.suffix.lower() == ".json":
        rows = [{**_row(each, ranges), "curve": _plain(each.curve)} for each in best_first(results)]
        return (json.dumps({"trials": rows}, indent=1) + "\n").encode()
    names = ["trial", "seed", "epochs", *(each.name for each in ranges), *_FIGURES]
    text = io.StringIO()
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(each, ranges) for each in best_first(results))
    return text.getvalue().encode()


def described(result: Result) -> str:
    """Return a result in a line: how good, and with which settings."""
    settings = ", ".join(f"{name} {_short(value)}" for name, value in result.trial.settings.items())
    return f"{merit(result)}  {settings}  seed {result.trial.seed}"


def merit(result: Result) -> str:
    """Return how good a result is, in a word or two."""
    if result.trouble:
        return result.trouble
    if result.diverged_at:
        return f"diverged at iteration {result.diverged_at}"
    return f"loss {result.loss:.4g}" if math.isnan(result.accuracy) else f"{result.accuracy:.2%}"


def findings(ranges: Sequence[Range], results: Sequence[Result]) -> Iterator[str]:
    """Give the best results and what the table says of the settings, a line each."""
    ordered = best_first(results)
    for result in ordered[:_SHOWN]:
        yield f"  {described(result)}"
    if not ordered or not math.isfinite(ordered[0].score):
        return
    yield from (str(sentence) for sentence in at_the_edge(ranges, ordered[0]))
    for each in ranges:
        found = influence(each, results) if isinstance(each, Span) else None
        if found is not None:
            yield f"{each.name}: {_influence(found)}"
    around = [f"--vary {each.name}={each.to_text()}" for each in narrowed(ranges, results)]
    if any(isinstance(each, Span) for each in ranges) and len(ordered) >= 2 * _SHOWN:
        yield f"around the best fifth: {' '.join(around)}"


def _influence(found: Influence) -> str:
    between = f"rank correlation {found.correlation:+.2f}, 95% between {found.low:+.2f} and {found.high:+.2f}"
    if found.best_third:
        chance = f"by chance in {_chance(found.chance)}"
        return f"{between}; it matters, not in one direction: the {found.best_third} third does best ({chance})"
    if found.is_seen:
        return f"{between}; it matters: the {'larger' if found.correlation > 0 else 'smaller'}, the better"
    if found.is_slight:
        return f"{between}; it matters little here, if at all"
    return f"{between}; {found.combinations} combinations are too few to say whether it matters"


def _chance(chance: float) -> str:
    return f"{chance:.1%} of cases" if chance >= _LEAST_CHANCE else f"fewer than {_LEAST_CHANCE:.1%} of cases"


def _row(result: Result, ranges: Sequence[Range]) -> dict[str, Any]:
    trial = result.trial
    settings = {each.name: trial.settings.get(each.name) for each in ranges}
    figures = {name: _plain(getattr(result, name)) for name in _FIGURES}
    return {"trial": trial.number, "seed": trial.seed, "epochs": trial.epochs, **settings, **figures}


def _plain(value: Any) -> Any:
    """Return plain data in which None stands for what is no number."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _short(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
