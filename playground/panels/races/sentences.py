"""What is said of a race: how far it is, and whether what should come out did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from nn.races.experiment import Paths
from nn.races.race import Race
from playground.panels.races.card_words import in_language
from playground.session.racing.racing import IDLE, PAUSED

if TYPE_CHECKING:
    from nn.races.features import Verdicts
    from playground.session.racing.racing import Racing


def has_begun(racing: Racing) -> bool:
    """Say whether it is raced, or was."""
    return racing.state != IDLE or bool(racing.verdicts.rows)


def standing_text(racing: Racing) -> str:
    """Say how far it is."""
    translate = QCoreApplication.translate
    if isinstance(racing.experiment, Paths) and not racing.is_as_on_the_card:
        x, y = (f"{value:.4g}".replace("-", "−") for value in racing.experiment.start)
        return translate("Races", "Your own way down, from ({x}, {y}): it is not judged.").format(x=x, y=y)
    if racing.state == IDLE and not racing.share:
        guess, start = translate("Races", "Guess, then press Start."), translate("Races", "Press Start.")
        return start if racing.card is None else guess
    parts = [f"{racing.share:.0%}"]
    if isinstance(racing.experiment, Race):
        text = translate("Races", "iteration {at:,} of {all:,}")
        parts.append(text.format(at=racing.iteration, all=racing.experiment.iterations))
    if not isinstance(racing.experiment, Paths):
        parts.append(translate("Races", "seed {seed}").format(seed=racing.seed))
    if racing.state == PAUSED:
        parts.append(translate("Races", "paused"))
    return " · ".join(parts)


def verdict_text(verdicts: Verdicts) -> str:
    """Say of each expected feature whether it came, or in how many races; nothing before the first one is over."""
    races = len(verdicts.rows)
    if not races:
        return ""
    translate = QCoreApplication.translate
    once = translate("Races", "What should come out, and whether it did:")
    often = translate("Races", "What should come out, and in how many of {races} races it did:").format(races=races)
    lines = [once if races == 1 else often]
    for place, feature in enumerate(verdicts.features):
        true = verdicts.true(place)
        mark = ("✓" if true else "✗") if races == 1 else f"{true}/{races}"
        lines.append(f"{mark}  {in_language(feature.says)}")
    return "\n".join(lines)
