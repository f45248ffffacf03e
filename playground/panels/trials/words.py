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
    """Say how a setting goes with the result, with the uncertainty of that."""
    translate = QCoreApplication.translate
    values = {"name": setting_text(found.name), "r": found.correlation, "low": found.low, "high": found.high}
    if found.best_third:
        thirds = {
            "lower": translate("TrialWords", "lower"),
            "middle": translate("TrialWords", "middle"),
            "upper": translate("TrialWords", "upper"),
        }
        values["third"] = thirds[found.best_third]
        text = translate(
            "TrialWords",
            "{name} matters, and not in one direction: the {third} third of the values tried does best. (The rank "
            "correlation, {r:+.2f}, is blind to that.)",
        )
    elif found.is_seen:
        text = translate("TrialWords", "{name}: rank correlation {r:+.2f} (95% between {low:+.2f} and {high:+.2f}).")
    else:
        text = translate(
            "TrialWords",
            "{name} does not matter here, as far as can be seen: rank correlation {r:+.2f} (95% between {low:+.2f} "
            "and {high:+.2f}).",
        )
    return text.format(**values)
