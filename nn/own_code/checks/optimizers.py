"""An optimizer: several updates against its rule, in place, the gradients untouched; and what it keeps: m, v, h."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.building import arguments_of, built, has_option
from nn.own_code.checks.comparing import kept, near, same
from nn.own_code.checks.findings import Examination
from nn.own_code.checks.sentences import differs, overwritten
from nn.own_code.checks.update_rules import RULES, Settings
from nn.own_code.roles import Target

ODD = {
    "lr": 0.05, "learning_rate": 0.05, "eta": 0.05, "momentum": 0.8, "alpha": 0.8, "beta1": 0.7, "beta2": 0.85,
    "beta_1": 0.7, "beta_2": 0.85, "decay_rate": 0.6, "rho": 0.6, "decay": 0.6,
}  # fmt: skip
"""No default of anybody: nothing may come out right by chance."""
STEPS = 4


def check(cls: Any, target: Target, examination: Examination) -> None:
    """Ask all of an optimizer."""
    given, settings = settings_of(cls, target, examination.seed)
    optimizer = built(cls, given)
    chance = np.random.default_rng(examination.seed + 2)
    params = {"W1": chance.standard_normal((2, 3)), "b1": chance.standard_normal(3)}
    first, start = dict(params), {key: value.copy() for key, value in params.items()}
    rules = [rule(settings, start) for rule in RULES.get(target.kind or "", ())]
    for step in range(1, STEPS + 1):
        grads = {key: chance.standard_normal(value.shape) for key, value in params.items()}
        given_grads = {key: value.copy() for key, value in grads.items()}
        optimizer.update(params, given_grads)
        _check_arguments(params, first, grads, given_grads, examination)
        wanted = [rule.update(grads) for rule in rules]
        if rules and not _check_step(step, params, start, wanted, examination):
            return
    if not rules:
        moved = any(not same(params[key], start[key]) for key in start)
        examination.expect(moved, "nothing moves", "update", _nothing_moves)


def settings_of(cls: Any, target: Target, seed: int = 0) -> tuple[dict[str, Any], Settings]:
    """Return what to make an optimizer with, and the same as its rule reads it."""
    chosen = dict(ODD)
    if has_option(cls, "lr") or has_option(cls, "learning_rate"):
        chosen.pop("eta", None)
    else:
        chosen["alpha"] = 0.05 if target.kind != "momentum" else 0.8
    given = arguments_of(cls, target, seed, **chosen)
    return given, Settings.of(target.kind, given | _numbers(built(cls, given), given))


def _numbers(optimizer: Any, given: Mapping[str, Any]) -> dict[str, float]:
    """Return what an optimizer keeps as its settings and was not given: the defaults of its own."""
    plain = {name: value for name, value in vars(optimizer).items() if isinstance(value, float) and name not in given}
    return {name: value for name, value in plain.items() if name in ODD}


def _check_arguments(
    params: dict[str, np.ndarray],
    first: dict[str, np.ndarray],
    grads: dict[str, np.ndarray],
    given: dict[str, np.ndarray],
    examination: Examination,
) -> None:
    for key in first:
        examination.expect(
            same(grads[key], given[key]), "argument overwritten", "update", lambda: overwritten("update", "grads")
        )
        examination.expect(params.get(key) is first[key], "rebinds", "update", _rebinds)


def _check_step(
    step: int,
    params: Mapping[str, np.ndarray],
    start: Mapping[str, np.ndarray],
    wanted: list[dict[str, np.ndarray]],
    examination: Examination,
) -> bool:
    """Compare how far the parameters have come, not where they are: a wrong step is small beside them."""
    is_right = any(
        all(near(params[key] - start[key], each[key] - start[key], 1e-4) for key in start) for each in wanted
    )
    key = next((k for k in start if not near(params[k] - start[k], wanted[0][k] - start[k], 1e-4)), "W1")
    got = kept(params[key])
    return examination.expect(
        is_right, "update value", f"update:{step}", lambda: _update(step, key, got, wanted[0][key])
    )


def _update(step: int, key: str, got: np.ndarray, wanted: np.ndarray) -> Message:
    return Message(
        "After update {step}: {difference}",
        step=step,
        difference=differs(f"params['{key}']", got, wanted, wanted.shape),
    )


def _rebinds() -> Message:
    return Message(
        "`params[key] = …` makes a new array; the layers still hold the old one. `-=` changes it where it is."
    )


def _nothing_moves() -> Message:
    return Message("`update` changes no parameter.")
