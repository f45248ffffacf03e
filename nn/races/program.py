"""A race as a program on `nn` that does it again, bit for bit."""

from __future__ import annotations

import pprint
from pathlib import Path

from nn.exports.base import Unfit
from nn.exports.program_files import head, section, write_program
from nn.exports.program_parts import Aside
from nn.imports.file_bytes import Watch, unwatched
from nn.messages import Message
from nn.races.files import RaceFile
from nn.races.race import Race

_WIDTH = 110
_RUN = """field = Field(race, race.material.load())
while field.advance():  # one update, or one piece of a measurement, of who is furthest behind
    pass

for finish in field.finishes():
    if finish.diverged_at:
        told = f"diverged at iteration {finish.diverged_at}"
    else:
        told = f"loss {finish.figure('loss'):.6f}  train {finish.figure('train'):.4f}  test {finish.figure('test'):.4f}"
    same = DIGESTS.get(finish.name)
    sign = "" if same is None else "  the same bits" if same == finish.digest else "  other bits than in the window"
    print(f"{finish.name:24} {told}{sign}")
"""


def write_race_program(path: Path, race_file: RaceFile, watch: Watch = unwatched) -> tuple[Path, ...]:
    """Write the program, with the digests of what was raced to compare with.

    Raises
    ------
    Unfit
        If it is no race of networks, or the program would be taken for a library.
    OSError
        If it cannot be written.
    """
    race = race_file.experiment
    if not isinstance(race, Race):
        raise Unfit(Message("Only a race of networks becomes a program; save this one as .json."))
    done = next((each for each in race_file.done if each.seed == race.base.config.seed), None)
    finishes = () if done is None else done.finishes
    digests = {finish.name: finish.digest for finish in finishes if finish.iterations == race.iterations}
    digests |= {finish.name: finish.digest for finish in finishes if finish.diverged_at}
    text = "".join(
        [
            head(
                f"Race {len(race.contestants)} networks for {race.iterations:,} updates, as NN Playground did.",
                "nn-playground, whose library nn does the work (pip install nn-playground)",
                "from nn.races import Field, Race",
                race.base.config.threads,
            ),
            section("who takes part", f"race = Race.from_json(\n{_literal(race.to_json())}\n)\n"),
            section("what came out in the window: SHA-256 of the weights", f"DIGESTS = {_literal(digests).lstrip()}\n"),
            section("the race", _RUN),
        ]
    )
    return write_program(path, text, Aside(), watch)


def _literal(data: object) -> str:
    lines = pprint.pformat(data, width=_WIDTH, sort_dicts=False).splitlines()
    return "\n".join(f"    {line}" for line in lines)
