"""What recording a learner's network costs: time beside the bare pass, and memory beside its weights.

    python tests/benchmarks/own_code_recording.py [passes]

One pass forward and backward of the book's TwoLayerNet 784-50-10 with 10 pictures, of functions and of layers. Bare,
rewritten but not recorded, and recorded passes take turns; the median of each counts.
"""

from __future__ import annotations

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import statistics
import sys
import time
import tracemalloc
from pathlib import Path

import numpy as np

from nn.own_code.gradients import gradients
from nn.own_code.loading import load
from nn.own_code.recording import Recorder
from nn.own_code.source import Source

RETYPED = Path(__file__).parent.parent / "nn" / "own_code" / "retyped"
MOST_TIMES, MOST_MB = 5.0, 1.0


def milliseconds(calls, passes):
    spent = [[] for _ in calls]
    for _ in range(passes):
        for call, times in zip(calls, spent, strict=True):
            start = time.perf_counter()
            call()
            times.append(time.perf_counter() - start)
    return [1e3 * statistics.median(times) for times in spent]


def megabytes(call):
    """Return the memory that is there after a call and was not before."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = call()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return (after - before) / 1e6


def main():
    passes = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    rng = np.random.default_rng(0)
    x, t = rng.random((10, 784)), np.eye(10)[rng.integers(0, 10, 10)]
    print(f"{'':15} {'bare':>8} {'rewritten':>10} {'recorded':>9} {'times':>6} {'kept':>8} {'rewriting':>10}  (ms, MB)")
    for name in ("functions_net", "layers_net"):
        source = Source((RETYPED / f"{name}.txt").read_text("utf-8"), f"{name}.py")
        recorder = Recorder()
        start = time.perf_counter()
        rewritten = load(source, recorder).namespace["TwoLayerNet"](784, 50, 10)
        rewriting = 1e3 * (time.perf_counter() - start)
        net = load(source).namespace["TwoLayerNet"](784, 50, 10)

        def recorded(recorder=recorder, net=rewritten):
            with recorder.recording():
                net.gradient(x, t)
            return recorder.last

        bare, off, on = milliseconds(
            [lambda n=net: n.gradient(x, t), lambda n=rewritten: n.gradient(x, t), recorded], passes
        )
        recorder.last = None
        weights = sum(value.nbytes for value in rewritten.params.values()) / 1e6
        kept = megabytes(recorded) - weights
        within = "" if on / bare <= MOST_TIMES and kept <= MOST_MB else f"   above {MOST_TIMES} times or {MOST_MB} MB"
        print(f"{name:15} {bare:8.3f} {off:10.3f} {on:9.3f} {on / bare:6.2f} {kept:8.2f} {rewriting:10.1f}{within}")
        recording = recorder.last
        start = time.perf_counter()
        gradients(recording, recording.nodes[-1])
        print(
            f"{'':15} {len(recording.nodes)} nodes, {len(recording.events)} events, "
            f"gradients in {1e3 * (time.perf_counter() - start):.2f} ms"
        )


main()
