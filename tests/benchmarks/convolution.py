"""Training and inference of convolutional networks against bare matrix products and PyTorch, one thread, float32.

The bare products of a step are one `np.dot(..., out=)` each over the whole batch, with ready-made contiguous columns:
forward (F, K)·(K, P), dW (F, P)·(P, K), dX (K, F)·(F, P) but for the first layer, and the three of each affine layer.
They are a yardstick and no limit: our own products are row by row, which fits the cache better.
"""

from __future__ import annotations

import importlib.util
import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import prod

import numpy as np
from measure import interleaved, ratio, report

import nn
from nn.arrays import Array
from nn.network import Network, NetworkSpec, Workspace
from nn.network.presets import PRESETS
from nn.trace import record

BATCH = 100
_LR = 1e-7
_NOISE = 0.05
LIMITS = {"SimpleConvNet": (1.8, 2.0), "SmallConvNet": (1.5, 1.7), "DeepConvNet": (1.25, 1.3)}
"""Times the bare products: pooling before ReLU, and as in the book."""
OVER_TORCH = {"SimpleConvNet": ">= 1.5", "SmallConvNet": ">= 1.5", "DeepConvNet": "-"}
CALLS = {"SimpleConvNet": 4, "SmallConvNet": 6, "DeepConvNet": 1}


def without_dropout(name: str, *, pool_first: bool) -> NetworkSpec:
    """Return a preset without its dropout; the maximum commutes with ReLU, so that both may change places."""
    spec = PRESETS[name]()
    layers = [layer for layer in spec.layers if layer.kind != "Dropout"]
    for place in range(1, len(layers)):
        if pool_first and layers[place].kind == "Pooling":
            layers[place - 1 : place + 1] = [layers[place], layers[place - 1]]
    return replace(spec, layers=tuple(layers))


def random_batch() -> tuple[Array, Array]:
    """Return pictures and one-hot labels."""
    rng = np.random.default_rng(0)
    x = rng.random((BATCH, 1, 28, 28), dtype=np.float32)
    return x, np.eye(10, dtype=np.float32)[rng.integers(0, 10, BATCH)]


def our_step(spec: NetworkSpec) -> Callable[[], float]:
    """Return one step: forward, loss, backward, Adam."""
    network, optimizer = Network(spec), nn.OPTIMIZERS["Adam"](lr=_LR)
    workspace, (x, t), done = Workspace(network, BATCH), random_batch(), 0

    def step() -> float:
        nonlocal done
        done += 1
        loss = workspace.gradient(x, t)
        optimizer.step(network.flat_params, network.flat_grads, done)
        return loss

    return step


def bare_products(spec: NetworkSpec) -> Callable[[], None]:
    """Return the matrix products of a step alone."""
    rng = np.random.default_rng(0)
    pairs: list[tuple[Array, Array, Array]] = []

    def product(rows: int, inner: int, columns: int) -> None:
        left, right = (rng.random(shape, dtype=np.float32) for shape in ((rows, inner), (inner, columns)))
        pairs.append((left, right, np.empty((rows, columns), np.float32)))

    shapes = [spec.input_shape, *(plan.output for plan in spec.plans)]
    is_first = True
    for layer, plan, _taken in zip(spec.layers, spec.plans, shapes, strict=False):
        if "W" not in plan.params:
            continue
        W = plan.params["W"]
        if layer.kind == "Convolution":
            filters, inputs, places = W[0], prod(W[1:]), BATCH * prod(plan.output[1:])
            product(filters, inputs, places)
            product(filters, places, inputs)
            if not is_first:
                product(inputs, filters, places)
        else:
            product(BATCH, W[0], W[1])
            product(W[0], BATCH, W[1])
            product(BATCH, W[1], W[0])
        is_first = False

    def run() -> None:
        for left, right, out in pairs:
            np.dot(left, right, out=out)

    return run


def bare_products_of_one(spec: NetworkSpec) -> Callable[[], None]:
    """Return the matrix products that one sample takes on the way forward alone."""
    rng = np.random.default_rng(0)
    pairs: list[tuple[Array, Array, Array]] = []
    for layer, plan in zip(spec.layers, spec.plans, strict=True):
        if "W" in plan.params:
            W = rng.random(plan.params["W"], dtype=np.float32)
            is_filter = layer.kind == "Convolution"
            left = W.reshape(len(W), -1) if is_filter else rng.random((1, len(W)), dtype=np.float32)
            right = rng.random((left.shape[1], prod(plan.output[1:])), dtype=np.float32) if is_filter else W
            pairs.append((left, right, np.empty((len(left), right.shape[1]), np.float32)))

    def run() -> None:
        for left, right, out in pairs:
            np.dot(left, right, out=out)

    return run


