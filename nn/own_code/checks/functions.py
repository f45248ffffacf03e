"""Functions of the book, by the meaning of their names."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.comparing import kept, near, same
from nn.own_code.checks.findings import Examination
from nn.own_code.checks.losses import labels_only, logarithm_of_zero, not_a_number, takes_labels_only, tolerant
from nn.own_code.checks.meanings import ELEMENTWISE, cross_entropy, softmax, windows, windows_added
from nn.own_code.checks.sentences import differs, nothing_returned, number, overwritten
from nn.own_code.roles import Target


def check(function: Any, target: Target, examination: Examination) -> None:
    """Ask all of a function of the book."""
    _Function(function, target, examination).check()


class _Function:
    def __init__(self, function: Any, target: Target, examination: Examination) -> None:
        self.function, self.target, self.examination = function, target, examination
        self.expect = examination.expect
        self.name = target.name
        self.chance = np.random.default_rng(examination.seed)
        self.x = self.chance.standard_normal((3, 4))

    def check(self) -> None:
        kind = self.target.kind or ""
        if kind in ELEMENTWISE:
            self.check_elementwise(ELEMENTWISE[kind])
        else:
            checks: dict[str, Callable[[], None]] = {
                "softmax": self.check_softmax,
                "cross_entropy": self.check_cross_entropy,
                "squared_error": self.check_squared_error,
                "mean_squared_error": self.check_squared_error,
                "softmax_loss": self.check_softmax_loss,
                "im2col": self.check_im2col,
                "col2im": self.check_col2im,
                "numerical_diff": self.check_numerical_diff,
                "numerical_gradient": self.check_numerical_gradient,
                "gradient_descent": self.check_gradient_descent,
            }
            checks.get(kind, self.check_gate)()

    def value(self, *arguments: Any, where: str = "value") -> Any:
        """Call it with copies, and see that it returns something and leaves its arguments alone."""
        given = [kept(each) if isinstance(each, np.ndarray) else each for each in arguments]
        got = self.function(*given)
        self.expect(got is not None, "nothing returned", where, lambda: nothing_returned(self.name))
        for before, after in zip(arguments, given, strict=True):
            if isinstance(before, np.ndarray):
                untouched = same(before, after)
                self.expect(untouched, "argument overwritten", where, lambda: overwritten(self.name, "x"))
        return kept(got) if isinstance(got, np.ndarray) else got

    def expect_value(
        self, got: Any, wanted: Any, where: str, tolerance: float = 1e-6, shape: tuple[int, ...] | None = None
    ) -> bool:
        if getattr(got, "dtype", None) in (np.float32, np.float16):
            tolerance = max(tolerance, 1e-3)
        return self.expect(
            near(got, wanted, tolerance),
            "value",
            where,
            lambda: differs(self.name, got, wanted, self.x.shape if shape is None else shape),
        )

    def check_elementwise(self, meaning: Callable[[np.ndarray], np.ndarray]) -> None:
        for x in (self.x, self.x[0], np.array([0.25, -2.0, 30.0, -30.0])):
            got = self.value(x)
            if got is None or not self.expect_value(got, meaning(x), "value", shape=x.shape):
                return
        if self.target.kind in ("relu", "step", "relu_grad"):
            zero = float(np.asarray(self.function(np.array([0.0])))[0])
            self.expect(
                zero == 0.0, "at 0", "value", lambda: _at_zero(self.name, zero), self.target.kind != "relu_grad"
            )
        if self.target.kind in ("sigmoid", "tanh", "sigmoid_grad"):
            far = np.asarray(self.function(np.array([-1000.0, 1000.0])))
            self.expect(bool(np.isfinite(far).all()), "overflow", "value", lambda: _overflow(self.name))

    def check_softmax(self) -> None:
        if self._takes_rows_only():
            self.expect(False, "batches only", "one sample", _batches_only, is_error=False)
        else:
            one = self.value(self.x[0], where="one sample")
            if not self.expect_value(one, softmax(self.x[0]), "one sample", shape=(4,)):
                return
        got, wanted = self.value(self.x, where="batch"), softmax(self.x)
        self.expect(near(got, wanted, 1e-6 if np.asarray(got).dtype == np.float64 else 1e-3), "batch", "batch",
                    lambda: _rows(got))  # fmt: skip
        for far in ([[1000.0, 1001.0, 990.0]], [[1e4, 0.0], [0.0, 1.0]], [[-1e4, -1e4 + 1], [3.0, 1.0]]):
            got = np.asarray(self.function(np.array(far)))
            finite = bool(np.isfinite(got).all())
            self.expect(finite, "overflow", "far scores", lambda: _overflow(self.name))
            if finite:
                self.expect_value(got, softmax(np.array(far)), "far scores", 1e-4, np.shape(far))

    def _takes_rows_only(self) -> bool:
        """Whether it stops at a vector and says nothing of vectors: then it is meant for batches."""
        if "ndim" in self.target.text or "if " in self.target.text:
            return False
        try:
            self.function(self.x[0].copy())
        except (ValueError, IndexError):  # AxisError is both
            return True
        return False

    def check_cross_entropy(self) -> None:
        y, labels = softmax(self.x), np.array([2, 0, 3])
        hot, meant = np.eye(4)[labels], self.target.means_index_labels
        if takes_labels_only(self.function, y, hot, labels, self.target):
            self.check_cross_entropy_of_labels(y, labels)
            return
        wanted = cross_entropy(y, hot)
        got = self.value(y, hot, where="one-hot")
        self.expect(np.size(got) == 1, "not a number", "one-hot", lambda: not_a_number(self.name))
        single = self.value(y[0], hot[0], where="one sample") if self._takes_single(y, hot) else None
        if single is not None:
            self.expect(
                near(np.sum(single), cross_entropy(y[0], hot[0]), 1e-4), "value", "one sample",
                lambda: differs(self.name, np.sum(single), cross_entropy(y[0], hot[0]), (4,)),
                is_error="ndim" in self.target.text or not self.target.means_batches,
            )  # fmt: skip
        is_sum = not self.target.means_batches and near(np.sum(got), 3 * wanted, 1e-4)
        if is_sum:
            self.expect(False, "for one sample", "one-hot", _for_one_sample, is_error=False)
        else:
            self.expect_value(np.sum(got), wanted, "one-hot", 1e-4)

        def check_labels() -> None:
            indexed = self.value(y, labels, where="labels")
            is_right = near(np.sum(indexed), wanted, 1e-4)
            self.expect(is_right, "index labels", "labels", lambda: _labels(indexed, wanted), meant)
            if "ndim" in self.target.text and meant:
                indexed = self.value(y[1], np.array(0), where="labels")
                is_right = near(np.sum(indexed), cross_entropy(y[1], np.array(0)), 1e-4)
                self.expect(is_right, "index labels", "one label", lambda: _labels(indexed, wanted), meant)

        tolerant(check_labels, self.examination, "labels", meant)
        sure = self.function(np.array([[0.0, 1.0], [0.5, 0.5]]), np.array([[1, 0], [0, 1]]))
        self.expect(bool(np.isfinite(sure).all()), "logarithm of 0", "one-hot", logarithm_of_zero,
                    is_error="1e-" in self.target.text)  # fmt: skip

    def check_cross_entropy_of_labels(self, y: np.ndarray, labels: np.ndarray) -> None:
        self.expect(False, "labels only", "labels", labels_only, is_error=False)
        got, wanted = self.value(y, labels, where="labels"), cross_entropy(y, labels)
        self.expect(np.size(got) == 1, "not a number", "labels", lambda: not_a_number(self.name))
        self.expect_value(np.sum(got), wanted, "labels", 1e-4)
        if "ndim" in self.target.text:
            single = self.value(y[1], np.array(0), where="one label")
            self.expect_value(np.sum(single), cross_entropy(y[1], np.array(0)), "one label", 1e-4, (4,))
        sure = self.function(np.array([[0.0, 1.0], [0.5, 0.5]]), np.array([0, 1]))
        self.expect(bool(np.isfinite(sure).all()), "logarithm of 0", "labels", logarithm_of_zero,
                    is_error="1e-" in self.target.text)  # fmt: skip

    def _takes_single(self, y: np.ndarray, hot: np.ndarray) -> bool:
        try:
            self.function(y[0].copy(), hot[0].copy())
        except Exception:
            if "ndim" in self.target.text:
                raise
            return False
        return True

    def check_squared_error(self) -> None:
        t = self.chance.standard_normal((3, 4))
        squares = float(np.sum((self.x - t) ** 2))
        meant = [squares / 2] if self.target.kind == "squared_error" else [squares / 12, squares / 2, squares / 3,
                                                                           squares / 6, squares / 24]  # fmt: skip
        if self.target.kind == "squared_error" and self.target.means_batches:
            meant += [squares / 6]
        got = self.value(self.x, t)
        is_right = any(near(got, each, 1e-6) for each in meant)
        self.expect(is_right, "value", "value", lambda: differs(self.name, np.sum(got), meant[0], self.x.shape))

    def check_softmax_loss(self) -> None:
        hot = np.eye(4)[[2, 0, 3]]
        self.expect_value(self.value(self.x, hot), cross_entropy(softmax(self.x), hot), "value", 1e-4)

    def check_im2col(self) -> None:
        images = self.chance.standard_normal((2, 3, 5, 6))
        for high, wide, stride, pad in self._strides(3):
            got = self.value(images, high, wide, stride, pad)
            wanted = windows(images, high, wide, stride, pad)
            self.expect_value(got, wanted, f"stride {stride}", shape=images.shape)
        self.expect_value(self.value(images, 2, 3), windows(images, 2, 3, 1, 0), "defaults", shape=images.shape)

    def _strides(self, needed_ones: int) -> tuple[tuple[int, int, int, int], ...]:
        """Return sizes of windows with stride and border, none for a function that has neither."""
        takes_only = len(inspect.signature(self.function).parameters) <= needed_ones
        return () if takes_only else ((3, 2, 1, 0), (3, 2, 2, 1))

    def check_col2im(self) -> None:
        shape = (2, 3, 5, 6)
        for high, wide, stride, pad in self._strides(4):
            rows = self.chance.standard_normal(windows(np.zeros(shape), high, wide, stride, pad).shape)
            got = self.value(rows, shape, high, wide, stride, pad)
            self.expect_value(got, windows_added(rows, shape, high, wide, stride, pad), f"stride {stride}", shape=shape)
        rows = self.chance.standard_normal(windows(np.zeros(shape), 2, 3, 1, 0).shape)
        wanted = windows_added(rows, shape, 2, 3, 1, 0)
        self.expect_value(self.value(rows, shape, 2, 3), wanted, "defaults", shape=shape)

    def check_numerical_diff(self) -> None:
        for x in (1.0, -2.0, 5.0):
            got = self.value(lambda v: 0.01 * v**3 + 0.1 * v, x)
            self.expect_value(got, 0.03 * x * x + 0.1, "value", 1e-3, ())

    def check_numerical_gradient(self) -> None:
        for x in (np.array([3.0, -4.0, 0.5]), self.x * 2):
            if x.ndim == 2 and not self.target.means_matrices:
                self.expect(False, "vectors only", "value", _vectors_only, is_error=False)
                return
            if x.ndim == 1:
                self.check_whole_numbers()
            got = self._numerical_gradient(x)
            is_row_by_row = "enumerate" in self.target.text and x.ndim == 2
            self.expect_value(got, 3 * x * x + 1, "rows" if is_row_by_row else "value", 1e-3, x.shape)

    def check_whole_numbers(self) -> None:
        """Note what whole numbers do: an array of them takes neither x + h nor a gradient."""
        whole = np.array([3, -4])
        with suppress(Exception):  # with floats it is asked, and then it counts
            got = self.function(lambda v: float(np.sum(v**2.0)), whole)
            is_right = near(got, 2.0 * whole, 1e-3)
            self.expect(is_right, "whole numbers", "value", lambda: _whole_numbers(got, whole), is_error=False)

    def _numerical_gradient(self, x: np.ndarray) -> Any:
        """Call it; a function that is called without an argument looks at the array itself, which is moved in place."""
        moved = x.copy()
        is_bare: list[bool] = []

        def f(*given: np.ndarray) -> float:
            if not given:
                is_bare.append(True)
            v = given[0] if given else moved
            return float(np.sum(v**3 + v))

        got = self.function(f, moved)
        self.expect(got is not None, "nothing returned", "value", lambda: nothing_returned(self.name))
        self.expect(same(moved, x), "argument overwritten", "value", lambda: overwritten(self.name, "x"))
        if is_bare:
            self.expect(False, "without an argument", "value", _without_an_argument, is_error=False)
        return kept(got) if isinstance(got, np.ndarray) else got

    def check_gradient_descent(self) -> None:
        start = np.array([-3.0, 4.0])
        got = self.function(lambda v: float(np.sum(v**2)), start.copy(), 0.1, 20)
        end = got[0] if isinstance(got, tuple) else got
        self.expect_value(end, start * 0.8**20, "value", 1e-2, (2,))

    def check_gate(self) -> None:
        answers = {"and": (0, 0, 0, 1), "nand": (1, 1, 1, 0), "or": (0, 1, 1, 1), "xor": (0, 1, 1, 0)}
        for (a, b), wanted in zip(((0, 0), (0, 1), (1, 0), (1, 1)), answers[self.target.kind or ""], strict=True):
            got = self.function(a, b)
            self.expect(
                got is not None and bool(got == wanted), "value", f"({a}, {b})",
                lambda a=a, b=b, got=got, wanted=wanted: Message(  # type: ignore[misc]
                    "`{name}({a}, {b})` gives {got}, it should be {wanted}.",
                    name=self.name, a=a, b=b, got=str(got), wanted=wanted,
                ),
            )  # fmt: skip


def _rows(got: Any) -> Message:
    rows = np.asarray(got)
    if rows.shape != (3, 4):
        return differs("softmax", rows, np.zeros((3, 4)), (3, 4))
    sums = rows.sum(axis=1)
    return Message(
        "softmax of several rows at once is not softmax of each: the rows add up to {first}, {second} instead of 1.",
        first=number(float(sums[0])),
        second=number(float(sums[1])),
    )


def _whole_numbers(got: Any, x: np.ndarray) -> Message:
    return Message(
        "Of whole numbers it is wrong: at {x} the gradient of the sum of squares comes out as {got}. Such an array "
        "cannot hold x + h: give it floats.",
        x=np.array2string(x),
        got=np.array2string(np.asarray(got)),
    )


def _batches_only() -> Message:
    return Message("It takes batches only: a single sample has to be an array of one row.")


def _vectors_only() -> Message:
    return Message("It is right for vectors; of a matrix each element has to be moved by itself.")


def _without_an_argument() -> Message:
    return Message("It calls `f` without an argument: that is right where `f` itself looks at x.")


def _labels(value: Any, wanted: float) -> Message:
    return Message(
        "With labels as indices the loss is {got}, with the same labels one-hot it should be {wanted}.",
        got=number(float(np.sum(value))),
        wanted=number(wanted),
    )


def _at_zero(name: str, got: float) -> Message:
    return Message("`{name}` of 0 is {got}; the book's is 0.", name=name, got=number(got))


def _overflow(name: str) -> Message:
    return Message("`{name}` of large numbers gives inf or nan.", name=name)


def _for_one_sample() -> Message:
    return Message("It is right for one sample; over a batch it adds up, and the book divides by the batch size.")
