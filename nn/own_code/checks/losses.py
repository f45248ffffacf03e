"""A loss layer: its value, its gradient by the scores, one-hot labels and indices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.building import arguments_of, built
from nn.own_code.checks.comparing import kept, near, same
from nn.own_code.checks.differences import TrueGradient
from nn.own_code.checks.findings import EnoughSeenError, Examination
from nn.own_code.checks.layers import remembers
from nn.own_code.checks.meanings import cross_entropy, softmax
from nn.own_code.checks.sentences import differs, gradient_differs, nothing_returned, overwritten, wrong_shape
from nn.own_code.roles import Target, has_argument, needed


def check(cls: Any, target: Target, examination: Examination) -> None:
    """Ask all of a loss layer."""
    _Loss(cls, target, examination).check()


class _Loss:
    def __init__(self, cls: Any, target: Target, examination: Examination) -> None:
        self.cls, self.target, self.examination = cls, target, examination
        self.expect = examination.expect
        chance = np.random.default_rng(examination.seed)
        self.x = chance.standard_normal((3, 4))
        self.labels = np.array([2, 0, 3])
        self.hot = np.eye(4)[self.labels]
        self.given = arguments_of(cls, target, examination.seed)
        self.is_softmax = target.kind == "softmax_with_loss" or "softmax" in target.name.lower()
        if self.is_softmax and takes_labels_only(self._value_of, self.x, self.hot, self.labels, target):
            self.hot, self.takes_labels = self.labels, True
        else:
            self.takes_labels = False

    def fresh(self) -> Any:
        return built(self.cls, self.given)

    def _value_of(self, x: np.ndarray, t: np.ndarray) -> Any:
        return self.fresh().forward(x, t)

    def check(self) -> None:
        if self.takes_labels:
            self.expect(False, "labels only", "forward", labels_only, is_error=False)
        x, hot = self.x.copy(), self.hot.copy()
        value = self.fresh().forward(x, hot)
        if not self.expect(value is not None, "nothing returned", "forward", lambda: nothing_returned("forward")):
            return
        self.expect(np.size(value) == 1, "not a number", "forward", lambda: not_a_number("forward"))
        self.expect(same(x, self.x), "argument overwritten", "forward", lambda: overwritten("forward", "x"))
        self.expect(same(hot, self.hot), "argument overwritten", "forward:t", lambda: overwritten("forward", "t"))
        self.check_value(value)
        self.check_gradient(self.hot, "backward:x", is_error=True)
        self.check_from_above()
        if self.is_softmax:
            if not self.takes_labels:
                self.check_index_labels()
            self.check_far_scores()

    def check_from_above(self) -> None:
        """Note where the gradient from above is used and comes out otherwise than as a factor."""
        if len(needed(self.fresh().backward)) > 0 or not has_argument(self.fresh().backward, "dout"):
            return
        layer = self.fresh()
        layer.forward(self.x.copy(), self.hot.copy())
        once, twice = kept(layer.backward(1)), kept(layer.backward(2))
        is_factor = near(twice, once, 1e-9) or near(twice, 2 * once, 1e-9)
        self.expect(is_factor, "for dout = 1 only", "backward", _for_dout_of_1, is_error=False)

    def check_value(self, value: Any) -> None:
        if self.is_softmax:
            wanted = cross_entropy(softmax(self.x), self.hot)
            self.expect(
                near(np.sum(value), wanted, 1e-4),
                "forward value",
                "forward",
                lambda: differs("forward", np.sum(value), wanted, self.x.shape),
            )
        elif self.target.kind == "identity_with_loss":
            squares = float(np.sum((self.x - self.hot) ** 2))
            meant = [squares * factor / size for factor in (0.5, 1) for size in (1, 3, 12)]
            self.expect(
                any(near(value, each, 1e-4) for each in meant),
                "forward value",
                "forward",
                lambda: differs("forward", np.sum(value), meant[0], self.x.shape),
            )

    def check_gradient(self, t: np.ndarray, where: str, is_error: bool) -> None:
        x = self.x.copy()
        layer = self.fresh()
        truth = TrueGradient(lambda: layer.forward(x, t))
        layer.forward(x, t.copy())
        answer = layer.backward()
        if not self.expect(answer is not None, "nothing returned", where, lambda: nothing_returned("backward")):
            return
        answer = kept(answer)
        fits = answer.shape == x.shape
        if self.expect(fits, "shape", where, lambda: wrong_shape("x", answer, x), is_error):
            self.expect(
                truth.agrees(answer, x),
                "gradient",
                where,
                lambda: gradient_differs("x", answer, truth.beside(answer, x), x.shape),
                is_error,
            )
        self._check_second_round(t, where, is_error)

    def _check_second_round(self, t: np.ndarray, where: str, is_error: bool) -> None:
        used, other = self.fresh(), self.fresh()
        given = t[:2].copy()
        used.forward(self.x, t.copy())
        used.backward()
        for layer in (used, other):
            layer.forward(self.x[:2] * 2, given)
        wanted, once, twice = kept(other.backward()), kept(used.backward()), kept(used.backward())
        is_same = near(once, wanted, 1e-9) and near(twice, wanted, 1e-9)
        self.expect(is_same, "remembers", where, remembers, is_error)
        self.expect(
            same(given, t[:2]), "argument overwritten", "backward:t", lambda: overwritten("backward", "t"), is_error
        )

    def check_index_labels(self) -> None:
        meant = self.target.means_index_labels

        def check() -> None:
            value = self.fresh().forward(self.x.copy(), self.labels.copy())
            wanted = cross_entropy(softmax(self.x), self.hot)
            is_right = near(np.sum(value), wanted, 1e-4)
            self.expect(is_right, "index labels", "forward:labels", lambda: _labels(value, wanted), meant)
            if is_right:
                self.check_gradient(self.labels, "backward:labels", meant)

        tolerant(check, self.examination, "forward:labels", meant)

    def check_far_scores(self) -> None:
        far = np.array([[1000.0, 0, 0, 0], [0, 0, 0, 0], [0, 1, 2, 3]])
        hot = np.eye(4) if not self.takes_labels else np.arange(4)
        value = self.fresh().forward(far, hot[[0, 1, 2]])
        self.expect(
            bool(np.isfinite(value).all()),
            "overflow",
            "forward",
            lambda: Message("A score of 1000 gives inf or nan: subtract the largest score of the row first."),
        )
        value = self.fresh().forward(far, hot[[1, 1, 2]])
        self.expect(bool(np.isfinite(value).all()), "logarithm of 0", "forward", logarithm_of_zero, is_error=False)


def tolerant(check: Callable[[], None], examination: Examination, where: str, meant: bool) -> None:
    """Ask about index labels; an error in the code is one only if it means to take them."""
    try:
        check()
    except EnoughSeenError:
        raise
    except Exception:
        if meant:
            raise
        examination.expect(False, "one-hot only", where, _one_hot_only, is_error=False)


def takes_labels_only(
    loss: Callable[[np.ndarray, np.ndarray], Any], x: np.ndarray, hot: np.ndarray, labels: np.ndarray, target: Target
) -> bool:
    """Whether a loss knows labels as indices only, and its code does not mean to know others."""
    if target.means_one_hot:
        return False
    try:
        loss(x.copy(), hot.copy())
    except Exception:  # noqa: BLE001 - it is the learner's
        try:
            return bool(np.isfinite(loss(x.copy(), labels.copy())).all())
        except Exception:  # noqa: BLE001
            return False
    return False


def labels_only() -> Message:
    """Say which labels a loss knows."""
    return Message("It takes labels as indices only, none that are one-hot.")


def not_a_number(what: str) -> Message:
    """Say that a loss is not one number."""
    return Message("`{what}` must return one number, the mean over the batch.", what=what)


def logarithm_of_zero() -> Message:
    """Say what happens to a probability of 0."""
    return Message("A probability of 0 gives inf: add something like 1e-7 inside the logarithm.")


def _labels(value: Any, wanted: float) -> Message:
    return Message(
        "With labels as indices the loss is {got}, with the same labels one-hot it should be {wanted}.",
        got=f"{float(np.sum(value)):.5g}",
        wanted=f"{wanted:.5g}",
    )


def _for_dout_of_1() -> Message:
    return Message("It is right for dout = 1 only: what comes from above multiplies all of it.")


def _one_hot_only() -> Message:
    return Message("It takes one-hot labels only, no indices.")
