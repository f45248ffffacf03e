"""Write a network in a form that others use: a program, ONNX, or its weights."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from nn.exports import EXPORTS, Unfit
from nn.messages import printable
from playground.commands.endings import DONE, UNSOUND, USAGE, Refusal, unwritten
from playground.commands.stored import open_stored

if TYPE_CHECKING:
    import argparse

_LONGEST = 4096
"""Characters of a path that a script may want to read: none has more."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    kinds = "\n".join(f"  {name:<12}{export.about}" for name, export in EXPORTS.items())
    parser.description = f"{__doc__}\n\nkinds:\n{kinds}"
    parser.add_argument("file", type=Path, metavar="FILE", help="a document, or weights that train wrote")
    parser.add_argument("--to", required=True, choices=tuple(EXPORTS), help="what to write")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to (beside FILE)")
    parser.add_argument("--force", action="store_true", help="replace the output if it is there already")


def act(options: argparse.Namespace) -> int:
    """Write the file or files and name them; return the exit code."""
    kind = EXPORTS[options.to]
    output = options.output or options.file.with_name(f"{options.file.stem}_{options.to}{kind.suffix}")
    if output.exists() and not options.force:
        raise Refusal(USAGE, f"{printable(str(output))} is there already; give --force to replace it")
    run = open_stored(options.file).run()
    try:
        written = kind.write(output, run)
    except Unfit as error:
        raise Refusal(UNSOUND, str(error)) from error
    except OSError as error:
        raise unwritten(output, error) from error
    sys.stdout.writelines(f"{printable(str(path), _LONGEST)}\n" for path in written)
    return DONE
