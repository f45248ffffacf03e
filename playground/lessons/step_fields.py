"""Reading a step of a lesson: what it asks, what is to be done, and when it has been done."""

from __future__ import annotations

from inspect import Parameter
from typing import TYPE_CHECKING, Any

from nn.messages import Message
from playground.lessons.ask_fields import ASK, QUESTION, precision, read_ask, read_question
from playground.lessons.conditions import CONDITIONS, Condition, answered, measured, tried
from playground.lessons.expression_fields import read_expression
from playground.lessons.lesson import Step
from playground.lessons.setting_fields import LOOKS, PARTS, read_setting
from playground.lessons.task import Number, Offer, Task, Writing

if TYPE_CHECKING:
    from playground.lessons.fields import Table
    from playground.lessons.setting import Setting
    from playground.lessons.task import Ask

STEP = (
    *("title", "text", "begin", "asks", "question", "sheet", "reveal", "then"),
    *("offers", "race", "numbers", "hint", "done", "after"),
)
_NUMBER = ("value", "label", "expected", "decimals", "digits", "at_least", "at_most")
_KINDS = {"str": str, "int": int, "float": float, "bool": bool}
_MOST_SAMPLES = 1000


def read_step(table: Table, spec: Any) -> Step:
    """Read a step of a lesson whose network is `spec`."""
    step = Step(
        title=table.words("title"),
        text=table.words("text"),
        task=_task(table, spec),
        done=_condition(table),
        then=table.optional_words("then"),
        hint=table.optional_words("hint"),
        after=table.optional_words("after"),
        begin=_look(table, "begin", spec),
        reveal=_look(table, "reveal", spec),
    )
    _check_reachable(table, step)
    return step


def _task(table: Table, spec: Any) -> Task:
    return Task(
        asks=_asks(table),
        numbers=tuple(map(_number, table.tables("numbers", _NUMBER))),
        offers=tuple(_offer(each, spec) for each in table.tables("offers", ("label", "help", *PARTS))),
        sheet=table.texts("sheet") if "sheet" in table else None,
        race=_race(table),
    )


def _asks(table: Table) -> tuple[Ask, ...]:
    """Return all that is asked; a question that stands by itself comes last."""
    asks = [read_ask(each) for each in table.tables("asks", ASK)]
    alone = table.table("question", QUESTION)
    return tuple(asks) if alone is None else (*asks, read_question(alone))


def _offer(table: Table, spec: Any) -> Offer:
    label = table.optional_words("label")
    return Offer(label, read_setting(table, spec), table.take("help", bool, label is None))


def _race(table: Table) -> int | None:
    samples: int | None = table.take("race", int, None)
    if samples is not None and not 2 <= samples <= _MOST_SAMPLES:
        raise table.error("race", Message("is {count}; expected 2 to {most}", count=samples, most=_MOST_SAMPLES))
    return samples


def _look(table: Table, name: str, spec: Any) -> Setting | None:
    given = table.table(name, LOOKS)
    return None if given is None else read_setting(given, spec)


def _check_reachable(table: Table, step: Step) -> None:
    rule = step.done.rule if step.done is not None else None
    if rule is answered and not step.task.asks:
        raise table.error("done", Message("waits for an answer; expected a question in this step"))
    if rule is tried and not step.task.offers:
        raise table.error("done", Message("waits for buttons; expected offers in this step"))
    if rule is measured and step.task.race is None:
        raise table.error("done", Message("waits for a measurement; expected race in this step"))
    if step.task.sheet is None and any(isinstance(ask, Writing) for ask in step.task.asks):
        raise table.error("sheet", Message("is missing; expected the lines that stand on it, or an empty list"))


def _number(table: Table) -> Number:
    expected = table.array("expected") if "expected" in table else None
    at_least, at_most = table.take("at_least", float, None), table.take("at_most", float, None)
    if expected is not None and (at_least is not None or at_most is not None):
        raise table.error("expected", Message("stands beside a limit; expected one or the other"))
    decimals, digits = precision(table, "decimals"), precision(table, "digits")
    if decimals is not None and digits is not None:
        raise table.error("digits", Message("stands beside decimals; expected one or the other"))
    value, label = read_expression(table, "value"), table.optional_words("label")
    return Number(value, expected, decimals, digits, label, at_least, at_most)


def _condition(table: Table) -> Condition | None:
    if "done" not in table:
        return None
    name = table.take("done", dict).get("condition")
    if name not in CONDITIONS:
        known = ", ".join(sorted(CONDITIONS))
        raise table.error(
            "done", Message("has the condition {name!r}; expected one of {known}", name=name, known=known)
        )
    kind = CONDITIONS[name]
    fields = kind.fields()
    given = table.table("done", ("condition", *(field.name for field in fields)))
    assert given is not None
    return kind(*(_condition_field(given, field) for field in fields))


def _condition_field(given: Table, field: Parameter) -> Any:
    if field.annotation == "Expression":
        return read_expression(given, field.name)
    if field.annotation == "tuple[str, ...]":
        if field.name not in given:
            raise given.error(field.name, Message("is missing; expected a list of texts"))
        return given.texts(field.name)
    if field.default is Parameter.empty:
        return given.take(field.name, _KINDS[field.annotation])
    return given.take(field.name, _KINDS[field.annotation], field.default)
