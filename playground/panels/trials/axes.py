"""Where trials lie along their settings: from the results of a search to axes that can be drawn."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from nn.runs.ranges import Span
from playground.panels.setting_words import setting_text, value_text
from playground.panels.trials.parallel import Axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.runs.ranges import Range
    from nn.runs.trial import Result


def axis_of(of: Range, results: Sequence[Result]) -> Axis:
    """Return the axis of a setting: values of a list at equal steps, numbers along their range."""
    values = [result.trial.settings.get(of.name) for result in results]
    if isinstance(of, Span):
        places = of.shares_of(np.array([math.nan if value is None else float(value) for value in values]))
    else:
        known = {value: math.nan if value is None else of.share_of(value) for value in set(values)}
        places = np.array([known[value] for value in values], np.float64)
    return Axis(setting_text(of.name), *(value_text(of.name, end) for end in of.ends), places)


def axis_of_merit(name: str, results: Sequence[Result]) -> Axis:
    """Return the axis of the result, more is better; a trial without one has no place on it."""
    scores = np.array([result.score for result in results], np.float64)
    scores[~np.isfinite(scores)] = math.nan
    known = scores[np.isfinite(scores)]
    if not len(known):
        return Axis(name, "", "", scores)
    low, high = float(known.min()), float(known.max())
    places = (scores - low) / (high - low) if high > low else np.where(np.isfinite(scores), 0.5, math.nan)
    return Axis(name, _score(low), _score(high), places)


def _score(score: float) -> str:
    return f"{100 * score:.1f}%" if score >= 0 else f"{-score:.4g}"
