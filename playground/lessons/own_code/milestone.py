"""A milestone of the course *Build it yourself*: one class or function of the book, written by the learner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.lessons.words import Words


@dataclass(frozen=True)
class Skeleton:
    """A class or function of the book, empty, with its docstrings, in every language of the program.

    Attributes
    ----------
    name
        Of its file, without the ending.
    en, ko
        The program text; both are the same but for docstrings and comments.
    """

    name: str
    en: str
    ko: str

    def said(self, language: str) -> str:
        """Give the text in the language of a code such as ``"ko"``; languages without texts get English."""
        return self.ko if language == "ko" else self.en


@dataclass(frozen=True)
class Proof:
    """The real network that must learn with what was written.

    Attributes
    ----------
    network
        Which it is.
    program
        A program that trains it. The learner's file stands beside it as the module ``own``; in the end the accuracy
        on the test data, from 0 to 1, is called ``accuracy``.
    iterations
        How long it trains.
    at_least
        The accuracy that it must reach.
    seen
        The one that it reaches with what is right.
    """

    network: Words
    program: str
    iterations: int
    at_least: float
    seen: float


@dataclass(frozen=True)
class Milestone:
    """One thing to write. It is reached when a check finds it right and the network of its proof learns with it.

    Attributes
    ----------
    name
        Of its file, without the ending: ``"05-relu"``. The course goes by it.
    chapter
        The section of the book, ``(5, 5, 1)``.
    title, purpose, task
        What it is called, what it is for, what is to be written.
    skeleton
        What to begin with.
    judged
        The classes and functions that a check must find right.
    asked
        What the check asks.
    hints
        What helps, from the least to the most.
    proof
        What must learn with it.
    following
        What to look at next.
    """

    name: str
    chapter: tuple[int, ...]
    title: Words
    purpose: Words
    task: Words
    skeleton: Skeleton
    judged: tuple[str, ...]
    asked: tuple[Words, ...]
    hints: tuple[Words, ...]
    proof: Proof
    following: Words
