"""The rules of the book's optimizers, step by step with all that they keep; where usage differs, each form of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Arrays = dict[str, np.ndarray]


@dataclass(frozen=True)
class Settings:
    """What an optimizer was made with."""

    lr: float
    momentum: float
    beta1: float
    beta2: float
    decay: float

    @classmethod
    def of(cls, kind: str | None, given: Mapping[str, Any]) -> Settings:
        """Read them under any of their names, with the book's defaults."""

        def first(default: float, *names: str) -> float:
            return next((float(given[name]) for name in names if name in given), default)

        names_of_lr = ("lr", "learning_rate", "eta") + (() if kind == "momentum" else ("alpha",))
        return cls(
            first({"adam": 0.001}.get(kind or "", 0.01), *names_of_lr),
            first(0.9, "momentum", "alpha"),
            first(0.9, "beta1", "beta_1"),
            first(0.999, "beta2", "beta_2"),
            first(0.99, "decay_rate", "rho", "decay"),
        )


class Rule:
    """One optimizer's rule, applied to parameters of its own.

    Attributes
    ----------
    params : dict
    kept : dict of str to dict
        What it keeps between updates by the book's names: "v", "h", "m".
    """

    def __init__(self, settings: Settings, start: Mapping[str, np.ndarray]) -> None:
        self.settings, self.step = settings, 0
        self.params = {key: value.copy() for key, value in start.items()}
        self.kept: dict[str, Arrays] = {}

    def update(self, grads: Mapping[str, np.ndarray]) -> Arrays:
        """Do one step; return copies of the parameters after it."""
        self.step += 1
        for key, grad in grads.items():
            self.params[key] = self.params[key] + self.change(key, grad)
        return {key: value.copy() for key, value in self.params.items()}

    def change(self, key: str, grad: np.ndarray) -> np.ndarray:
        """Return what is added to a parameter."""
        return -self.settings.lr * grad

    def old(self, name: str, key: str) -> np.ndarray:
        """Return a kept value before this step, 0 at first."""
        return self.kept.setdefault(name, {}).get(key, np.zeros(self.params[key].shape))


class Momentum(Rule):
    """v ← momentum·v - lr·grad; W ← W + v."""

    def change(self, key: str, grad: np.ndarray) -> np.ndarray:
        """Return v."""
        v = self.settings.momentum * self.old("v", key) - self.settings.lr * grad
        self.kept["v"][key] = v
        return v


class PlainMomentum(Rule):
    """v ← momentum·v + grad; W ← W - lr·v: PyTorch's way of saying the same."""

    def change(self, key: str, grad: np.ndarray) -> np.ndarray:
        """Return minus the rate times v."""
        v = self.settings.momentum * self.old("v", key) + grad
        self.kept["v"][key] = v
        return -self.settings.lr * v


class Nesterov(Rule):
    """Momentum that looks ahead."""

    def change(self, key: str, grad: np.ndarray) -> np.ndarray:
        """Return the step and the look ahead."""
        m, lr, v = self.settings.momentum, self.settings.lr, self.old("v", key)
        self.kept["v"][key] = m * v - lr * grad
        return m * m * v - (1 + m) * lr * grad


class AdaGrad(Rule):
    """h ← h + grad²; W ← W - lr·grad / √h."""

    def change(self, key: str, grad: np.ndarray) -> np.ndarray:
        """Return a step that grows shorter."""
        h = self.old("h", key) + grad * grad
        self.kept["h"][key] = h
        return -self.settings.lr * grad / (np.sqrt(h) + 1e-7)


class RMSprop(Rule):
    """h forgets."""

    def change(self, key: str, grad: np.ndarray) -> np.ndarray:
        """Return a step by the recent sizes."""
        decay = self.settings.decay
        h = decay * self.old("h", key) + (1 - decay) * grad * grad
        self.kept["h"][key] = h
        return -self.settings.lr * grad / (np.sqrt(h) + 1e-7)


class Adam(Rule):
    """m as in Momentum, v as in RMSprop, both corrected for their start at 0."""

    def change(self, key: str, grad: np.ndarray) -> np.ndarray:
        """Return the corrected step."""
        beta1, beta2 = self.settings.beta1, self.settings.beta2
        m = beta1 * self.old("m", key) + (1 - beta1) * grad
        v = beta2 * self.old("v", key) + (1 - beta2) * grad * grad
        self.kept["m"][key], self.kept["v"][key] = m, v
        unbiased = m / (1 - beta1**self.step), v / (1 - beta2**self.step)
        return -self.settings.lr * unbiased[0] / (np.sqrt(unbiased[1]) + 1e-7)


RULES: dict[str, tuple[Callable[[Settings, Mapping[str, np.ndarray]], Rule], ...]] = {
    "sgd": (Rule,),
    "momentum": (Momentum, PlainMomentum),
    "nesterov": (Nesterov,),
    "adagrad": (AdaGrad,),
    "rmsprop": (RMSprop,),
    "adam": (Adam,),
}
