"""What is asked of a training that is over, and one way through it that answers all of it: coarsely first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from playground.session.stepping.watch_reading import PassAgain, passes_along

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from nn.replay import Way


class Question(Protocol):
    """Something to find out of each pass of a training; frozen, for a thread reads it."""

    @property
    def stays(self) -> bool:
        """Whether the answer, once it ends the question, is the same in all later passes.

        Then the kept moments tell between which of them it changed.
        """

    def answer(self, pass_: PassAgain) -> object:
        """Return what is found in a pass before its update; None for nothing."""

    def ends_with(self, answer: object) -> bool:
        """Say whether no later pass matters any more."""

    def __hash__(self) -> int:
        """Stand for it where it is told."""


class Found(NamedTuple):
    """What was found in the pass of an iteration.

    Attributes
    ----------
    answers : dict
        By their questions; None for nothing.
    is_kept : bool
        Whether that was looked at by itself, ahead of the passes before it.
    """

    iteration: int
    answers: dict[Question, object]
    is_kept: bool = False


@dataclass(frozen=True)
class Asked:
    """How far the answer to a question is.

    Attributes
    ----------
    covered : int
        Every pass up to this one is known.
    is_kept_known : bool
        Whether the kept moments have been looked at.
    latest : int or None
        A pass known to end it.
    """

    covered: int
    is_kept_known: bool = False
    latest: int | None = None

    def after(self, found: Found, question: Question) -> Asked:
        """Return how far it is when this was told."""
        if question not in found.answers:
            return self
        ends = question.ends_with(found.answers[question])
        latest = min(found.iteration, self.latest or found.iteration) if ends else self.latest
        if not found.is_kept:
            return Asked(max(self.covered, found.iteration), is_kept_known=True, latest=latest)
        if question.stays and not ends:
            return replace(self, covered=max(self.covered, found.iteration))
        return replace(self, latest=latest)

    @property
    def is_answered(self) -> bool:
        """Whether no later pass matters."""
        return self.latest is not None and self.covered >= self.latest


def answers(way: Way, asked: dict[Question, Asked], last: int | None = None) -> Generator[Found | None, None, None]:
    """Give what is found along a way: at the moments that are kept first, then from one end to the other.

    Parameters
    ----------
    asked
        All that is to be found out at once, and how much of it is known.
    last
        The iteration to end with; None for the last one.
    """
    asked, last = dict(asked), way.last if last is None else last
    for found in _at_kept_moments(way, asked, last):
        _note(asked, found)
        yield found
    first = min((each.covered for each in asked.values() if not each.is_answered), default=last)
    for stretch in way.stretches(last, first):
        for pass_ in passes_along(stretch):
            wanted = [q for q, each in asked.items() if each.covered < pass_.iteration and not each.is_answered]
            found = Found(pass_.iteration, {q: q.answer(pass_) for q in wanted})
            _note(asked, found)
            yield found if wanted else None
            if all(each.is_answered for each in asked.values()):
                return


def _note(asked: dict[Question, Asked], found: Found) -> None:
    for question in asked:
        asked[question] = asked[question].after(found, question)


def _at_kept_moments(way: Way, asked: dict[Question, Asked], last: int) -> Iterator[Found]:
    kept = [(leg, each) for leg, each in way.checkpoints if each.iteration <= last]
    new = [question for question, each in asked.items() if not each.is_kept_known]

    def at(number: int, questions: Iterable[Question]) -> Found:
        leg, checkpoint = kept[number]
        pass_ = PassAgain.after(leg.at(checkpoint))
        return Found(pass_.iteration, {each: each.answer(pass_) for each in questions}, is_kept=True)

    all_along = [question for question in new if not question.stays]
    for number, (_, checkpoint) in enumerate(kept):
        wanted = [q for q in all_along if asked[q].latest is None and asked[q].covered <= checkpoint.iteration]
        if wanted:
            yield at(number, wanted)
    for question in new:
        low, high = 0, len(kept) - 1
        while question.stays and low < high:
            middle = (low + high) // 2
            found = at(middle, [question])
            yield found
            low, high = (low, middle) if question.ends_with(found.answers[question]) else (middle + 1, high)
