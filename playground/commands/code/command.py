"""The command ``check`` for a program of a learner's, and for a folder of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from nn.messages import printable
from playground.commands.code.judged import Judge
from playground.commands.code.one_file import as_json, tell
from playground.commands.code.rows import rows_of
from playground.commands.code.table import check_ending, print_row, shown_names, widths_of, write
from playground.commands.endings import DONE, UNSOUND, USAGE, WRONG, Refusal
from playground.confined.statement import Degree, expected

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playground.commands.code.judged import Judged

FLAGS = {
    "name": "only this class or function",
    "json": "say it as JSON",
    "explain": "say which line it is, in what way, and what to change",
    "output": "of a folder: write the table there, as .csv or .html",
    "force": "replace the output if it is there already",
    "anonymous": "of a folder: numbers in the place of the files' names",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the options for programs."""
    from pathlib import Path

    group = parser.add_argument_group("for a Python file, or a folder of them")
    for name, about in FLAGS.items():
        if name == "name":
            group.add_argument("--name", metavar="CLASS", help=about)
        elif name == "output":
            group.add_argument("--output", type=Path, metavar="FILE", help=about)
        else:
            group.add_argument(f"--{name}", action="store_true", help=about)


def is_code(path: Path) -> bool:
    """Say whether a path is a Python file, or a folder with some in it."""
    return bool(programs_in(path)) if path.is_dir() else path.suffix.lower() == ".py"


def programs_in(folder: Path) -> list[Path]:
    """List the Python files that lie directly in a folder."""
    return sorted(path for path in folder.glob("*.py") if path.is_file())


def refuse_flags(options: argparse.Namespace) -> None:
    """Refuse options of programs where the file is none."""
    given = [f"--{name}" for name in FLAGS if getattr(options, name)]
    if given:
        raise Refusal(USAGE, f"{', '.join(given)}: only for a Python file (.py), or a folder of them")


def act(options: argparse.Namespace) -> int:
    """Judge a file or a folder; return the exit code."""
    if expected().degree is not Degree.FULL:
        sys.stderr.write(f"{expected().sentence}\n")
    judge = Judge(options.name, explains=options.explain)
    if options.file.is_dir():
        return _check_folder(options, judge)
    if options.output is not None or options.anonymous:
        raise Refusal(USAGE, "--output and --anonymous are for a folder of Python files")
    judged = judge.one(options.file)
    if options.name and not judged.judgements and judged.trouble is None:
        raise Refusal(UNSOUND, f"{printable(str(options.file))} defines no {printable(options.name)}")
    if options.json:
        sys.stdout.write(f"{as_json([judged])}\n")
    else:
        tell(judged, explains=options.explain)
    return _code([judged])


def _check_folder(options: argparse.Namespace, judge: Judge) -> int:
    if options.output is not None:
        check_ending(options.output)
        if options.output.exists() and not options.force:
            raise Refusal(USAGE, f"{printable(str(options.output))} is there already; give --force to replace it")
    names = shown_names(programs_in(options.file), anonymous=options.anonymous)
    files = list(_told(judge.all(names, names.values()), list(names.values()), options))
    if options.output is not None:
        title = f"{options.file.resolve().name}, checked"
        write(options.output, title, [row for judged in files for row in rows_of(judged, explains=options.explain)])
    if options.json:
        sys.stdout.write(f"{as_json(files)}\n")
    return _code(files)


def _told(files: Iterable[Judged], names: list[str], options: argparse.Namespace) -> Iterator[Judged]:
    """Print the rows of each file when it is judged."""
    for judged in files:
        if not options.json:
            for row in rows_of(judged, explains=options.explain):
                print_row(row, widths_of(names))
        yield judged


def _code(files: list[Judged]) -> int:
    verdicts = {judged.is_right for judged in files}
    return WRONG if False in verdicts else DONE if True in verdicts else UNSOUND
