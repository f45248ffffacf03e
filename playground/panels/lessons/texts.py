"""What the lesson widgets are given to show: texts in the language of the moment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StepTexts:
    """The texts of one step; `text`, `after` and `replies` may use Markdown.

    Attributes
    ----------
    title, text, after
        What the step is called, what to do, and what to say when it is done.
    offers
        Labels of its buttons.
    ask, choices, replies
        A question, its answers, and what to say to one who chose each of them; empty without a question.
    answer
        Which of the choices is right.
    """

    title: str
    text: str
    after: str = ""
    offers: tuple[str, ...] = ()
    ask: str = ""
    choices: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    answer: int = -1


@dataclass(frozen=True)
class LessonTexts:
    """The texts of a lesson."""

    title: str
    intro: str
    steps: tuple[StepTexts, ...]


@dataclass(frozen=True)
class LessonEntry:
    """A lesson in the list.

    Attributes
    ----------
    name
        By which it is asked for.
    chapter
        The heading under which it stands.
    title, intro
        What it is called, and what it is about.
    is_finished
        Whether the person went through it to its end.
    problem
        Why it cannot be opened; empty for one that can.
    """

    name: str
    chapter: str
    title: str
    intro: str
    is_finished: bool = False
    problem: str = ""


@dataclass(frozen=True)
class NumberTexts:
    """A live number.

    Attributes
    ----------
    name, formula
        What it is called, and how it is computed.
    now, expected
        What there is and what should be, a text for each row.
    is_right
        Whether they agree, None where nothing is expected.
    """

    name: str
    formula: str
    now: tuple[str, ...]
    expected: tuple[str, ...]
    is_right: bool | None


def plain(text: str) -> str:
    """Return a text without Markdown's signs, for a screen reader."""
    return text.removeprefix("### ").replace("**", "").replace("`", "")
