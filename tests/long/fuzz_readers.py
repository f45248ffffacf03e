"""Give every reader of foreign files a hundred thousand damaged and invented ones.

``python -m tests.long.fuzz_readers [inputs] [reader ...]``; never part of the test run. Each reader runs in a process
of its own, so that the memory it took can be told. A line says what became of the inputs; the exit code is 1 if one
was neither read nor refused in clear words.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
import sys
import tempfile
import warnings
from pathlib import Path

from tests.fuzzing import fuzz
from tests.nn.imports.test_fuzz import READERS, SEEDS

PICTURES = "pictures"


def reader_of(kind, folder):
    """Return the reader of a kind of files, and whole files of the kind."""
    if kind != PICTURES:
        return READERS[kind], SEEDS[kind]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qInstallMessageHandler

    from tests.playground.widgets.picture.test_decoder import SEEDS as PICTURE_SEEDS
    from tests.playground.widgets.picture.test_decoder import folder_reader

    qInstallMessageHandler(lambda *_: None)  # decoders warn about every damaged picture
    return folder_reader(folder), PICTURE_SEEDS


def run(kind, inputs):
    """Run one reader and tell its figures."""
    warnings.filterwarnings("ignore", "invalid (octal )?escape sequence")  # pickletools on damaged texts of Python 2
    with tempfile.TemporaryDirectory() as folder:
        read, seeds = reader_of(kind, Path(folder))
        fuzz(read, seeds, random.Random(kind), 100)  # imports and tables that are made once
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        figures = fuzz(read, seeds, random.Random(inputs), inputs)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    sys.stdout.write(f"{kind}: {figures}, {grown:.0f} MB more memory at most\n")


def main():
    """Run the readers that are named, else all."""
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    context, failed = multiprocessing.get_context("spawn"), False
    for kind in sys.argv[2:] or (*READERS, PICTURES):
        process = context.Process(target=run, args=(kind, inputs))
        process.start()
        process.join()
        failed |= process.exitcode != 0
    sys.exit(failed)


if __name__ == "__main__":
    main()
