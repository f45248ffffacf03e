"""Kill a process at random moments while it saves and copies a document, and look what is left.

Run alone it takes the number of kills and a folder:
``python tests/playground/session/document/killed.py 200 /tmp/kills``. The child saves without a pause, in turns into
its file and into the recovery place, and says after each write which document is safe now. After the kill both places
must hold a whole document that is no older than what was said.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import IO

import numpy as np

from nn.datasets import Dataset
from nn.network import NetworkSpec
from nn.training import Checkpoint, TrainingConfig
from playground.session.document.copies.recovery import RecoveryFolder, left_behind
from playground.session.document.file_access import open_document, save_document
from playground.session.document.kept_data import keep
from playground.session.document.saved import SavedDocument
from playground.session.document.state import DatasetChoice, DocumentState

LONGEST_S = 0.15
ROWS = 400
"""Of imported data, 2.5 MB in each document."""


def document(number: int) -> SavedDocument:
    """Return a document whose weights, configuration and imported data all say its number.

    The data change with every third document only, so that copies share them and drop them again.
    """
    spec = NetworkSpec.mlp(784, (100,), 10)
    start = Checkpoint.initial(spec, 0)
    params = start.params * 0 + number
    params.flags.writeable = False
    config = TrainingConfig(evaluate_every=number)
    x, t = np.full((ROWS, 784), float(number // 3)), np.zeros(ROWS, np.int64)
    data = keep(DatasetChoice("file", {"path": "gone.csv"}), Dataset("file", x, t, x, t, classes=("a",)))
    return SavedDocument(DocumentState(spec, replace(start, params=params), config, data))


def number_in(saved: SavedDocument) -> int:
    """Return the number of a document; fails if it is put together from two."""
    number = saved.state.config.evaluate_every
    assert (saved.state.checkpoint.params == number).all(), "half of it is of another document"
    kept = saved.state.dataset.kept
    assert kept is not None
    assert (kept.x == number // 3).all(), "its data are of another document"
    return number


def save_for_ever(folder: Path, said: IO[str]) -> None:
    """Save one document after the other, and say so."""
    path, copies = folder / "a.safetensors", RecoveryFolder(folder / "recovery")
    number, file = 0, None
    if path.exists():
        saved, file = open_document(path)
        number = number_in(saved)
    while True:
        number += 1
        file = save_document(document(number), path, file)
        said.write(f"file {number}\n")
        said.flush()
        copies.keep(document(number))
        said.write(f"copy {number}\n")
        said.flush()


def kill_one(folder: Path, chance: random.Random) -> list[str]:
    """Start a child, kill it, and return what was lost."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        save_for_ever(folder, os.fdopen(writer, "w"))
    os.close(writer)
    with os.fdopen(reader) as pipe:
        said = [pipe.readline()]  # once it is under way
        time.sleep(chance.random() * LONGEST_S)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said += pipe.readlines()
    safe = {line.split()[0]: int(line.split()[1]) for line in said if line.endswith("\n") and line.strip()}
    losses = []
    if number_in(open_document(folder / "a.safetensors")[0]) < safe.get("file", 0):
        losses.append(f"the file is older than {safe}")
    if "copy" in safe:
        found = left_behind(folder / "recovery")
        if not found or number_in(found[0].saved) < safe["copy"]:
            losses.append(f"the copy is older than {safe}")
    return losses


def main() -> int:
    """Kill so many times; return how often something was lost."""
    kills, folder = int(sys.argv[1]), Path(sys.argv[2])
    chance = random.Random(1)
    losses = [loss for _ in range(kills) for loss in kill_one(folder, chance)]
    sys.stdout.write("".join(f"{loss}\n" for loss in losses))
    sys.stdout.write(f"{kills} kills, {len(losses)} losses\n")
    return len(losses)


if __name__ == "__main__":
    sys.exit(main())
