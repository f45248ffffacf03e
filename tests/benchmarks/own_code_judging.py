"""How well learners' mistakes are found: random changes of right code, judged; each figure with its seed.

    python tests/benchmarks/own_code_judging.py [SEED] [CHANGES OF EACH CLASS] [NAMES ...]

A change counts if running it gives anything else than the right code does. It is detected if the judgement is "not
right"; its line is right if it is the changed one (of a deleted line the gap, one line off at most), or if the change
that the judgement proposes gives back all that the right code does. All times are processor time.
"""

from __future__ import annotations

import os
import platform
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from multiprocessing import Pool
from typing import NamedTuple

os.environ["OPENBLAS_NUM_THREADS"] = "1"

from own_code_mutations import Mutation, alike, behaviour, mutations

from nn.own_code.judgement import Certainty
from nn.own_code.judging import judge
from nn.own_code.loading import load
from nn.own_code.source import Source

TARGETS = {
    "functions": "sigmoid softmax cross_entropy_error relu sigmoid_grad step_function numerical_gradient",
    "layers": "Relu Sigmoid Affine Dropout BatchNormalization MulLayer AddLayer",
    "losses": "SoftmaxWithLoss",
    "optimizers": "SGD Momentum Nesterov AdaGrad RMSprop Adam",
    "two_layer_net_by_hand": "TwoLayerNet",
    "two_layer_net_of_layers": "TwoLayerNet",
    "images": "im2col col2im Convolution Pooling",
}
LONGEST = 1.0
"""Seconds of processor time that a changed program may take, before its behaviour counts as another."""
LONGEST_JUDGED = 20.0
"""Seconds after which a judgement is given up: it counts as a miss."""


class Outcome(NamedTuple):
    """What became of one change."""

    mutation: Mutation
    kind: str
    said: str
    seconds: float


class NeverEnds(BaseException):  # what runs catches every Exception, and goes on
    """A changed loop goes on."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise NeverEnds

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def behaves(text: str, name: str) -> list | str:
    try:
        with at_most(LONGEST):
            return behaviour(load(Source(text)).namespace, name)
    except (NeverEnds, KeyError):
        return "never ends"


def outcome(job: tuple[Mutation, str]) -> Outcome:
    mutation, right = job
    meant = behaves(right, mutation.target)
    if alike(meant, behaves(mutation.text, mutation.target)):
        return Outcome(mutation, "same meaning", "", 0)
    before = time.process_time()
    try:
        with at_most(LONGEST_JUDGED):
            found = judge(Source(mutation.text), mutation.target)
    except NeverEnds:
        return Outcome(mutation, "missed", "not judged in time", time.process_time() - before)
    seconds = time.process_time() - before
    if not found or found[0].is_right is not False:
        return Outcome(mutation, "missed", "", seconds)
    diagnosis = found[0].diagnosis
    if diagnosis is None:
        return Outcome(mutation, "no line", str(found[0].verdict), seconds)
    said = f"{diagnosis.line} {diagnosis.certainty}: {diagnosis.how}"
    away = abs(diagnosis.line - mutation.line)
    if away == 0 or (mutation.is_deleted and away == 1):
        return Outcome(mutation, "right line", said, seconds)
    if diagnosis.edit is not None and alike(meant, behaves(diagnosis.edit.applied(mutation.text), mutation.target)):
        return Outcome(mutation, "mended elsewhere", said, seconds)
    is_sure = diagnosis.certainty == Certainty.SURE
    return Outcome(mutation, "wrong line, sure" if is_sure else "wrong line, perhaps", said, seconds)


def jobs(seed: int, count: int, names: list[str]) -> list[tuple[Mutation, str]]:
    chance = random.Random(seed)
    found = []
    for file, targets in TARGETS.items():
        text = files("nn.own_code.diagnosis.models").joinpath(f"{file}.txt").read_text("utf-8")
        for target in targets.split():
            if not names or target in names:
                found += [(mutation, text) for mutation in mutations(text, target, count, chance)]
    return found


def main() -> None:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    with Pool(2) as pool:
        wanted = jobs(seed, count, sys.argv[3:])
        outcomes = []
        for found in pool.imap_unordered(outcome, wanted, chunksize=1):
            outcomes.append(found)
            print(f"\r{len(outcomes)} of {len(wanted)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    kinds = Counter(each.kind for each in outcomes)
    changed = [each for each in outcomes if each.kind != "same meaning"]
    total = len(changed) or 1
    right = kinds["right line"] + kinds["mended elsewhere"]
    times = sorted(each.seconds for each in changed)
    print(f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, seed {seed}")
    print(f"changes {len(outcomes)}, of which change what the code does {len(changed)}")
    print(f"detected         {total - kinds['missed']:4} {100 * (total - kinds['missed']) / total:5.1f}%   at least 98")
    print(f"line right       {right:4} {100 * right / total:5.1f}%   at least 82")
    print(f"wrong, but sure  {kinds['wrong line, sure']:4} {100 * kinds['wrong line, sure'] / total:5.1f}%   at most 4")
    print(f"judged and explained: median {times[len(times) // 2]:.2f} s, longest {times[-1]:.2f} s of processor time")
    for each in changed:
        if each.kind not in ("right line", "mended elsewhere"):
            mutation = each.mutation
            print(f"{each.kind}: {mutation.target} {mutation.line}: {mutation.was} -> {mutation.now} | {each.said}")


if __name__ == "__main__":
    main()
