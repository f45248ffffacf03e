"""A script run for a while: so long that it shows whether it learns, never to its end where that is far."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from nn.own_code.checks.chance import start_again, undisturbed
from nn.own_code.loading import Loaded, load
from nn.own_code.recording import RecordingEnds
from nn.own_code.scripts.loop import TrainingLoop, difference_of
from nn.own_code.scripts.rewriting import Rewriting
from nn.own_code.scripts.watching import Watch
from nn.own_code.source import Source

TURNS, SECONDS = 200, 2.0
TRIED_TURNS, TRIED_SECONDS = 60, 0.8
"""For a changed script."""


@dataclass(frozen=True)
class Run:
    """A script that ran.

    Attributes
    ----------
    source : Source
    tree : ast.Module
    loop : TrainingLoop
    watch : Watch
    loaded : Loaded
    """

    source: Source
    tree: ast.Module
    loop: TrainingLoop
    watch: Watch
    loaded: Loaded

    @property
    def names(self) -> Mapping[str, Any]:
        """What is known in the loop at last."""
        return self.watch.names or self.loaded.namespace


def run(source: Source, tree: ast.Module, loop: TrainingLoop, turns: int = TURNS, seconds: float = SECONDS) -> Run:
    """Run a script until its loop has turned often enough. Its code runs here."""
    watch = Watch(turns, seconds, _targets(loop))
    rewriting = Rewriting(source.name, loop, watch.hooks())
    with warnings.catch_warnings(), np.errstate(all="ignore"), undisturbed():
        warnings.simplefilter("ignore")
        start_again()
        loaded = load(source, rewriting, name="__main__")
        with suppress(RecordingEnds):  # it has taken too long already
            watch.look_again()
    return Run(source, tree, loop, watch, loaded)


def _targets(loop: TrainingLoop) -> dict[str, Callable[[Mapping[str, Any]], Any]]:
    """Return what gives the values that updates of the loop's own change."""
    found = {}
    for update in loop.updates:
        if isinstance(update, ast.AugAssign):
            target: ast.expr = update.target
        elif isinstance(update, ast.Assign) and (difference := difference_of(update)) is not None:
            target = difference.left
        else:
            continue
        text = ast.unparse(target)
        found[text] = _reader(compile(text, "target", "eval"))
    return found


def _reader(code: Any) -> Callable[[Mapping[str, Any]], Any]:
    return lambda names: eval(code, {}, dict(names))
