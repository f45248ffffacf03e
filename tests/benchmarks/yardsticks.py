"""What the library is measured against: bare matrix products, the book's network, PyTorch."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, pairwise

import numpy as np

from nn.arrays import Array


def random_batches(sizes: list[int], batch: int, count: int = 100) -> list[tuple[Array, Array]]:
    """Return `count` float32 batches with one-hot targets, or one number where there is one output."""
    rng = np.random.default_rng(0)
    batches = []
    for _ in range(count):
        x = rng.random((batch, sizes[0]), dtype=np.float32)
        classes = rng.integers(0, sizes[-1], batch)
        t = np.eye(sizes[-1], dtype=np.float32)[classes] if sizes[-1] > 1 else x[:, :1].copy()
        batches.append((x, t))
    return batches


def bare_products(sizes: list[int], batches: list[tuple[Array, Array]]) -> Callable[[], None]:
    """Return a step that does only the matrix products of training: forward, dW, and dX but for the input layer."""
    batch = len(batches[0][0])
    rng = np.random.default_rng(0)
    weights = [rng.standard_normal(shape, dtype=np.float32) for shape in pairwise(sizes)]
    outputs = [np.empty((batch, n), np.float32) for n in sizes[1:]]
    upstream = [rng.standard_normal((batch, n), dtype=np.float32) for n in sizes[1:]]
    dweights = [np.empty_like(w) for w in weights]
    dinputs = [np.empty((batch, n), np.float32) for n in sizes[:-1]]
    feed = cycle(batches)

    def step() -> None:
        x, _ = next(feed)
        values = [x, *outputs]
        for k, weight in enumerate(weights):
            np.dot(values[k], weight, out=outputs[k])
        for k in range(len(weights) - 1, -1, -1):
            np.dot(values[k].T, upstream[k], out=dweights[k])
            if k:
                np.dot(upstream[k], weights[k].T, out=dinputs[k])

    return step


class BookNetwork:
    """A two-layer network as a reader of the book writes it: float64, fresh arrays, a class for each layer."""

    def __init__(self, inputs: int, hidden: int, outputs: int, activation: str) -> None:
        rng = np.random.default_rng(0)
        self.params = {
            "W1": 0.01 * rng.standard_normal((inputs, hidden)),
            "b1": np.zeros(hidden),
            "W2": 0.01 * rng.standard_normal((hidden, outputs)),
            "b2": np.zeros(outputs),
        }
        self.sigmoid = activation == "Sigmoid"

    def step(self, x: Array, t: Array, lr: float) -> float:
        """Return the loss of a batch after one step of gradient descent."""
        p = self.params
        a1 = np.dot(x, p["W1"]) + p["b1"]
        if self.sigmoid:
            z1 = 1 / (1 + np.exp(-a1))
        else:
            mask = a1 <= 0
            z1 = a1.copy()
            z1[mask] = 0
        a2 = np.dot(z1, p["W2"]) + p["b2"]
        shifted = a2.T - np.max(a2, axis=1)
        y = (np.exp(shifted) / np.sum(np.exp(shifted), axis=0)).T
        labels = t.argmax(axis=1)
        loss = -np.sum(np.log(y[np.arange(len(y)), labels] + 1e-7)) / len(y)
        dy = (y - t) / len(y)
        grads = {"W2": np.dot(z1.T, dy), "b2": np.sum(dy, axis=0)}
        dz1 = np.dot(dy, p["W2"].T)
        if self.sigmoid:
            da1 = dz1 * (1.0 - z1) * z1
        else:
            da1 = dz1
            da1[mask] = 0
        np.dot(da1, p["W1"].T)  # the book computes the gradient by the input, too
        grads["W1"], grads["b1"] = np.dot(x.T, da1), np.sum(da1, axis=0)
        for key, grad in grads.items():
            p[key] -= lr * grad
        return float(loss)


def torch_step(
    sizes: list[int], activation: str, optimizer: str, lr: float, batches: list[tuple[Array, Array]], *, fused: bool
) -> Callable[[], float]:
    """Return one eager PyTorch step: forward, loss, backward, update, and the loss as a number."""
    import torch

    layers: list[torch.nn.Module] = []
    for a, b in pairwise(sizes):
        layers += [torch.nn.Linear(a, b), getattr(torch.nn, activation)()]
    net = torch.nn.Sequential(*layers[:-1])
    maker = {"SGD": torch.optim.SGD, "Momentum": torch.optim.SGD, "Adam": torch.optim.Adam}[optimizer]
    momentum = {"momentum": 0.9} if optimizer == "Momentum" else {}
    update = maker(net.parameters(), lr=lr, fused=fused or None, **momentum)
    classes = sizes[-1] > 1
    measure = torch.nn.CrossEntropyLoss() if classes else torch.nn.MSELoss()
    feed = cycle([(torch.from_numpy(x), torch.from_numpy(t.argmax(axis=1) if classes else t)) for x, t in batches])

    def step() -> float:
        x, t = next(feed)
        update.zero_grad()
        loss = measure(net(x), t)
        loss.backward()
        update.step()
        return loss.item()

    return step
