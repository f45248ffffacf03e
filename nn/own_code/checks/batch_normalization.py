"""Batch normalization: the running mean and variance, and what test mode makes of them."""

from __future__ import annotations

import inspect
from functools import partial
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.building import arguments_of, built, has_option
from nn.own_code.checks.comparing import near
from nn.own_code.checks.findings import Examination
from nn.own_code.checks.sentences import differs
from nn.own_code.roles import Target

FIRST = (0.0, 1.0)
"""What a running variance may start at: the book's 0, everybody else's 1."""


def check(cls: Any, target: Target, examination: Examination) -> None:
    """Ask what only batch normalization is asked."""
    given = arguments_of(cls, target, examination.seed, momentum=0.7)
    layer = built(cls, given)
    flags = list(inspect.signature(layer.forward).parameters)[1:]
    x = np.random.default_rng(5).standard_normal((64, 4)) * 2 + 1
    layer.forward(x.copy())
    if not flags or getattr(layer, "running_mean", None) is None or getattr(layer, "running_var", None) is None:
        return
    if has_option(cls, "momentum"):
        _check_first_steps(layer, x, examination)
    for _ in range(120):
        layer.forward(x.copy())
    for name, wanted in (("running_mean", x.mean(0)), ("running_var", x.var(0))):
        got = np.array(getattr(layer, name))
        examination.expect(
            near(got, wanted, 2e-2),
            "running",
            f"forward:{name}",
            partial(_running, name, got, wanted, x),
        )
    _check_test_mode(layer, flags[0], given, x, examination)
    if has_option(cls, "running_mean") and has_option(cls, "running_var"):
        _check_given(cls, target, flags[0], examination)


def _check_first_steps(layer: Any, x: np.ndarray, examination: Examination) -> None:
    means = [0.3 * x.mean(0)]
    variances = [0.7 * start + 0.3 * x.var(0) for start in FIRST]
    examination.expect(
        near(layer.running_mean, means[0], 2e-2),
        "running step",
        "forward:running_mean",
        lambda: _running("running_mean", np.array(layer.running_mean), means[0], x),
    )
    examination.expect(
        any(near(layer.running_var, each, 2e-2) for each in variances),
        "running step",
        "forward:running_var",
        lambda: _running("running_var", np.array(layer.running_var), variances[0], x),
    )


def _check_test_mode(layer: Any, flag: str, given: dict[str, Any], x: np.ndarray, examination: Examination) -> None:
    before = np.array(layer.running_mean), np.array(layer.running_var)
    got = np.array(layer.forward(x[:3].copy(), **{flag: False}))
    wanted = given["gamma"] * (x[:3] - before[0]) / np.sqrt(before[1] + 1e-6) + given["beta"]
    examination.expect(
        near(got, wanted, 2e-3), "test mode", "forward", lambda: differs("forward", got, wanted, (3, x.shape[1]))
    )
    examination.expect(
        near(layer.running_mean, before[0], 1e-9) and near(layer.running_var, before[1], 1e-9),
        "test mode learns",
        "forward",
        lambda: Message("In test mode running_mean and running_var must stay as they are."),
    )


def _check_given(cls: Any, target: Target, flag: str, examination: Examination) -> None:
    mean, var = np.array([1.0, 2.0, -1.0, 0.5]), np.array([4.0, 1.0, 0.25, 9.0])
    given = arguments_of(cls, target, examination.seed, running_mean=mean, running_var=var)
    x = np.random.default_rng(9).standard_normal((3, 4))
    got = np.array(built(cls, given).forward(x.copy(), **{flag: False}))
    wanted = given["gamma"] * (x - mean) / np.sqrt(var + 1e-6) + given["beta"]
    examination.expect(
        near(got, wanted, 2e-3), "given values", "forward", lambda: differs("forward", got, wanted, x.shape)
    )


def _running(name: str, got: Any, wanted: Any, x: np.ndarray) -> Message:
    return differs(name, got, wanted, x.shape)
