"""Reads the command line of a command and runs it."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from nn.messages import printable
from playground.commands import COMMANDS
from playground.commands.endings import INTERRUPTED, MEANINGS, READER_GONE, UNWRITTEN, Refusal
from playground.commands.interrupts import Interrupts

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(words: Sequence[str], interrupts: Interrupts | None = None) -> int:
    """Run the command that `words` begin with; return its exit code.

    Parameters
    ----------
    interrupts
        Listens already, for a command that ends in order when it is asked to.
    """
    options = _parser().parse_args(words)
    options.interrupts = interrupts or Interrupts()
    try:
        code: int = options.act(options)
        sys.stdout.flush()  # here, where it can still be said if nobody takes the lines
        return code
    except Refusal as refusal:
        sys.stderr.write(f"nn-playground {words[0]}: {refusal}\n")
        return refusal.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the lines has read enough
        _discard_lines()
        return READER_GONE
    except OSError as error:  # of the lines: files have their own refusals
        _discard_lines()
        if options.interrupts.code:  # the terminal went away, and with it who could be told
            return options.interrupts.code
        sys.stderr.write(f"nn-playground {words[0]}: the lines could not be written: {error.strerror or error}\n")
        return UNWRITTEN


def _discard_lines() -> None:
    """Let what is still to be written go nowhere: the interpreter would complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    """Refuses in words that are safe to print: a pattern of the shell brings in the names of files."""

    def error(self, message: str) -> NoReturn:
        super().error(printable(message, 1000))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="nn-playground", description="The playground's engine, without its window.")
    commands = parser.add_subparsers(required=True)
    for name in COMMANDS:
        module = import_module(f"playground.commands.{name}")
        about = module.__doc__ or ""
        described = commands.add_parser(
            name,
            help=about,
            description=about,
            epilog=MEANINGS,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        module.add_options(described)
        described.set_defaults(act=module.act)
    return parser
