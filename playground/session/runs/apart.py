"""What runs differ in: the settings that are not the same for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.session.looking.settings_apart import Apart, network_settings, training_settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playground.session.document.state import Run

_UNSAID = frozenset({"updates", "epochs", "evaluate_every", "evaluate_samples"})
"""How long they were trained and how often measured: other columns of the table tell."""
_NOT_THERE = object()


def settings_of(run: Run) -> dict[str, Any]:
    """Return what was chosen about a run, by name."""
    settings = {**network_settings(run.spec), **training_settings(run.config, run.dataset, run.updates)}
    settings["points"] = run.own_samples or None
    return settings


def differing(runs: Sequence[Mapping[str, Any]]) -> list[list[Apart]]:
    """Return for each of some settings those that they do not all have alike; `Apart.there` is the first one's."""
    names = dict.fromkeys(name for settings in runs for name in settings if name not in _UNSAID)
    various = [name for name in names if any(_differs(name, runs[0], other) for other in runs[1:])]
    return [
        [Apart(name, settings[name], runs[0].get(name)) for name in various if name in settings] for settings in runs
    ]


def _differs(name: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one.get(name, _NOT_THERE) != other.get(name, _NOT_THERE))
