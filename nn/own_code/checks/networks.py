"""A network: its loss, its gradients by every parameter, its accuracy, and how it begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.building import CLASSES, HIDDEN, IMAGE, INPUTS, arguments_of, built, defaults_of, has_option
from nn.own_code.checks.chance import start_again
from nn.own_code.checks.comparing import kept, near, same
from nn.own_code.checks.differences import TrueGradient
from nn.own_code.checks.findings import Examination
from nn.own_code.checks.losses import labels_only, not_a_number, takes_labels_only
from nn.own_code.checks.meanings import cross_entropy, sigmoid, softmax
from nn.own_code.checks.sentences import differs, gradient_differs, nothing_returned, number, overwritten, wrong_shape
from nn.own_code.roles import Target, has_argument, needed

SAMPLES = 6
_MODERATE, _MOST_SHRUNK = 3.5, 20
PARAMS = ("W1", "b1", "W2", "b2")
MANY = 250
"""Parameters from which on a network's own numerical gradient is not waited for."""
HIDDEN_FUNCTIONS: tuple[Callable[[np.ndarray], np.ndarray], ...] = (
    sigmoid,
    lambda a: np.maximum(a, 0),
    np.tanh,
    lambda a: np.where(a > 0, a, 0.01 * a),
    lambda a: a,
)


def check(cls: Any, target: Target, examination: Examination) -> None:
    """Ask all of a network."""
    _Network(cls, target, examination).check()


