"""Whether the difference between two runs is more than the seed, in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.panels.runs.words import score_text
from playground.session.runs.groups import told_apart
from playground.session.runs.networks import title_of_all

if TYPE_CHECKING:
    from nn.runs.spread import Contrast
    from playground.session.runs.groups import Entry


def verdict(here: Entry, there: Entry) -> str:
    """Say how far two entries are apart at their end, how far their seeds are, and whether that is more."""
    translate = QCoreApplication.translate
    if here.is_accuracy != there.is_accuracy:
        return translate("Verdict", "One predicts classes, the other numbers: their figures cannot be compared.")
    found = told_apart(here, there)
    if math.isnan(found.difference):
        return translate("Verdict", "One of them was never measured: train for an epoch at least.")
    names = [title_of_all(entry.runs) for entry in (here, there)]
    figures = [score_text(spread, here.is_accuracy) for spread in (found.here, found.there)]
    text = translate("Verdict", "{one}: {here} at the end, {other}: {there}; the difference is {difference}.")
    said = text.format(
        one=names[0], here=figures[0], other=names[1], there=figures[1], difference=_apart(found, here.is_accuracy)
    )
    return f"{said} {_answer(found)}"


def _answer(found: Contrast) -> str:
    translate = QCoreApplication.translate
    if not found.can_be_told:
        return translate(
            "Verdict", "Whether that is more than the seed cannot be told from so few: do both again with five seeds."
        )
    share = f"{100 * found.share:.1f}%"
    if found.is_more_than_chance:
        text = translate(
            "Verdict",
            "That is more than the seed: dealt out by chance, the seeds are so far apart in {share} of all deals only.",
        )
    else:
        text = translate(
            "Verdict", "That may be the seed alone: dealt out by chance, they are so far apart in {share} of all deals."
        )
    return text.format(share=share)


def _apart(found: Contrast, is_accuracy: bool) -> str:
    if not is_accuracy:
        return f"{abs(found.difference):.3g}"
    text = QCoreApplication.translate("Verdict", "{points:.1f} percentage points")
    return text.format(points=100 * abs(found.difference))
