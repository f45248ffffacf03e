"""The experiments of chapters 6 and 7 as cards: what is raced, what is asked before, and what should come out."""

from __future__ import annotations

import importlib.resources
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from nn.messages import Message
from nn.races.experiment import Experiment, as_in_the_book, names_in, read_experiment, with_seed
from nn.races.features import Feature, Words, read_feature

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SEEDS = 5
"""Races over which a card is judged."""


@dataclass(frozen=True)
class Question:
    """What a person is asked before: some answers, one of which will come out."""

    text: Words
    answers: tuple[Words, ...]
    right: int
    because: Words


@dataclass(frozen=True)
class Card:
    """One experiment.

    Attributes
    ----------
    name : str
        Of its file: ``6.1-mnist``.
    section : str
        Of the book: ``6.1``.
    title, about : Words
        What it is, and what is done.
    question : Question
        What is asked before.
    fair : Race, Paths, Spreads or Hunt
        What is done: with one start, the same batches, and what is usual today.
    book : the same, or None
        How the book's script does it, where that differs.
    slips : tuple of Words
        What the script does that a reader should know.
    features : tuple of Feature
        What should come out.
    seeds : int
        Races over which it is judged; 1 where nothing is drawn.
    """

    name: str
    section: str
    title: Words
    about: Words
    question: Question
    fair: Experiment
    book: Experiment | None
    slips: tuple[Words, ...]
    features: tuple[Feature, ...]
    seeds: int = SEEDS
    note: Words = field(default_factory=dict)

    def experiment(self, *, as_in_the_book: bool = False, seed: int = 0) -> Experiment:
        """Return what is done, with a seed."""
        chosen = self.book if as_in_the_book and self.book is not None else self.fair
        return with_seed(chosen, seed)

    def expected(self, *, as_in_the_book: bool = False) -> tuple[Feature, ...]:
        """Return the features of one of the two ways."""
        mode = "book" if as_in_the_book and self.book is not None else "fair"
        return tuple(feature for feature in self.features if feature.mode in ("", mode))

    @classmethod
    def read(cls, name: str, data: Mapping[str, Any]) -> Self:
        """Return the card that a table of a TOML file describes."""
        fair = read_experiment(data)
        book = as_in_the_book(fair, data.get("book", {}))
        names = names_in(fair)
        question = data["question"]
        return cls(
            name,
            str(data["section"]),
            data["title"],
            data["about"],
            Question(question["text"], tuple(question["answers"]), int(question["right"]), question["because"]),
            fair,
            book,
            tuple(data.get("slips", ())),
            tuple(read_feature(each, names) for each in data.get("feature", ())),
            int(data.get("seeds", SEEDS)),
            data.get("note", {}),
        )


@cache
def cards() -> Mapping[str, Card]:
    """Return all cards of the package by their names, in the order of the book."""
    folder = importlib.resources.files("resources") / "races"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return {card.name: card for card in map(_card, files)}


def _card(file: Traversable) -> Card:
    name = file.name.removesuffix(".toml")
    try:
        return Card.read(name, tomllib.loads(file.read_text("utf-8")))
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(Message("{name}: {reason}", name=file.name, reason=error)) from error
