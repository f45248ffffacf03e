"""The five arrangements as they are at first."""

from __future__ import annotations

from typing import NamedTuple

PLACES = ("input", "stage", "settings", "time")
"""From left to right, then what stands below all of them."""


class Plan(NamedTuple):
    """Which share of the window each place takes; the stage has what is left.

    Attributes
    ----------
    name : str
        By it panels say that they are in front there.
    key : str
        Chooses the arrangement.
    input, settings : float
        Of the window's width.
    time : float
        Of the window's height; 0 for a strip.
    is_shown_alone : bool
        Whether nothing is there but what is in front when it is chosen, and of that no settings.
    """

    name: str
    key: str
    input: float
    settings: float
    time: float
    is_shown_alone: bool = False


PLANS = {
    plan.name: plan
    for plan in (
        Plan("draw", "Ctrl+5", 0.26, 0.235, 0.3),
        Plan("points", "Ctrl+6", 0.48, 0.25, 0.25),
        Plan("step", "Ctrl+7", 0.2, 0.24, 0.0),
        Plan("compare", "Ctrl+8", 0.26, 0.235, 0.32),
        Plan("present", "Ctrl+9", 0.3, 0.0, 0.0, is_shown_alone=True),
    )
}
FIRST = "draw"
WIDEST = 24.0
"""Heights of a line: input and settings are no wider, but for the plane of points; the stage gets the rest."""
