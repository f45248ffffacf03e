"""A layer: forward by the meaning of its name, backward by how the loss really changes, and no trace left behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks import batch_normalization, dropout, images
from nn.own_code.checks.building import arguments_of, built, fitting_weights, gradient_of, parameters_of
from nn.own_code.checks.chance import start_again
from nn.own_code.checks.comparing import kept, near, same
from nn.own_code.checks.differences import TrueGradient
from nn.own_code.checks.findings import Examination
from nn.own_code.checks.meanings import of_layer
from nn.own_code.checks.sentences import differs, gradient_differs, nothing_returned, overwritten, wrong_shape
from nn.own_code.roles import Target

ROW_BY_ROW = {"relu", "sigmoid", "tanh", "affine", "convolution", "pooling"}


def check(cls: Any, target: Target, examination: Examination) -> None:
    """Ask all of a layer."""
    for case in cases(cls, target, examination.seed):
        _Layer(cls, target, examination, *case).check()
    if target.kind == "dropout":
        dropout.check(cls, target, examination)
    if target.kind == "batch_normalization":
        batch_normalization.check(cls, target, examination)
    if target.kind in ("convolution", "pooling"):
        images.check(cls, target, examination)


def cases(cls: Any, target: Target, seed: int) -> Iterator[tuple[dict[str, Any], np.ndarray]]:
    """Yield arguments and an input for each form in which a layer is used."""
    chance = np.random.default_rng(seed)
    if target.kind == "convolution":
        for stride, pad in ((1, 0), (2, 1)):
            yield arguments_of(cls, target, seed, stride=stride, pad=pad), chance.standard_normal((2, 3, 5, 6))
    elif target.kind == "pooling":
        for high, wide, stride in ((2, 2, 2), (3, 2, 1)):
            order = chance.permutation(2 * 3 * 6 * 4) / 7.0  # no two alike: of equal ones the first is the largest
            yield arguments_of(cls, target, seed, pool_h=high, pool_w=wide, stride=stride), order.reshape(2, 3, 6, 4)
    else:
        x = away_from_corners(chance.standard_normal((3, 4)))
        given = arguments_of(cls, target, seed, dropout_ratio=0.4, **fitting_weights(cls, target, seed, x))
        yield given, x
        if target.means_images and target.kind == "affine":
            yield given, chance.standard_normal((3, 2, 1, 2))
        if target.means_images and target.kind == "batch_normalization":
            yield given, chance.standard_normal((5, 2, 1, 2))


def away_from_corners(x: np.ndarray) -> np.ndarray:
    """Move all elements away from 0, where the ReLU has no derivative."""
    return x + np.sign(x) * 0.15


class _Layer:
    """One form of a layer under examination."""

    def __init__(
        self, cls: Any, target: Target, examination: Examination, given: Mapping[str, Any], x: np.ndarray
    ) -> None:
        self.cls, self.target, self.examination, self.given, self.x = cls, target, examination, given, x
        self.expect = examination.expect

    def fresh(self) -> Any:
        return built(self.cls, self.given)

    def forward(self, layer: Any, x: np.ndarray) -> Any:
        start_again()
        return layer.forward(x)

    def check(self) -> None:
        y = self.check_forward()
        if y is None:
            return
        self.check_rows(y)
        if self.check_backward(y):
            self.check_second_round(y)
            self.check_whole_numbers(y)
        if self.target.kind in ("relu", "sigmoid", "tanh"):
            self.check_large()

    def check_forward(self) -> np.ndarray | None:
        x = self.x.copy()
        y = self.forward(self.fresh(), x)
        if not self.expect(y is not None, "nothing returned", "forward", lambda: nothing_returned("forward")):
            return None
        y = kept(y)
        self.expect(same(x, self.x), "argument overwritten", "forward", lambda: overwritten("forward", "x"))
        wanted = of_layer(self.target.kind, self.x, dict(self.given))
        if wanted is not None:
            tolerance = 1e-4 if y.dtype in (np.float32, np.float16) else 1e-6
            if self.target.kind == "batch_normalization":
                tolerance = 2e-4  # whichever epsilon
            self.expect(
                near(y, wanted, tolerance),
                "forward value",
                "forward",
                lambda: differs("forward", y, wanted, self.x.shape),
            )
        return y

    def check_rows(self, y: np.ndarray) -> None:
        if self.target.kind not in ROW_BY_ROW | {None} or y.shape[:1] != self.x.shape[:1]:
            return
        singles = [np.asarray(self.forward(self.fresh(), self.x[i : i + 1].copy())) for i in range(len(self.x))]
        self.expect(
            near(y, np.concatenate(singles), 1e-5),
            "batch",
            "forward",
            lambda: Message("`forward` of several samples at once is not `forward` of each by itself."),
            is_error=self.target.kind is not None,
        )

    def check_backward(self, y: np.ndarray) -> bool:
        dout = np.random.default_rng(self.examination.seed + 3).standard_normal(y.shape)
        layer = self.fresh()
        self.forward(layer, self.x.copy())
        given = dout.copy()
        dx = layer.backward(given)
        if not self.expect(dx is not None, "nothing returned", "backward", lambda: nothing_returned("backward")):
            return False
        answers = {"x": kept(dx)} | {name: gradient_of(layer, name) for name in parameters_of(layer)}
        answers = {name: None if value is None else kept(value) for name, value in answers.items()}
        is_right = self._check_gradients(answers, dout)
        self.expect(same(given, dout), "argument overwritten", "backward", lambda: overwritten("backward", "dout"))
        return is_right

    def _check_gradients(self, answers: Mapping[str, Any], dout: np.ndarray) -> bool:
        layer, x = self.fresh(), self.x.copy()
        arrays = {"x": x} | parameters_of(layer)
        truth = TrueGradient(lambda: self.forward(layer, x), dout)
        is_right = True
        for name, got in answers.items():
            where = f"backward:{name}"
            if not self.expect(got is not None, "no gradient", where, partial(_no_gradient, name)):
                is_right = False
                continue
            fits = np.shape(got) == arrays[name].shape
            is_right &= self.expect(
                fits,
                "shape",
                where,
                partial(wrong_shape, name, got, arrays[name]),
            )
            if fits:
                is_right &= self.expect(
                    truth.agrees(got, arrays[name]),
                    "gradient",
                    where,
                    lambda name=name, got=got: gradient_differs(  # type: ignore[misc]
                        name, got, truth.beside(got, arrays[name]), self.x.shape
                    ),
                )
        return is_right

    def check_second_round(self, y: np.ndarray) -> None:
        """Ask that nothing of a first batch sticks, neither its numbers nor how many samples it had."""
        chance = np.random.default_rng(self.examination.seed + 8)
        x = away_from_corners(chance.permuted(self.x[:2], axis=1) * 0.7)
        dout = chance.standard_normal((2, *y.shape[1:])) if y.shape[:1] == self.x.shape[:1] else None
        if dout is None:
            return
        first, second = self.fresh(), self.fresh()
        self.forward(second, self.x.copy())
        second.backward(np.ones(y.shape))
        for layer in (first, second):
            self.forward(layer, x.copy())
        answers = [kept(layer.backward(dout.copy())) for layer in (first, second)]
        self._expect_same("backward:x", *answers)
        for name in parameters_of(first):
            self._expect_same(f"backward:{name}", gradient_of(first, name), gradient_of(second, name))
        again = second.backward(dout.copy())
        self._expect_same("backward:x", answers[1], again)

    def _expect_same(self, where: str, fresh: Any, used: Any) -> None:
        self.expect(near(used, fresh, 1e-6), "remembers", where, remembers)

    def check_whole_numbers(self, y: np.ndarray) -> None:
        """Note what whole numbers do, as a reader types them."""
        if self.target.kind not in ("relu", "sigmoid", "affine"):
            return
        x = np.arange(-5, self.x.size - 5).reshape(self.x.shape)
        wanted = of_layer(self.target.kind, x.astype(float), dict(self.given))
        got = self.forward(self.fresh(), x)
        self.expect(
            near(got, wanted, 1e-4),
            "whole numbers",
            "forward",
            lambda: Message("An array of whole numbers comes out otherwise than the same numbers as floats."),
            is_error=False,
        )

    def check_large(self) -> None:
        big = np.array([[-1000.0, -20.0, 0.0, 20.0, 1000.0]])
        got = np.asarray(self.forward(self.fresh(), big.copy()))
        finite = bool(np.isfinite(got).all())
        self.expect(finite, "overflow", "forward", lambda: _overflows(1000))
        wanted = of_layer(self.target.kind, big, {})
        if finite and wanted is not None:
            self.expect(
                near(got, wanted, 1e-4), "far values", "forward", lambda: differs("forward", got, wanted, big.shape)
            )
        with np.errstate(over="raise"):
            try:
                self.forward(self.fresh(), big.copy())
            except FloatingPointError:
                self.expect(False, "overflow warning", "forward", _overflow_warning, is_error=False)


def remembers() -> Message:
    """Say that an answer depends on what was before."""
    return Message("The second `backward` gives another answer than a fresh layer: something of the first is kept.")


def _no_gradient(name: str) -> Message:
    return Message("`backward` leaves no gradient for {name}: `self.d{name}` is missing.", name=name)


def _overflows(size: int) -> Message:
    return Message("Inputs of ±{size} give inf or nan.", size=size)


def _overflow_warning() -> Message:
    return Message("NumPy warns of an overflow at -1000; the result is right all the same.")
