"""A race as a file: what was to be done, and what came of it so far; the same text reads as JSON and as TOML."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nn.messages import Message
from nn.races.experiment import KINDS, Experiment, read_experiment, written
from nn.races.finish import Finish

FORMAT, VERSION = "nn-playground race", 1
LARGEST = 64 * 1024 * 1024
_MOST_RUNS = 1000


@dataclass(frozen=True)
class Done:
    """A race that was run with one seed, whole or in part."""

    seed: int
    finishes: tuple[Finish, ...]


@dataclass(frozen=True)
class RaceFile:
    """What a file of a race holds.

    Attributes
    ----------
    experiment : Race, Paths, Spreads or Hunt
        What was to be done.
    done : tuple of Done
        What came of it, a seed each; empty for one that was not begun.
    card : str
        The card that it came from, or nothing.
    as_in_the_book : bool
        Which of the card's two ways.
    own_data : bool
        Whether it learns the samples of the document that it is in, which have no name: such a race has no file.
    """

    experiment: Experiment
    done: tuple[Done, ...] = ()
    card: str = ""
    as_in_the_book: bool = False
    own_data: bool = False

    def with_done(self, done: Sequence[Done]) -> RaceFile:
        """Return it with what came of it."""
        return replace(self, done=tuple(done))

    def to_bytes(self) -> bytes:
        """Return the text of the file."""
        runs = [{"seed": each.seed, "finishes": [f.to_json() for f in each.finishes]} for each in self.done]
        data = {
            "format": FORMAT,
            "version": VERSION,
            "card": self.card,
            "as_in_the_book": self.as_in_the_book,
            **({"own_data": True} if self.own_data else {}),
            **written(self.experiment),
            "runs": runs,
        }
        return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False).encode(errors="backslashreplace")


def read_race_file(path: Path) -> RaceFile:
    """Return what a file holds.

    Raises
    ------
    OSError
        If it cannot be read.
    TypeError, ValueError
        If it is no race; the message says in one sentence what is wrong.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise ValueError(
            Message(
                "{name} has {size:,} bytes; a race file has at most {most:,}", name=path.name, size=size, most=LARGEST
            )
        )
    race = parsed_race(path.read_bytes(), path.name)
    if race.own_data:
        raise ValueError(
            Message("{name} is a race of a person's own samples, which are in the document it is from", name=path.name)
        )
    return race


def parsed_race(content: bytes, name: str) -> RaceFile:
    """Return what the text of a file says; TypeError or ValueError if it is no race."""
    try:
        text = content.decode("utf-8")
        data = tomllib.loads(text) if name.lower().endswith(".toml") else json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(
            Message("{name} is neither JSON nor TOML that can be read: {reason}", name=name, reason=str(error))
        ) from error
    if not isinstance(data, dict) or data.get("format", FORMAT) != FORMAT or not any(kind in data for kind in KINDS):
        raise ValueError(
            Message("{name} is no race; a race file has one of {kinds}", name=name, kinds=", ".join(KINDS))
        )
    version = data.get("version", VERSION)
    if version != VERSION:
        raise ValueError(
            Message(
                "{name} has version {version!r}; this program reads {known}", name=name, version=version, known=VERSION
            )
        )
    return RaceFile(
        read_experiment(data),
        tuple(_runs(data)),
        str(data.get("card", "")),
        data.get("as_in_the_book") is True,
        data.get("own_data") is True,
    )


def _runs(data: dict[str, Any]) -> list[Done]:
    runs = data.get("runs", [])
    if not isinstance(runs, list) or len(runs) > _MOST_RUNS:
        raise TypeError(Message("runs is no list of at most {most:,}", most=_MOST_RUNS))
    found = []
    for each in runs:
        if not isinstance(each, dict) or not isinstance(each.get("finishes"), list):
            raise TypeError(Message("a run of the race holds no list of finishes"))
        seed = each.get("seed", 0)
        if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < 2**31:
            raise ValueError(Message("the seed of a run is {seed!r}; give a whole number", seed=seed))
        found.append(Done(seed, tuple(map(Finish.from_json, each["finishes"]))))
    return found


def table(race_file: RaceFile) -> bytes:
    """Return the outcome as a table of CSV: a row for each contestant and seed."""
    lines = ["name,seed,iterations,loss,train_accuracy,test_accuracy,diverged_at,weights_mean_abs,digest"]
    for run in race_file.done:
        for finish in run.finishes:
            figures = [_cell(finish.figure(name)) for name in ("loss", "train", "test")]
            numbers = (*figures, str(finish.diverged_at or ""), _cell(finish.figure("weight")), finish.digest)
            lines.append(",".join([_text(finish.name), str(run.seed), str(finish.iterations), *numbers]))
    return ("\r\n".join(lines) + "\r\n").encode(errors="backslashreplace")


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.6g}"


def _text(text: str) -> str:
    """Return a name as a cell: quoted, and never taken for a formula by a spreadsheet."""
    safe = f"'{text}" if text[:1] in "=+-@\t\r" else text
    return '"' + safe.replace('"', '""') + '"' if any(sign in safe for sign in ',"\r\n') else safe
