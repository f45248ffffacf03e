"""Dropout: the share it keeps, and that training and test agree on average."""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.building import arguments_of, built, has_option
from nn.own_code.checks.chance import start_again
from nn.own_code.checks.findings import Examination, Finding
from nn.own_code.checks.sentences import number
from nn.own_code.roles import Target

NAMES = ("dropout_ratio", "ratio", "rate", "drop_ratio", "p")


def check(cls: Any, target: Target, examination: Examination) -> None:
    """Ask what only a Dropout is asked."""
    named = {name: 0.2 for name in NAMES if has_option(cls, name)}
    layer = built(cls, arguments_of(cls, target, examination.seed, **named))
    ones = np.ones((200, 200))
    start_again(3)
    trained = np.asarray(layer.forward(ones))
    if named:
        share = float((trained != 0).mean())
        examination.expect(
            abs(share - 0.8) < 0.03,
            "dropout share",
            "forward",
            lambda: Message("With a ratio of 0.2 a share of {share} is kept, it should be 0.8.", share=number(share)),
        )
    flags = list(inspect.signature(layer.forward).parameters)[1:]
    if flags:
        _check_test_mode(layer, flags[0], trained, examination)
        _note_way_back_of_a_test(cls, target, flags[0], examination)


def _note_way_back_of_a_test(cls: Any, target: Target, flag: str, examination: Examination) -> None:
    """Note that there is no way back from a test: no mask is drawn in it."""
    layer = built(cls, arguments_of(cls, target, examination.seed))
    layer.forward(np.ones((2, 3)), **{flag: False})
    try:
        layer.backward(np.ones((2, 3)))
    except Exception as error:  # noqa: BLE001 - it is the learner's
        kind = type(error).__name__
        examination.say(Finding("backward of a test", "backward", _no_way_back(kind), False))


def _no_way_back(kind: str) -> Message:
    return Message(
        "`backward` after nothing but a forward in test mode stops with {kind}: no mask was drawn. The book's does so, "
        "too.",
        kind=kind,
    )


def _check_test_mode(layer: Any, flag: str, trained: np.ndarray, examination: Examination) -> None:
    ones = np.ones(trained.shape)
    tested = np.array(layer.forward(ones, **{flag: False}))
    again = np.array(layer.forward(ones, **{flag: False}))
    examination.expect(
        bool(np.array_equal(tested, again)) and float(np.ptp(tested)) == 0,
        "test mode",
        "forward",
        lambda: Message("In test mode nothing may be left to chance."),
    )
    means = float(trained.mean()), float(tested.mean())
    examination.expect(
        abs(means[0] - means[1]) < 0.02,
        "dropout scale",
        "forward",
        lambda: Message(
            "In training the mean of ones is {train}, in test mode {test}: they should agree.",
            train=number(means[0]),
            test=number(means[1]),
        ),
    )
    trained_now = np.array(layer.forward(ones, **{flag: True}))
    examination.expect(
        0 < float((trained_now == 0).mean()) < 1,
        "training mode",
        "forward",
        lambda: Message("In training some elements must be dropped and others kept."),
    )
