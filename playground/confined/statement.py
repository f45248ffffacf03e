"""What is protected from a learner's code, as data: for the window before Run, for the command line, for the child."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from nn.messages import Message, joined
from playground.confined.kernel import landlock, seccomp


class Held(Enum):
    """What code in the confined process is kept from."""

    FREEZING = "freezing"
    """Freezing or crashing this program: it is another process, and it is ended."""
    MEMORY = "memory"
    WRITING = "writing"
    READING = "reading"
    NETWORK = "network"
    PROGRAMS = "programs"
    """Starting programs and processes, and touching those that run."""


class Degree(Enum):
    """How much of it holds."""

    FULL = "full"
    PARTLY = "partly"
    NOT = "not"


HARM = frozenset({Held.WRITING, Held.READING, Held.NETWORK, Held.PROGRAMS})
"""What a person's files and machine could suffer by."""
_BY_LANDLOCK = frozenset({Held.WRITING, Held.READING})
_BY_SECCOMP = frozenset({Held.WRITING, Held.NETWORK, Held.PROGRAMS})


_OPEN = {
    Held.FREEZING: Message("freezing this program"),
    Held.MEMORY: Message("using up the memory"),
    Held.WRITING: Message("writing and deleting files"),
    Held.READING: Message("reading files"),
    Held.NETWORK: Message("using the network"),
    Held.PROGRAMS: Message("starting programs"),
}


@dataclass(frozen=True, slots=True)
class Protection:
    """What holds.

    Attributes
    ----------
    held : frozenset of Held
    """

    held: frozenset[Held]

    @property
    def degree(self) -> Degree:
        """Whether all, some or nothing is held by which somebody could suffer harm."""
        if self.held >= HARM:
            return Degree.FULL
        return Degree.PARTLY if self.held & HARM else Degree.NOT

    @property
    def sentence(self) -> Message:
        """What a person should know before the code runs."""
        if self.degree is Degree.FULL:
            return Message(
                "Protected: the code runs in a process of its own. It is ended in time, and can neither write nor "
                "read your files, use the network or start programs."
            )
        if self.degree is Degree.PARTLY:
            return Message(
                "Partly protected: the code runs in a process of its own and is ended in time. On this system nothing "
                "keeps it from this: {open}. Run only code that you have read.",
                open=joined(_OPEN[held] for held in self.missing),
            )
        return Message(
            "Not protected: the code runs in a process of its own and is ended in time, but on this system it can do "
            "what any program of yours can do. Run only code that you have read."
        )

    @property
    def missing(self) -> tuple[Held, ...]:
        """What nothing keeps it from, in the order of the names."""
        return tuple(held for held in Held if held not in self.held)


def protection(*, has_landlock: bool, has_seccomp: bool, holds_memory: bool) -> Protection:
    """Return what follows from what the operating system has."""
    held = {Held.FREEZING}
    held |= {Held.MEMORY} if holds_memory else set()
    held |= _BY_LANDLOCK if has_landlock else set()
    held |= _BY_SECCOMP if has_seccomp else set()
    return Protection(frozenset(held))


def expected() -> Protection:
    """Return what will hold on this system, before a process is started to make sure of it."""
    return protection(
        has_landlock=landlock.version() > 0,
        has_seccomp=seccomp.is_available(),
        holds_memory=sys.platform.startswith("linux"),
    )


def named(names: Iterable[object]) -> Protection:
    """Return the protection whose parts have these names; unknown ones are left out."""
    known = {held.value: held for held in Held}
    return Protection(frozenset(known[name] for name in names if isinstance(name, str) and name in known))