class _Network:
    def __init__(self, cls: Any, target: Target, examination: Examination) -> None:
        self.cls, self.target, self.examination = cls, target, examination
        self.expect = examination.expect
        self.given = arguments_of(cls, target, examination.seed)
        chance = np.random.default_rng(examination.seed + 6)
        given = defaults_of(cls) | self.given
        image, classes = given.get("input_dim"), given.get("output_size", CLASSES)
        shape: tuple[int, ...] = (SAMPLES, given.get("input_size", INPUTS))
        self.is_large = False
        if isinstance(image, tuple) and len(image) == 3:
            self.is_large = image[1] > IMAGE[1]  # a pass takes long
            shape = (2 if self.is_large else 3, *image)
        self.x = chance.standard_normal(shape)
        self.labels = chance.integers(0, classes, len(self.x))
        self.t: np.ndarray = np.eye(classes)[self.labels]
        self.classes = classes
        self.is_of_labels = False

    def made(self) -> Any:
        """Make a network whose weights are large enough to tell a right gradient from a wrong one."""
        network = built(self.cls, self.given)
        chance = np.random.default_rng(self.examination.seed + 9)
        for value in network.params.values():
            fan_in = int(np.prod(value.shape[1:])) if value.ndim == 4 else value.shape[0]
            scale = 1 / np.sqrt(fan_in) if value.ndim > 1 else 0.3
            value[...] = chance.standard_normal(value.shape) * (scale if self.is_large else max(scale, 0.2))
        if self.is_large:
            self._moderate(network)
        return network

    def _moderate(self, network: Any) -> None:
        """Have small scores: the book's log(y + 1e-7) is flat where y is all but 0, and its gradient another there."""
        matrices = [value for value in network.params.values() if value.ndim > 1]
        for _ in range(_MOST_SHRUNK):
            start_again()
            if not float(np.sum(network.loss(self.x.copy(), self.t.copy()))) > _MODERATE:
                return
            for value in matrices:
                value *= 0.8

    def check(self) -> None:
        start_again()
        network = built(self.cls, self.given)
        if not isinstance(getattr(network, "params", None), Mapping):
            self.expect(False, "no params", "__init__", _no_params, "self.params" in self.target.text)
            return
        if self.target.kind == "two_layer_net":
            self.check_beginning(network)
        if not self.expect(len(network.params) > 0, "no params", "__init__", _no_params):
            return
        network = self.made()
        if takes_labels_only(lambda x, t: self.made().loss(x, t), self.x, self.t, self.labels, self.target):
            self.t, self.is_of_labels = self.labels, True
            self.expect(False, "labels only", "loss", labels_only, is_error=False)
        if self.check_loss(network):
            checks = [self.check_gradients, self.check_accuracy]
            for check in (
                checks if self.examination.thorough else checks[::-1]
            ):  # where one error is enough: the quick one
                check(network)
            self.check_numerical_gradient(network)

    def check_beginning(self, network: Any) -> None:
        shapes = {"W1": (INPUTS, HIDDEN), "b1": (HIDDEN,), "W2": (HIDDEN, CLASSES), "b2": (CLASSES,)}
        for key, shape in shapes.items():
            got = network.params.get(key)
            if not self.expect(got is not None, "missing", f"__init__:{key}", partial(_missing, "params", key)):
                continue
            self.expect(
                np.shape(got) == shape, "shape", f"__init__:{key}",
                lambda key=key, got=got, shape=shape: differs(f"params['{key}']", got, np.zeros(shape), (INPUTS,)),  # type: ignore[misc]
            )  # fmt: skip
            if key.startswith("b"):
                self.expect(not np.any(got), "biases", f"__init__:{key}", _biases)
        if has_option(self.cls, "weight_init_std"):
            self._check_scale(network)

    def _check_scale(self, network: Any) -> None:
        large = {"input_size": 40, "hidden_size": 50, "output_size": 30}
        sized = self.given | {key: value for key, value in large.items() if key in self.given}
        for std in (0.01, 0.3):
            params = built(self.cls, sized | {"weight_init_std": std}).params
            for key in ("W1", "W2"):
                spread, middle = float(np.std(params[key])), float(np.mean(params[key]))
                is_right = 0.85 < spread / std < 1.15 and abs(middle) < 0.2 * std
                self.expect(is_right, "beginning", f"__init__:{key}", partial(_beginning, key, std))

    def check_loss(self, network: Any) -> bool:
        x, t = self.x.copy(), self.t.copy()
        value = network.loss(x, t)
        if not self.expect(value is not None, "nothing returned", "loss", lambda: nothing_returned("loss")):
            return False
        if not self.expect(np.size(value) == 1, "not a number", "loss", lambda: not_a_number("loss")):
            return False
        self.expect(same(x, self.x), "argument overwritten", "loss", lambda: overwritten("loss", "x"))
        self.expect(same(t, self.t), "argument overwritten", "loss:t", lambda: overwritten("loss", "t"))
        y = network.predict(x.copy())
        if not self.expect(y is not None, "nothing returned", "predict", lambda: nothing_returned("predict")):
            return False
        y = np.asarray(y)
        wanted = np.zeros((len(self.x), self.classes))
        if not self.expect(
            y.shape == wanted.shape, "shape", "predict", lambda: differs("predict", y, wanted, self.x.shape)
        ):
            return False
        if self.target.kind == "two_layer_net" and set(network.params) == set(PARAMS):
            self._check_prediction(network)
            self._check_loss_value(network)
        return True

    def _check_prediction(self, network: Any) -> None:
        y = _tested(network.predict, self.x.copy())
        p = network.params
        meant = []
        for function in HIDDEN_FUNCTIONS:
            hidden = function(self.x @ p["W1"] + p["b1"]) @ p["W2"]
            meant += [hidden * share + p["b2"] for share in self._shares(y, hidden, p["b2"])]
        outputs: list[Callable[[np.ndarray], np.ndarray]] = [lambda scores: scores, softmax]
        if self._is_for_sigmoid(network, y):
            outputs.append(sigmoid)
        is_right = any(near(y, output(each), 1e-4) for each in meant for output in outputs)
        self.expect(is_right, "forward value", "predict", _prediction)

    def _is_for_sigmoid(self, network: Any, y: np.ndarray) -> bool:
        """Return whether the loss is one that outputs between 0 and 1 are meant for, each by itself."""
        value = float(np.sum(_tested(network.loss, self.x.copy(), self.t.copy())))
        return any(near(value, each, 1e-3) for each in (*self._squares(y, self.t), *self._binary(y, self.t)))

    def _shares(self, y: np.ndarray, hidden: np.ndarray, bias: np.ndarray) -> list[float]:
        """Return by what share of the hidden layer the scores may come: less than all where dropout is spoken of."""
        if "drop" not in self.target.text.lower():
            return [1.0]
        share = float(np.sum((y - bias) * hidden) / np.sum(hidden * hidden))
        return [1.0, share] if 0 < share < 1 else [1.0]

    def _check_loss_value(self, network: Any) -> None:
        y = np.asarray(_tested(network.predict, self.x.copy()))
        value = float(np.sum(_tested(network.loss, self.x.copy(), self.t.copy())))
        meant = self._meant_losses(y, self.t)
        if (flag := _flag(network.predict)) is not None and _flag(network.loss) is None:
            start_again()
            meant += self._meant_losses(np.asarray(network.predict(self.x.copy(), **{flag: True})), self.t)
        is_right = any(near(value, each, 1e-3) for each in meant) or self._has_penalty(network, value, meant)
        self.expect(is_right, "loss value", "loss", lambda: differs("loss", value, meant[0], self.x.shape))

    def _meant_losses(self, y: np.ndarray, t: np.ndarray) -> list[float]:
        hot = self._hot(t)
        other = [*self._squares(y, t), *self._binary(y, t)]
        of_scores = cross_entropy(softmax(y), hot)
        return [cross_entropy(y, hot), of_scores, *other] if np.all(y > 0) else [of_scores, *other]

    def _hot(self, t: np.ndarray) -> np.ndarray:
        return np.eye(self.classes)[t] if t.ndim == 1 else t

    def _squares(self, y: np.ndarray, t: np.ndarray) -> list[float]:
        squares = float(np.sum((y - self._hot(t)) ** 2))
        return [squares * factor / size for factor in (0.5, 1) for size in (1, len(y), y.size)]

    def _binary(self, y: np.ndarray, t: np.ndarray) -> list[float]:
        """Return the cross-entropy of each output by itself, where they are probabilities."""
        if not np.all((y > 0) & (y < 1)):
            return []
        hot = self._hot(t)
        total = -float(np.sum(hot * np.log(y + 1e-7) + (1 - hot) * np.log(1 - y + 1e-7)))
        return [total / size for size in (1, len(y), y.size)]

    def _has_penalty(self, network: Any, value: float, meant: list[float]) -> bool:
        """Return whether the rest of the loss knows the weights alone, as weight decay does.

        It is the same for other samples, and nothing where all weights are 0.
        """
        x, t = self.x[::-1] * 0.5, np.roll(self.t, 1, axis=0)
        others = self._meant_losses(np.asarray(_tested(network.predict, x.copy())), t)
        again = float(np.sum(_tested(network.loss, x.copy(), t.copy())))
        rests = [(value - one, again - other) for one, other in zip(meant[::-1], others[::-1], strict=False)]
        if not any(rest > 0 and near(other, rest, 1e-3) for rest, other in rests):
            return False
        bare = self.made()
        for each in bare.params.values():
            each[...] = 0
        nothing = self._meant_losses(np.asarray(_tested(bare.predict, self.x.copy())), self.t)
        without = float(np.sum(_tested(bare.loss, self.x.copy(), self.t.copy())))
        return any(near(without, each, 1e-3) for each in nothing)

    def check_gradients(self, network: Any) -> None:
        if not callable(getattr(network, "gradient", None)):
            self.expect(False, "no gradient", "gradient", _no_gradient, is_error=False)
            return
        x, t = self.x.copy(), self.t.copy()
        network.loss(x[::-1] * 0.5, t[::-1].copy())  # another batch came in between
        start_again()
        grads = network.gradient(x, t)
        is_named = isinstance(grads, Mapping)
        if not self.expect(is_named, "no gradients", "gradient", lambda: _no_gradients(grads)):
            return
        grads = {key: None if value is None else kept(value) for key, value in grads.items()}

        loss = self._training_loss(network, x, t)
        truth = TrueGradient(loss, directions=1, step=1e-7) if self.is_large else TrueGradient(loss)
        for key, array in network.params.items():
            self._check_gradient(key, grads.get(key), array, truth)
        self.expect(
            same(x, self.x) and same(t, self.t),
            "argument overwritten",
            "gradient",
            lambda: overwritten("gradient", "x"),
        )
        extra = sorted(set(grads) - set(network.params))
        self.expect(not extra, "extra", "gradient", lambda: _extra(extra), is_error=False)

    @staticmethod
    def _training_loss(network: Any, x: np.ndarray, t: np.ndarray) -> Callable[[], Any]:
        """Return the loss, in training mode where `loss` makes a difference between both."""
        flag = _flag(network.loss)
        options = {} if flag is None else {flag: True}

        def loss() -> Any:
            start_again()
            return network.loss(x, t, **options)

        return loss

    def _check_gradient(self, key: str, got: Any, array: np.ndarray, truth: TrueGradient) -> None:
        where = f"gradient:{key}"
        if not self.expect(got is not None, "missing", where, lambda: _missing("grads", key)):
            return
        if self.expect(np.shape(got) == array.shape, "shape", where, lambda: wrong_shape(key, got, array)):
            self.expect(
                truth.agrees(got, array), "gradient", where,
                lambda: gradient_differs(key, got, truth.beside(got, array), self.x.shape),
            )  # fmt: skip

    def check_accuracy(self, network: Any) -> None:
        if not callable(getattr(network, "accuracy", None)):
            return
        answers = np.asarray(network.predict(self.x.copy())).argmax(axis=1)
        indices = (answers + (np.arange(len(answers)) % 3 == 0)) % self.classes
        wanted = float((answers == indices).mean())
        hot = np.eye(self.classes)[indices]
        labels = [indices] if self.is_of_labels or self._counts_labels_only(network, hot, indices) else [hot]
        if self.target.means_index_labels and labels[0] is hot:
            labels.append(indices)
        for each in labels:
            got = network.accuracy(self.x.copy(), each.copy())
            if got is None:
                self.expect(False, "nothing returned", "accuracy", lambda: nothing_returned("accuracy"))
                return
            self.expect(
                near(got, wanted), "accuracy", "accuracy",
                partial(self._accuracy, network, got, wanted, each),
            )  # fmt: skip

    def _counts_labels_only(self, network: Any, hot: np.ndarray, indices: np.ndarray) -> bool:
        """Return whether `accuracy` takes labels as indices, and calls them otherwise than the loss its targets."""
        if needed(network.accuracy)[1:2] == needed(network.loss)[1:2]:
            return False
        return takes_labels_only(network.accuracy, self.x, hot, indices, self.target)

    def _accuracy(self, network: Any, got: Any, wanted: float, t: np.ndarray) -> Message:
        if has_argument(network.accuracy, "batch_size"):
            whole = network.accuracy(self.x.copy(), t.copy(), batch_size=len(self.x))
            if near(whole, wanted):
                return Message(
                    "`accuracy` leaves out the samples behind the last full batch: "
                    "it gives {got}, it should be {wanted}.",
                    got=number(float(got)), wanted=number(wanted),
                )  # fmt: skip
        return differs("accuracy", np.sum(got), wanted, self.x.shape)

    def check_numerical_gradient(self, network: Any) -> None:
        method = getattr(network, "numerical_gradient", None)
        few = sum(value.size for value in network.params.values()) <= MANY
        if not callable(method) or len(needed(method)) != 2 or not few or self.target.kind != "two_layer_net":
            return
        if "drop" in self.target.text.lower():
            return  # each call drops others
        x, t = self.x.copy(), self.t.copy()
        grads = method(x, t)
        if not self.expect(
            isinstance(grads, Mapping), "no gradients", "numerical_gradient", lambda: _no_gradients(grads)
        ):
            return
        truth = TrueGradient(lambda: network.loss(x, t))
        truth.tolerance = 5e-3
        for key, array in network.params.items():
            where = f"numerical_gradient:{key}"
            got = grads.get(key)
            if self.expect(got is not None, "missing", where, partial(_missing, "grads", key)):
                self.expect(
                    truth.agrees(got, array), "gradient", where,
                    lambda key=key, got=got, array=array: _numerical(key, got, truth.beside(got, array), self.x.shape),  # type: ignore[misc]
                )  # fmt: skip


