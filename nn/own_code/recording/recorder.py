"""Records a program while it runs."""

from __future__ import annotations

import ast
import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.recording.calls import Calls
from nn.own_code.recording.expressions import Expressions
from nn.own_code.recording.identities import Identities
from nn.own_code.recording.node import LEAF, Node
from nn.own_code.recording.recording import Recording
from nn.own_code.recording.rewriting import Rewriting
from nn.own_code.recording.site import Site
from nn.own_code.recording.statements import Statements
from nn.own_code.recording.tape import MOST_BYTES, MOST_NODES, RecordingEnds, Tape
from nn.own_code.recording.writes import Writes


class Recorder:
    """Rewrites programs so that they can be recorded, and records what they do.

    A program's arrays remain ordinary arrays. A recorder belongs to one program and one thread.

    Parameters
    ----------
    most_nodes, most_bytes : int
        Where a recording ends.
    ends_program : bool
        Whether the program ends there as well, as a training loop should; otherwise it goes on unrecorded.

    Attributes
    ----------
    last : Recording or None
        The recording that was finished last.
    """

    def __init__(self, most_nodes: int = MOST_NODES, most_bytes: int = MOST_BYTES, ends_program: bool = False) -> None:
        tape = self._tape = Tape(most_nodes, most_bytes)
        self._ends_program = ends_program
        identities = self._identities = Identities(tape)
        writes = Writes(tape, identities)
        self._expressions = Expressions(tape, identities, self._end)
        self._statements = Statements(tape, identities, writes, self._end)
        self._calls = Calls(tape, identities, writes, self._expressions, self._end)
        self._sources: dict[str, str] = {}
        self.last: Recording | None = None

    @property
    def sites(self) -> tuple[Site, ...]:
        """Every place that can be noted, of all programs that were rewritten."""
        return tuple(self._tape.sites)

    @property
    def files(self) -> frozenset[str]:
        """The files of the programs that were rewritten."""
        return frozenset(self._sources)

    def rewrite(self, tree: ast.Module, file: str, text: str) -> ast.Module:
        """Return a program that tells this recorder what it does; it runs where the names of `hooks` are known."""
        self._sources[file] = text
        self._calls.files.add(file)
        return Rewriting(file, text, self._tape.sites).of(tree)

    def hooks(self) -> Mapping[str, Callable[..., Any]]:
        """Return what a rewritten program calls, by name."""
        expressions, statements = self._expressions, self._statements
        return {
            "__own_binary__": expressions.binary,
            "__own_unary__": expressions.unary,
            "__own_attribute__": expressions.transposed,
            "__own_item__": expressions.item,
            "__own_rows__": expressions.rows,
            "__own_call__": self._calls.call,
            "__own_slice__": slice,
            "__own_line__": statements.line,
            "__own_enter__": statements.enter,
            "__own_leave__": statements.leave,
            "__own_bind__": statements.bind,
            "__own_put__": statements.put,
            "__own_augment__": statements.augment,
            "__own_augment_item__": statements.augment_item,
        }

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Record what happens within; afterwards `last` has it, whether it ended well or not."""
        tape = self._tape
        tape.clear()
        self._identities.clear()
        self._calls.layers.clear()
        tape.on = True
        collects = gc.isenabled()
        gc.disable()  # all that is recorded is alive: the collector would walk over it again and again
        try:
            yield
        except RecordingEnds:
            pass
        finally:
            if tape.on:
                self.last = self._finished()
            if collects:
                gc.enable()

    def node_of(self, value: Any) -> Node | None:
        """Return the node of an array or a computed number of the last recording, None if it is none of its."""
        return self._identities.known(value)

    def name(self, value: Any, name: str) -> None:
        """Give an array that goes into the recording a name; call it while recording."""
        node = self._identities.node_of(value)
        if node is None and isinstance(value, float | np.generic):
            node = self._identities.meet(value, self._tape.add(LEAF, None, (), value))
        if node is not None:
            node.name = name

    @contextmanager
    def substitute(self, site: Site, function: Callable[[Any], Any]) -> Iterator[None]:
        """Let the value that is bound at a place be another one: what `function` makes of it.

        Where a statement changes an array in place, its elements are replaced.
        """
        place = self._tape.sites.index(site)
        self._statements.substitutes[place] = function
        try:
            yield
        finally:
            del self._statements.substitutes[place]

    def _end(self) -> None:
        """End a recording that is full, before the program goes on and changes its arrays."""
        self.last = self._finished()
        if self._ends_program:
            raise RecordingEnds

    def _finished(self) -> Recording:
        tape = self._tape
        tape.on = False
        before = self._identities.seal()
        for node in tape.nodes:
            node.seal(before)
        notes = (self._full(),) if tape.is_ending else ()
        return Recording(
            MappingProxyType(dict(self._sources)),
            self.sites,
            tuple(tape.nodes),
            notes,
            tape.is_ending,
            tuple(tape.events),
        )

    def _full(self) -> Message:
        tape = self._tape
        line = tape.sites[tape.events[-1][1]].line if tape.events else 1
        return Message(
            "Line {line}: the recording is full after {count:,} values; it ends here.", line=line, count=len(tape.nodes)
        )
