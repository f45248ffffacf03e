"""Reading what a step of a lesson asks: numbers to predict, an answer to choose, a line to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from nn.messages import Message
from playground.lessons.expression_fields import read_expression
from playground.lessons.task import Choice, Prediction, Question, Writing
from playground.lessons.words import Words

if TYPE_CHECKING:
    from nn.arrays import Array
    from playground.lessons.fields import Table
    from playground.lessons.task import Ask

QUESTION = ("ask", "choices", "answer", "hint")
_WRITING = ("ask", "write", "hint", "reply")
_PREDICTION = ("ask", "expected", "shape", "decimals", "digits", "within", "value", "hint", "reply", "line")
ASK = tuple(dict.fromkeys((*QUESTION, *_WRITING, *_PREDICTION)))
_CHOICE = ("text", "reply")


def read_ask(table: Table) -> Ask:
    """Read what is asked: with choices an answer to choose, with `write` a line to write, else numbers to type."""
    if "choices" in table:
        return read_question(table.narrowed(QUESTION))
    return _writing(table.narrowed(_WRITING)) if "write" in table else _prediction(table.narrowed(_PREDICTION))


def read_question(given: Table) -> Question:
    """Read a question with answers to choose from."""
    choices = tuple(
        Choice(_choice_text(each), each.optional_words("reply")) for each in given.tables("choices", _CHOICE)
    )
    if len(choices) < 2:
        raise given.error("choices", Message("has {count}; expected at least two to choose from", count=len(choices)))
    answer = given.take("answer", int)
    if not 0 <= answer < len(choices):
        raise given.error(
            "answer", Message("is {answer}; expected 0 to {last}, counted from 0", answer=answer, last=len(choices) - 1)
        )
    return Question(given.words("ask"), choices, answer, given.optional_words("hint"))


def _choice_text(table: Table) -> Words:
    """Return a choice's text; a number or a formula is the same in every language."""
    text = table.data.get("text")
    return Words(text, text) if isinstance(text, str) and text else table.words("text")


def _writing(table: Table) -> Writing:
    return Writing(
        table.words("ask"), table.take("write", str), table.optional_words("hint"), table.optional_words("reply")
    )


def _prediction(table: Table) -> Prediction:
    exact = [name for name in ("decimals", "digits", "within") if name in table]
    if len(exact) > 1:
        raise table.error(exact[1], Message("stands beside {other}; expected one or the other", other=exact[0]))
    return Prediction(
        ask=table.words("ask"),
        expected=_expected(table),
        decimals=precision(table, "decimals"),
        digits=precision(table, "digits"),
        within=table.take("within", float, None),
        value=read_expression(table, "value") if "value" in table else None,
        hint=table.optional_words("hint"),
        reply=table.optional_words("reply"),
        is_shape="shape" in table,
        is_truth=_is_truth(table.data.get("expected")),
        line=table.take("line", str, ""),
    )


def _expected(table: Table) -> Array:
    name = "shape" if "shape" in table else "expected"
    if name not in table:
        raise table.error("expected", Message("is missing; expected the numbers that are right"))
    return table.array(name)


def _is_truth(value: Any) -> bool:
    return value is not None and np.asarray(value).dtype == bool


def precision(table: Table, name: str) -> int | None:
    """Read how many digits count, None where the field is not there."""
    count: int | None = table.take(name, int, None)
    if count is not None and not 0 <= count <= 16:
        raise table.error(name, Message("is {count}; expected 0 to 16", count=count))
    return count
