"""Training and inference against bare matrix products, PyTorch and the book, one BLAS thread, float32.

A tiny learning rate keeps every contestant away from convergence, where subnormal numbers would slow some of them.
"""

from __future__ import annotations

import importlib.util
import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle, islice

import numpy as np
from measure import ROUNDS, interleaved, ratio, report
from yardsticks import BookNetwork, bare_products, random_batches, torch_step

import nn
from nn.arrays import Array
from nn.network import Network, Workspace
from nn.network.spec import NetworkSpec
from nn.training import BatchFeed, Iteration, TrainingConfig, iterations_per_epoch, train


@dataclass(frozen=True)
class Case:
    """One network and how it is trained, with what must be reached."""

    sizes: list[int]
    activation: str
    optimizer: str
    batch: int
    limit: str
    torch_limit: str
    calls: int

    @property
    def name(self) -> str:
        return f"{'-'.join(map(str, self.sizes))} {self.activation} {self.optimizer} batch {self.batch}"

    @property
    def spec(self) -> NetworkSpec:
        loss = "SoftmaxWithLoss" if self.sizes[-1] > 1 else "IdentityWithLoss"
        return NetworkSpec.mlp(self.sizes[0], self.sizes[1:-1], self.sizes[-1], activation=self.activation, loss=loss)


CASES = (
    Case([784, 50, 10], "Sigmoid", "SGD", 100, "<= 1.30", ">= 2", 100),
    Case([784, 100, 100, 10], "Relu", "SGD", 100, "<= 1.30", "", 50),
    Case([784, 64, 32, 10], "Relu", "Momentum", 32, "<= 1.70", ">= 3", 150),
    Case([784, 100, 100, 10], "Relu", "Adam", 100, "<= 1.70", ">= 2.1", 50),
    Case([784, 512, 256, 10], "Relu", "Adam", 128, "<= 1.60", ">= 1.1", 8),
    Case([2, 4, 2, 1], "Tanh", "SGD", 10, "<= 4.10", ">= 10", 2000),
)
BOOK = ">= 2.5"
"""How much slower the book's network is, in float64 and with the gradient by the inputs, depends on the processor: 3.6
where this was first asked; 2.6 to 3.4 on another, with the first commit of the library as with a later one."""
_LR = {"SGD": 1e-5, "Momentum": 1e-6, "Adam": 1e-7}


def our_step(case: Case, batches: list[tuple[Array, Array]]) -> Callable[[], float]:
    """Return one step of our library: forward, loss, backward, update."""
    network = Network(case.spec)
    optimizer = nn.OPTIMIZERS[case.optimizer](lr=_LR[case.optimizer])
    workspace = Workspace(network, case.batch)
    feed = cycle(batches)
    done = 0

    def step() -> float:
        nonlocal done
        done += 1
        loss = workspace.gradient(*next(feed))
        optimizer.step(network.flat_params, network.flat_grads, done)
        return loss

    return step


def steps() -> None:
    """Print the step table."""
    has_torch = _torch_threads(1)
    print("Step time over the bare matrix products; PyTorch and the book over ours")
    for case in CASES:
        batches = random_batches(case.sizes, case.batch)
        pieces: dict[str, Callable[[], object]] = {
            "products": bare_products(case.sizes, batches),
            "ours": our_step(case, batches),
        }
        if has_torch:
            activation = {"Relu": "ReLU"}.get(case.activation, case.activation)
            for name, fused in (("torch", False), ("torch fused", True)):
                pieces[name] = torch_step(
                    case.sizes, activation, case.optimizer, _LR[case.optimizer], batches, fused=fused
                )
        if len(case.sizes) == 3:
            pieces["book"] = _book_step(case, batches)
        times = interleaved(pieces, case.calls)
        note = f"{statistics.median(times['ours']):.1f} us"
        report(case.name, ratio(times, "ours", "products"), case.limit, note=note)
        if has_torch:
            report("   PyTorch eager, default optimizer, over ours", ratio(times, "torch", "ours"), case.torch_limit)
            report("   PyTorch eager, fused optimizer, over ours", ratio(times, "torch fused", "ours"), "-")
        if "book" in times:
            report("   the book's network in float64, over ours", ratio(times, "book", "ours"), BOOK)