def _flag(method: Any) -> str | None:
    """Return the argument by which a method is told that it is training."""
    return next(
        (name for name in ("train_flg", "train", "training", "is_training") if has_argument(method, name)), None
    )


def _tested(method: Any, *arguments: Any) -> Any:
    """Call a method as in a test: nothing is dropped."""
    flag = _flag(method)
    start_again()
    return method(*arguments, **({} if flag is None else {flag: False}))


def _numerical(key: str, got: Any, true: Any, shape: tuple[int, ...]) -> Message:
    if np.shape(got) != np.shape(true):
        return wrong_shape(key, got, true)
    return gradient_differs(key, got, true, shape)


def _no_params() -> Message:
    return Message("It has no `params`: its gradients were not compared.")


def _no_gradient() -> Message:
    return Message("It has no `gradient` yet: backpropagation was not checked.")


def _missing(name: str, key: str) -> Message:
    return Message("{name}['{key}'] is missing.", name=name, key=key)


def _extra(keys: list[str]) -> Message:
    return Message("`gradient` gives gradients of what is no parameter: {keys}.", keys=", ".join(keys))


def _no_gradients(got: Any) -> Message:
    if got is None:
        return nothing_returned("gradient")
    return Message("`gradient` must return a dictionary with a gradient for each parameter.")


def _biases() -> Message:
    return Message("The biases should begin at 0.")


def _beginning(key: str, std: float) -> Message:
    return Message(
        "{key} should begin as random numbers around 0 with a standard deviation of weight_init_std, here {std}.",
        key=key,
        std=std,
    )


def _prediction() -> Message:
    return Message("`predict` is not what W1, b1, an activation function, W2 and b2 give.")
