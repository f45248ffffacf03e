"""What a breakpoint is, and how a function becomes a condition that can be chosen by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from nn.choices.options import Option, OptionValue
from nn.choices.registered_choice import Chosen
from nn.choices.registry import Registry
from nn.messages import Message

if TYPE_CHECKING:
    from nn.breakpoints.facts import Facts


@dataclass(frozen=True)
class Finding:
    """Why a condition holds, in words and numbers.

    Attributes
    ----------
    template : str
        A sentence with places in braces: an application can translate it before the numbers come in.
    numbers : mapping of str to value
        What stands in those places.
    layer : int or None
        Index in ``spec.layers`` of the guilty layer.
    name : str
        The guilty value by the book's name, empty if there is none.
    sample, neuron : int or None
        Its guilty row in the batch, and column.
    """

    template: str
    numbers: Mapping[str, Any] = field(default_factory=dict)
    layer: int | None = None
    name: str = ""
    sample: int | None = None
    neuron: int | None = None

    def __str__(self) -> str:
        return self.template.format(**self.numbers)


@dataclass(frozen=True)
class ConditionKind:
    """A condition that can be chosen: its options, and the function that looks whether it holds."""

    name: str
    options: tuple[Option, ...]
    look: Callable[..., Finding | None]
    help: str


CONDITIONS: Registry[ConditionKind] = Registry(Message("condition"), "nn.breakpoints")

Look = Callable[..., Finding | None]


def condition(name: str, *options: Option) -> Callable[[Look], Look]:
    """Return a decorator that enters ``look(facts, **options)`` in `CONDITIONS`; its docstring is the help."""

    def register(look: Look) -> Look:
        CONDITIONS.register(name)(ConditionKind(name, options, look, (look.__doc__ or "").strip()))
        return look

    return register


class Condition(Chosen):
    """One condition by its registered name and its options: ``Condition.of("dead", share=0.5)``."""

    known = CONDITIONS

    def look(self, facts: Facts) -> Finding | None:
        """Return why the condition holds, or None."""
        return CONDITIONS[self.kind].look(facts, **self.options)


@dataclass(frozen=True)
class Breakpoint:
    """Conditions that must all hold at the same moment.

    Raises
    ------
    ValueError
        If there is no condition.
    """

    conditions: tuple[Condition, ...]
    enabled: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "conditions", tuple(self.conditions))
        if not self.conditions:
            raise ValueError(Message("a breakpoint without conditions would never stop; give at least one"))

    @classmethod
    def when(cls, kind: str, **options: OptionValue) -> Self:
        """Return a breakpoint with one condition: ``Breakpoint.when("dead", share=0.5)``."""
        return cls((Condition(kind, options),))

    def matches(self, facts: Facts) -> tuple[Finding, ...]:
        """Return why every condition holds, one finding for each; nothing if one does not, or it is disabled."""
        findings = []
        for each in self.conditions if self.enabled else ():
            finding = each.look(facts)
            if finding is None:
                return ()
            findings.append(finding)
        return tuple(findings)

    def to_json(self) -> dict[str, Any]:
        """Return the breakpoint as plain dictionaries and lists."""
        return {
            "conditions": [each.to_json() for each in self.conditions],
            "enabled": self.enabled,
        }

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Return the breakpoint that `to_json` wrote.

        Raises
        ------
        TypeError, ValueError
            If `data` is not such a breakpoint; the message names the field.
        """
        if not isinstance(data, Mapping) or not isinstance(data.get("conditions"), list):
            raise TypeError(Message("a breakpoint is an object with a list of conditions, got {data!r}", data=data))
        enabled = data.get("enabled", True)
        if not isinstance(enabled, bool):
            raise TypeError(
                Message("field 'enabled' of a breakpoint is {enabled!r}; give true or false", enabled=enabled)
            )
        return cls(Condition.all_from_json("conditions", data["conditions"]), enabled)