def feeding() -> None:
    """Print what gathering the batches of a real epoch adds to the step."""
    case = CASES[3]
    data = nn.DATASETS["mnist"]()
    network = Network(case.spec)
    feed = BatchFeed(network, data, TrainingConfig(batch_size=case.batch))
    iterations = cycle(range(1, 601))
    workspace, optimizer = Workspace(network, case.batch), nn.OPTIMIZERS["Adam"](lr=1e-7)
    x, targets = (a.copy() for a in feed.batch(1))

    def ready() -> None:
        workspace.gradient(x, targets)
        optimizer.step(network.flat_params, network.flat_grads, 1)

    def fed() -> None:
        workspace.gradient(*feed.batch(next(iterations)))
        optimizer.step(network.flat_params, network.flat_grads, 1)

    times = interleaved({"ready": ready, "fed": fed}, 100, rounds=31)
    print("Feeding")
    report("step with batches of a real epoch over a ready batch", ratio(times, "fed", "ready"), "<= 1.12")


def ageing() -> None:
    """Print the step time of epoch 20 over epoch 1, in real training with momentum and Adam."""
    print("Step time of epoch 20 over epoch 1 (weights and optimizer memory of each, run in turns)")
    data = nn.DATASETS["mnist"]()
    for case in (CASES[2], CASES[3]):
        config = TrainingConfig(
            optimizer=case.optimizer,
            lr={"Momentum": 0.01, "Adam": 0.001}[case.optimizer],
            batch_size=case.batch,
            epochs=20,
        )
        per_epoch = iterations_per_epoch(data, config)
        pieces: dict[str, Callable[[], object]] = {}
        for epoch in (1, 20):
            network, optimizer = Network(case.spec), config.build_optimizer()
            with np.errstate(all="ignore"):
                for _ in train(network, optimizer, data, config, 0, (epoch - 1) * per_epoch + per_epoch // 2):
                    pass
            events = train(network, optimizer, data, config, (epoch - 1) * per_epoch + per_epoch // 2)
            updates = (event for event in events if isinstance(event, Iteration))
            pieces[f"epoch {epoch}"] = lambda updates=updates: next(updates)
        times = interleaved(pieces, per_epoch // 2 // (ROUNDS + 2))
        report(case.name, ratio(times, "epoch 20", "epoch 1"), "<= 1.05")


def whole_epoch() -> None:
    """Print the images a second of one real epoch, shuffling and gathering included."""
    data, config = nn.DATASETS["mnist"](), TrainingConfig()
    network = Network(CASES[3].spec)
    start = time.thread_time()
    losses = [e.loss for e in islice(train(network, config.build_optimizer(), data, config), 600) if e]
    seconds = time.thread_time() - start
    print(f"One epoch of MNIST, 784-100-100-10 Adam: {seconds:.2f} s CPU, last loss {losses[-1]:.3f}")


def inference() -> None:
    """Print one digit through 784-100-100-10 over three bare matrix-vector products."""
    network = Network(CASES[3].spec)
    x = np.random.default_rng(0).random(784, dtype=np.float32)
    weights = [network.params[f"W{k}"].copy() for k in (1, 2, 3)]
    outputs = [np.empty(n, np.float32) for n in (100, 100, 10)]

    def products() -> None:
        np.dot(x, weights[0], out=outputs[0])
        np.dot(outputs[0], weights[1], out=outputs[1])
        np.dot(outputs[1], weights[2], out=outputs[2])

    times = interleaved({"products": products, "ours": lambda: network.predict(x)}, 2000, rounds=31)
    print("Inference")
    report("one digit through 784-100-100-10", ratio(times, "ours", "products"), "<= 2.5")


def threads() -> None:
    """Print where two threads change the picture: PyTorch with two against ours with one, wall-clock time."""
    if not _torch_threads(2):
        return
    print("PyTorch with two threads over ours with one (wall-clock time: needs a quiet machine)")
    for case in (CASES[3], CASES[4]):
        batches = random_batches(case.sizes, case.batch)
        pieces: dict[str, Callable[[], object]] = {"ours": our_step(case, batches)}
        for name, fused in (("default", False), ("fused", True)):
            pieces[name] = torch_step(case.sizes, "ReLU", case.optimizer, _LR[case.optimizer], batches, fused=fused)
        times = interleaved(pieces, case.calls, clock=time.perf_counter)
        for name in ("default", "fused"):
            report(f"{case.name}: {name} optimizer", ratio(times, name, "ours"), "-")


def _torch_threads(count: int) -> bool:
    """Let PyTorch use so many threads; return whether it is here at all."""
    if importlib.util.find_spec("torch") is None:
        print("PyTorch is not installed: its rows are left out")
        return False
    import torch

    torch.set_num_threads(count)
    return True


def _book_step(case: Case, batches: list[tuple[Array, Array]]) -> Callable[[], float]:
    book = BookNetwork(*case.sizes, case.activation)
    feed = cycle([(x.astype(np.float64), t.astype(np.float64)) for x, t in batches])
    return lambda: book.step(*next(feed), _LR[case.optimizer])


if __name__ == "__main__":
    steps()
    feeding()
    ageing()
    inference()
    whole_epoch()
    threads()