def torch_step(spec: NetworkSpec, *, channels_last: bool) -> Callable[[], float]:
    """Return the same step by PyTorch, eager, with Adam as it comes."""
    import torch

    torch.set_num_threads(1)
    model = torch.nn.Sequential(*_modules(spec))
    x, t = (torch.from_numpy(array) for array in random_batch())
    if channels_last:
        model, x = model.to(memory_format=torch.channels_last), x.to(memory_format=torch.channels_last)
    optimizer, labels = torch.optim.Adam(model.parameters(), lr=_LR), t.argmax(1)

    def step() -> float:
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(x), labels)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def _modules(spec: NetworkSpec) -> Iterator[object]:
    import torch

    shapes = [spec.input_shape, *(plan.output for plan in spec.plans)]
    for layer, plan, taken in zip(spec.layers, spec.plans, shapes, strict=False):
        if layer.kind == "Convolution":
            pad = layer.options["size"] // 2 if layer.options["same"] else layer.options["pad"]
            yield torch.nn.Conv2d(taken[0], plan.output[0], layer.options["size"], padding=pad)
        elif layer.kind == "Affine":
            yield from [torch.nn.Flatten()] * (len(taken) > 1)
            yield torch.nn.Linear(prod(taken), plan.output[0])
        else:
            yield torch.nn.MaxPool2d(2) if layer.kind == "Pooling" else torch.nn.ReLU()


def steps() -> None:
    """Print the step table."""
    has_torch = importlib.util.find_spec("torch") is not None
    if not has_torch:
        print("PyTorch is not installed: its rows are left out")
    print(f"Step time over the bare matrix products, batch {BATCH}, Adam, without dropout")
    for name, limits in LIMITS.items():
        for pool_first, limit in zip((True, False), limits, strict=True):
            spec = without_dropout(name, pool_first=pool_first)
            pieces: dict[str, Callable[[], object]] = {"products": bare_products(spec), "ours": our_step(spec)}
            if has_torch:
                pieces["torch"] = torch_step(spec, channels_last=False)
                pieces["torch channels_last"] = torch_step(spec, channels_last=True)
            times = interleaved(pieces, CALLS[name])
            order = "pooling before ReLU" if pool_first else "as in the book"
            note = f"{np.median(times['ours']) / 1e3:.1f} ms, products {np.median(times['products']) / 1e3:.1f} ms"
            report(f"{name}, {order}", ratio(times, "ours", "products"), f"<= {limit}", note=note)
            for other in list(pieces)[2:]:
                over = ratio(times, other, "ours")
                target = OVER_TORCH[name] if other == "torch" else "-"
                report(f"   PyTorch eager ({other}) over ours", over, target, note=_who_wins(over))


def _who_wins(over: float) -> str:
    """Say plainly who is faster; what is nearer than a race repeats itself is no victory."""
    if abs(over - 1) < _NOISE:
        return "as fast as each other"
    return "ours is faster" if over > 1 else "PyTorch is faster"


def inference() -> None:
    """Print one digit through SimpleConvNet, and recording it and a batch."""
    spec = without_dropout("SimpleConvNet", pool_first=False)
    network, (x, t) = Network(spec), random_batch()
    pieces: dict[str, Callable[[], object]] = {
        "ours": lambda: network.answer(x[:1]),
        "layers": lambda: network.predict(x[:1]),
        "products": bare_products_of_one(spec),
    }
    if importlib.util.find_spec("torch") is not None:
        import torch

        model, one = torch.nn.Sequential(*_modules(spec)).eval(), torch.from_numpy(x[:1])

        def theirs() -> object:
            with torch.inference_mode():
                return model(one)

        pieces["torch"] = theirs
    times = interleaved(pieces, 20)
    print("Inference and recording, SimpleConvNet")
    report("one digit, for those who only ask", float(np.median(times["ours"])), "<= 350 us", "us")
    report("   layer by layer, kept for backward", float(np.median(times["layers"])), "-", "us")
    report("   the bare products alone", float(np.median(times["products"])), "-", "us")
    if "torch" in times:
        report("   PyTorch inference_mode over ours", ratio(times, "torch", "ours"), ">= 3")
    recording = interleaved({"one": lambda: record(network, x[:1], t[:1])}, 2)
    report("recording a digit node by node", float(np.median(recording["one"])) / 1e3, "<= 15 ms", "ms")
    recording = interleaved({"all": lambda: record(network, x, t)}, 1, rounds=5)
    report("recording a batch of 100", float(np.median(recording["all"])) / 1e3, "<= 120 ms", "ms")


def memory() -> None:
    """Print what a step allocates, and what a run takes against what is told beforehand."""
    print("Memory")
    for name in LIMITS:
        spec = without_dropout(name, pool_first=False)
        tracemalloc.start()
        step = our_step(spec)
        step()
        step()
        taken = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        step()
        peak = tracemalloc.get_traced_memory()[1] - taken
        tracemalloc.stop()
        report(f"{name}: allocated within a step", peak / 1024, "<= 64", "KB")
        told = spec.memory(BATCH, slots=2) - 3 * 4 * spec.parameters  # no checkpoint is taken here
        report(f"{name}: a run over what is told", taken / told, "0.95-1.05", note=f"told {told / 2**20:.1f} MB")


if __name__ == "__main__":
    steps()
    inference()
    memory()
