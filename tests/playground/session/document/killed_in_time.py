"""Kill a process at random moments while it switches between branches or replays the past, and look what is left.

Run alone it takes what it is at, the number of kills and a folder:
``python tests/playground/session/document/killed_in_time.py switching 20 /tmp/kills``. The child trains, begins a
branch, trains that, and then switches to and fro without a pause, or looks at one moment of the past after the other
(``replaying``), each found by training again, with a copy after each. It says which weights each run ended with. After
the kill there must be a copy with both runs, their weights and their whole ways.
"""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import time
from pathlib import Path

LONGEST_S = 0.4


def marks_of(state) -> dict[int, str]:
    """Return what tells the weights of each run, by its number."""
    ends = {run.label.number: run.checkpoint for run in state.runs} | {state.run_label.number: state.checkpoint}
    return {number: hashlib.sha256(end.params.tobytes()).hexdigest() for number, end in ends.items()}


def wait_until(app, is_done) -> None:
    while not is_done():
        app.processEvents()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def go_on_for_ever(what: str, folder: Path) -> None:
    """Train two futures and switch between them, or look at their past, and say so."""
    from PySide6.QtCore import QCoreApplication

    from playground.session.document.copies.recovery import RecoveryFolder
    from playground.session.document.file_work import FileWork
    from playground.session.session import Session

    app, session = QCoreApplication([]), Session(load=False)
    document, playhead = session.document, session.past.playhead
    session.editing.choose_dataset("xor2d")
    wait_until(app, lambda: session.library.data is not None and document.state.dataset.name == "xor2d")
    session.editing.edit_config("short", epochs=5)
    for lr in (0.01, 0.1):
        session.editing.edit_config("rate", lr=lr)
        session.control.train()
        wait_until(app, lambda: session.run.is_running)
        wait_until(app, lambda: not session.control.is_busy)
        if not document.state.runs:
            playhead.go(document.state.checkpoint.iteration // 2)
            wait_until(app, lambda: playhead.is_exact and not playhead.is_replaying)
            playhead.go_on_from_here()
    files, copies = FileWork(session), RecoveryFolder(folder)
    for number, mark in marks_of(document.state).items():
        say(f"run {number} {mark}")
    session.branches.compact_past(document.state.run_label.number)  # moments are found from the beginning
    while True:
        if what == "switching":
            (other,) = document.state.runs
            session.branches.switch(other.label.number)
        else:
            playhead.go(playhead.last - 1 if playhead.position is None else 1 + playhead.position % (playhead.last - 1))
            wait_until(app, lambda: playhead.is_exact and not playhead.is_replaying)
        copies.keep(files.snapshot())
        say(f"at {document.state.run_label.number}")


def kill_one(what: str, folder: Path, chance: random.Random) -> list[str]:
    """Start a child, kill it, and return what was lost."""
    from playground.session.document.copies.recovery import discard, left_behind

    child = subprocess.Popen([sys.executable, __file__, "child", what, folder], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    said = [child.stdout.readline().split() for _ in range(3)]  # once it is under way
    time.sleep(chance.random() * LONGEST_S)
    child.kill()
    said += [line.split() for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    child.wait()
    marks = {int(words[1]): words[2] for words in said if words and words[0] == "run"}
    found = left_behind(folder)
    if not found:
        return ["there is no copy"]
    saved, losses = found[0].saved, []
    if marks_of(saved.state) != marks:
        losses.append("the copy has other runs or weights")
    ways = {saved.state.run_label.number: saved.way, **saved.branches}
    ends = {number: hashlib.sha256(kept.way.end.params.tobytes()).hexdigest() for number, kept in ways.items() if kept}
    if ends != marks or any(kept.way.first for kept in ways.values()):
        losses.append("a way is not whole")
    discard(found[0])
    return losses


def main() -> int:
    """Kill so many times; return how often something was lost."""
    if sys.argv[1] == "child":
        go_on_for_ever(sys.argv[2], Path(sys.argv[3]))
    what, kills, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(exist_ok=True)
    chance = random.Random(1)
    losses = [loss for _ in range(kills) for loss in kill_one(what, folder, chance)]
    sys.stdout.write("".join(f"{loss}\n" for loss in losses))
    sys.stdout.write(f"{kills} kills, {len(losses)} losses\n")
    return len(losses)


if __name__ == "__main__":
    sys.exit(main())
