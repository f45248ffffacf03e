"""Results of a search in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.panels.setting_words import setting_text
from playground.session.phrase import said
from playground.widgets.text.share_text import share_text

if TYPE_CHECKING:
    from nn.runs.evidence import Influence
    from nn.runs.trial import Result


_LEAST_CHANCE = 0.001
"""A smaller one is not told more precisely."""


def merit_text(result: Result) -> str:
    """Write how good a trial was on the samples held back, or why there is nothing to say."""
    translate = QCoreApplication.translate
    if result.trouble == "killed":
        return translate("TrialWords", "killed")
    if result.trouble:
        return said(result.trouble)
    if result.diverged_at:
        return translate("TrialWords", "diverged")
    return f"{result.loss:.4g}" if math.isnan(result.accuracy) else share_text(result.accuracy)


def influence_text(found: Influence) -> str:
    """Say whether a setting matters, as far as so many trials tell, and how uncertain that is."""
    return _influence(found).format(
        name=setting_text(found.name),
        r=found.correlation,
        low=found.low,
        high=found.high,
        count=found.combinations,
        third=_third(found.best_third),
        chance=max(found.chance, _LEAST_CHANCE),
    )


def _influence(found: Influence) -> str:
    translate = QCoreApplication.translate
    if found.best_third:
        return translate(
            "TrialWords",
            "{name} matters, and not in one direction: the {third} third of the values tried does best; by chance that "
            "would be seen in {chance:.1%} of cases at most. (The rank correlation, {r:+.2f}, is blind to that.)",
        )
    if found.is_seen and found.correlation > 0:
        return translate(
            "TrialWords",
            "{name} matters, the larger the better: rank correlation {r:+.2f} (95% between {low:+.2f} and "
            "{high:+.2f}).",
        )
    if found.is_seen:
        return translate(
            "TrialWords",
            "{name} matters, the smaller the better: rank correlation {r:+.2f} (95% between {low:+.2f} and "
            "{high:+.2f}).",
        )
    if found.is_slight:
        return translate(
            "TrialWords",
            "{name} matters little here, if at all: rank correlation {r:+.2f} (95% between {low:+.2f} and "
            "{high:+.2f}).",
        )
    return translate(
        "TrialWords",
        "{count:,} combinations are too few to say whether {name} matters: rank correlation {r:+.2f} (95% between "
        "{low:+.2f} and {high:+.2f}).",
    )


def _third(name: str) -> str:
    translate = QCoreApplication.translate
    names = {
        "lower": translate("TrialWords", "lower"),
        "middle": translate("TrialWords", "middle"),
        "upper": translate("TrialWords", "upper"),
    }
    return names.get(name, "")
