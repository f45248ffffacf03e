"""The options of conditions as a form offers them: names and layers to choose from, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from nn.breakpoints import CONDITIONS
from playground.panels.breakpoint_words import layer_text, phase_text
from playground.session.phrase import Phrase
from playground.session.stepping.watch_expression import Watch
from playground.session.stepping.watch_names import named_shapes
from playground.widgets.fields.options_form import OptionLike, OptionText
from playground.widgets.fields.quiet_fields import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.breakpoints import Condition
    from nn.choices.options import Option, OptionValue
    from nn.trace import Event
    from playground.session.session import Session

_WORDS: Mapping[str, tuple[Any, Any]] = {
    "phase": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Phase"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "Part of the pass."),
    ),
    "layer": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Layer"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "At which layer it stops."),
    ),
    "value": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Inside it"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "At which step inside the layer: the value that the step makes."),
    ),
    "name": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Value"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "Which value, by the book's name."),
    ),
    "which": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Which"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "NaN (not a number), +Inf and -Inf (infinite), or any of them."),
    ),
    "statistic": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Of it"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "What of the value is compared."),
    ),
    "relation": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Is"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "On which side of the number it stops."),
    ),
    "number": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Number"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "With what it is compared."),
    ),
    "index": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Place"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "Which of its numbers, counted from 0: 0, 3 is row 0, column 3."),
    ),
    "share": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Share"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "From which share of the layer on it stops: 0.5 is half of it."),
    ),
    "distance": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Distance"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "How close to an end counts as saturated."),
    ),
    "gradient_norm.below": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Vanished below"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "Stop when the gradient's norm over the weights' norm is smaller."),
    ),
    "gradient_norm.above": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Exploded above"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "Stop when the gradient's norm over the weights' norm is larger."),
    ),
    "factor": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Factor"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "How many times the loss of the iteration before."),
    ),
    "iterations": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Iterations"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "For how many iterations."),
    ),
    "tolerance": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "May move by"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "How much the loss may move, as a share of itself."),
    ),
    "expression": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Expression"),
        QT_TRANSLATE_NOOP(
            "BreakpointOptions",
            "Arithmetic over values by the book's names: max(abs(dW1)) > 10, L < 0.1, dead(z1) > 0.5, "
            "(y[:, 3] > 0.9).any().",
        ),
    ),
    "label": (
        QT_TRANSLATE_NOOP("BreakpointOptions", "Class"),
        QT_TRANSLATE_NOOP("BreakpointOptions", "Only samples of this class; -1 for any."),
    ),
}
_PLAIN = {
    "above": QT_TRANSLATE_NOOP("BreakpointOptions", "above"),
    "below": QT_TRANSLATE_NOOP("BreakpointOptions", "below"),
    "any": QT_TRANSLATE_NOOP("BreakpointOptions", "any"),
}
_EVERYTHING = QT_TRANSLATE_NOOP("BreakpointOptions", "any value")
_WHOLE_LAYER = QT_TRANSLATE_NOOP("BreakpointOptions", "the whole layer")


class BreakpointOptions:
    """Knows what can be chosen in the network and the pass of the moment."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def offered(self, condition: Condition) -> tuple[Option, ...]:
        """Return the options of a condition, those with names as choices among the names there are."""
        return tuple(self._offered(option, condition) for option in CONDITIONS[condition.kind].options)

    def shown(self, condition: Condition) -> dict[str, OptionValue]:
        """Return the values of a condition's options as the form holds them: a layer's number is a name there."""
        return {name: str(value) if name == "layer" else value for name, value in condition.options.items()}

    def chosen(self, condition: Condition, name: str, value: OptionValue) -> Condition:
        """Return the condition with another value of an option, as the form gave it.

        Raises
        ------
        TypeError, ValueError
            If the value is not valid; of an expression, too, if it names what this network has not.
        """
        if name == "expression":
            state = self._session.document.state
            shapes = named_shapes(state.spec, state.config.optimizer)
            Watch.parse(str(value)).check(shapes, state.config.batch_size)
        taken = int(value) if name == "layer" else value
        return type(condition)(condition.kind, {**condition.options, name: taken})

    def text_of(self, kind: str, option: OptionLike) -> OptionText:
        """Give the texts of an option and of its choices."""
        label, about = _WORDS.get(f"{kind}.{option.name}") or _WORDS.get(option.name) or (option.name, option.help)
        return OptionText(_said(label), _said(about), tuple(map(self._choice(option.name), option.choices)))

    def _offered(self, option: Option, condition: Condition) -> Option:
        current = condition.options[option.name]
        if option.name == "name":
            return replace(option, choices=_with(self._names(bool(option.default)), str(current)))
        if option.name == "value":
            return replace(option, choices=_with(("", *self._steps(condition)), str(current)))
        if option.name == "layer":
            layers = (-2, -1, *range(len(self._session.document.state.spec.layers)))
            return replace(option, default="-2", minimum=None, choices=_with(tuple(map(str, layers)), str(current)))
        return option

    def _names(self, needs_one: bool) -> tuple[str, ...]:
        state = self._session.document.state
        names = tuple(named_shapes(state.spec, state.config.optimizer))
        return names if needs_one else ("", *names)

    def _steps(self, condition: Condition) -> tuple[str, ...]:
        """Return what the steps inside a layer make, as far as the pass that is stepped through shows it."""
        phase, layer = condition.options["phase"], condition.options["layer"]
        nodes = (e for e in self._session.debugger.trace if e.depth == "node" and _is_at(e, str(phase), int(layer)))
        return tuple(dict.fromkeys(name for event in nodes for name in event.outputs))

    def _choice(self, option: str) -> Any:
        spec = self._session.document.state.spec

        def choice(name: str) -> Choice:
            if option == "layer":
                return Choice(name, layer_text(int(name), spec))
            if option == "phase" and name != "any":
                return Choice(name, phase_text(name))
            if not name:
                return Choice(name, _said(_EVERYTHING if option == "name" else _WHOLE_LAYER))
            return Choice(name, _said(_PLAIN.get(name, name)) if name in _PLAIN else name)

        return choice


def _is_at(event: Event, phase: str, layer: int) -> bool:
    here = -1 if event.layer is None else event.layer
    return phase in ("any", event.phase) and layer in (-2, here)


def _with(names: tuple[str, ...], current: str) -> tuple[str, ...]:
    """Offer what is chosen, too: it may come from another network."""
    return names if current in names else (*names, current)


def _said(text: Any) -> str:  # QT_TRANSLATE_NOOP does not say that it gives a str
    return str(Phrase("BreakpointOptions", text))
