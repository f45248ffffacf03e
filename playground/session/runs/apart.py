"""What runs differ in: the settings that are not the same for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.session.looking.settings_apart import Apart, network_settings, training_settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playground.session.document.state import Run

UNSAID = frozenset({"updates", "epochs", "evaluate_every", "evaluate_samples"})
"""How long they were trained and how often measured: other columns of the table tell."""


def settings_of(run: Run) -> dict[str, Any]:
    """Return what was chosen about a run, by name."""
    settings = {**network_settings(run.spec), **training_settings(run.config, run.dataset, run.updates)}
    settings["points"] = run.own_samples or None
    return settings


def differing(runs: Sequence[Mapping[str, Any]]) -> list[list[Apart]]:
    """Return for each of some settings those that are not the same wherever they are; `Apart.there` is the first one.

    An option that only some have follows from another choice, such as the optimizer, which is said.
    """
    first: dict[str, Any] = {}
    various: dict[str, None] = {}
    for settings in runs:
        for name, value in settings.items():
            if name not in UNSAID and first.setdefault(name, value) != value:
                various[name] = None
    return [[Apart(name, settings[name], first[name]) for name in various if name in settings] for settings in runs]
