"""What a person wants done to a network's layers: an edit by its name, before it is made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from nn.editing import architecture as edits
from playground.panels.network.drawn import may_edit
from playground.session.looking.selection import Neuron

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nn.editing.transplant import Edit
    from nn.network import NetworkSpec
    from playground.session.session import Session


@dataclass(frozen=True)
class Wish:
    """An edit by its name, which `nn.editing.architecture` and the session's editing share, and its arguments."""

    name: str
    arguments: Mapping[str, Any]

    @property
    def change(self) -> Callable[[NetworkSpec], Edit]:
        """What becomes of a network."""
        return partial(getattr(edits, self.name), **self.arguments)


def do(session: Session, wish: Wish) -> None:
    """Let the session make an edit, or say why it cannot; a moved neuron stays the chosen one."""
    if not may_edit(session, partial(do, session, wish)):
        return
    can_be = not session.architecture.refusal(wish.change)
    getattr(session.architecture, wish.name)(**wish.arguments)
    if can_be and wish.name == "move_neuron":
        session.selection.select(Neuron(wish.arguments["index"], wish.arguments["to"]))


def moved(spec: NetworkSpec, column: int, gap: int) -> Wish | None:
    """Return the wish to move a column into a gap between columns, None where it makes no sense.

    Gap k is before column k; the input stays the first.
    """
    groups = edits.groups(spec)
    if column == 0 or not 1 <= gap <= len(groups) or gap in (column, column + 1):
        return None
    block = groups[column]
    to = groups[gap].start if gap < column else groups[gap - 1].stop - len(block)
    return Wish("move_layers", {"first": block.start, "count": len(block), "to": to})


def removed(spec: NetworkSpec, column: int) -> Wish:
    """Return the wish to remove a column with all its layers."""
    block = edits.groups(spec)[column]
    return Wish("remove_layers", {"first": block.start, "count": len(block)})
