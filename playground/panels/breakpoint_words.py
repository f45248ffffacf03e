"""Breakpoints in words: what each waits for, and why it stopped, in the language of the moment.

`nn` writes English sentences with places in braces; the tables here hold the same sentences for translation. A kind of
condition that has no entry yet is shown with the English help that it brings along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from nn.breakpoints import CONDITIONS
from nn.network.naming import layer_names
from playground.session.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.breakpoints import Breakpoint, Condition, Finding, Stop
    from nn.network.spec import NetworkSpec

_ANY, _LOSS = -2, -1  # layers of the condition "place" that are none of the network's


class KindWord(NamedTuple):
    """How a kind of condition is called in a menu, and what it waits for."""

    label: str
    explanation: str


_FINDINGS = (
    QT_TRANSLATE_NOOP("BreakpointWords", "The pass comes through here."),
    QT_TRANSLATE_NOOP("BreakpointWords", "{name}, {phase}."),
    QT_TRANSLATE_NOOP("BreakpointWords", "{name}[{index}] is {number}."),
    QT_TRANSLATE_NOOP("BreakpointWords", "{statistic} of {name} is {got:.4g}, above {number:g}."),
    QT_TRANSLATE_NOOP("BreakpointWords", "{statistic} of {name} is {got:.4g}, below {number:g}."),
    QT_TRANSLATE_NOOP("BreakpointWords", "{share:.0%} of the ReLUs of {name} give 0 for all {samples} samples."),
    QT_TRANSLATE_NOOP("BreakpointWords", "{share:.0%} of {name} lie within {distance:g} of an end."),
    QT_TRANSLATE_NOOP("BreakpointWords", "The norm of {name} is {ratio:.2g} times that of {weights}: it has vanished."),
    QT_TRANSLATE_NOOP("BreakpointWords", "The norm of {name} is {ratio:.2g} times that of {weights}: it has exploded."),
    QT_TRANSLATE_NOOP("BreakpointWords", "The loss jumped from {before:.4g} to {now:.4g}."),
    QT_TRANSLATE_NOOP("BreakpointWords", "The loss has stayed at {loss:.4g} for {iterations} iterations."),
    QT_TRANSLATE_NOOP("BreakpointWords", "The probabilities of sample {row} add up to {total:.6g}, not to 1."),
    QT_TRANSLATE_NOOP("BreakpointWords", "The gradients of sample {row}'s scores add up to {total:.6g}, not to 0."),
    QT_TRANSLATE_NOOP("BreakpointWords", "Sample {row} of the batch is of class {true}, but was taken for {said}."),
    QT_TRANSLATE_NOOP("BreakpointWords", "{name}[{index}] went from {before:.4g} to {now:.4g}, across {number:g}."),
    QT_TRANSLATE_NOOP("BreakpointWords", "{expression} holds."),
    QT_TRANSLATE_NOOP("BreakpointWords", "{expression} holds: {part} is {got:.4g}."),
)
"""Every sentence a finding can say; `finding_text` looks it up by itself, so this table is for translators alone."""

_PHASES = {
    "forward": QT_TRANSLATE_NOOP("BreakpointWords", "forward"),
    "loss": QT_TRANSLATE_NOOP("BreakpointWords", "loss"),
    "backward": QT_TRANSLATE_NOOP("BreakpointWords", "backward"),
    "update": QT_TRANSLATE_NOOP("BreakpointWords", "update"),
}

_KINDS = {
    "place": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "A place of the pass"),
        QT_TRANSLATE_NOOP("BreakpointWords", "Stop at a phase, a layer, or one value inside it."),
    ),
    "not_finite": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "NaN or infinity"),
        QT_TRANSLATE_NOOP("BreakpointWords", "Stop when a number is no longer finite: NaN or infinity."),
    ),
    "threshold": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "A value beyond a limit"),
        QT_TRANSLATE_NOOP(
            "BreakpointWords", "Stop when the largest, smallest or mean number of a value lies beyond a limit."
        ),
    ),
    "dead": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "Dead ReLUs"),
        QT_TRANSLATE_NOOP(
            "BreakpointWords",
            "Stop when at least this share of a layer's ReLUs are dead: 0 for every sample, so they learn nothing.",
        ),
    ),
    "saturated": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "Saturated neurons"),
        QT_TRANSLATE_NOOP(
            "BreakpointWords",
            "Stop when at least this share of a sigmoid's or tanh's outputs lie at an end, where it is almost flat.",
        ),
    ),
    "gradient_norm": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "Vanished or exploded gradient"),
        QT_TRANSLATE_NOOP(
            "BreakpointWords",
            "Stop when the gradient of a weight matrix, measured by the weights, has vanished or exploded.",
        ),
    ),
    "loss_jump": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "Loss jumps"),
        QT_TRANSLATE_NOOP("BreakpointWords", "Stop when the loss is several times that of the iteration before."),
    ),
    "loss_stuck": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "Loss is stuck"),
        QT_TRANSLATE_NOOP("BreakpointWords", "Stop when the loss has hardly moved for some iterations."),
    ),
    "softmax_rows": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "Probabilities do not add up"),
        QT_TRANSLATE_NOOP("BreakpointWords", "Stop when the probabilities of a sample do not add up to 1."),
    ),
    "gradient_rows": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "Score gradients do not add up"),
        QT_TRANSLATE_NOOP(
            "BreakpointWords",
            "Stop when the gradients of a sample's scores do not add up to 0, as those of a softmax must.",
        ),
    ),
    "misclassified": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "Wrong answer"),
        QT_TRANSLATE_NOOP("BreakpointWords", "Stop when the network takes a sample for another class than it is."),
    ),
    "crossing": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "A number crosses a value"),
        QT_TRANSLATE_NOOP("BreakpointWords", "Stop when one number crosses a value from one iteration to the next."),
    ),
    "expression": KindWord(
        QT_TRANSLATE_NOOP("BreakpointWords", "An expression"),
        QT_TRANSLATE_NOOP(
            "BreakpointWords", "Stop when an expression of your own is true, everywhere where it is an array."
        ),
    ),
}

_CLAUSES = {
    "threshold": QT_TRANSLATE_NOOP("BreakpointWords", "{statistic} of {name} {relation} {number:g}"),
    "dead": QT_TRANSLATE_NOOP("BreakpointWords", "at least {share:.0%} of a layer's ReLUs dead"),
    "saturated": QT_TRANSLATE_NOOP(
        "BreakpointWords", "at least {share:.0%} of a sigmoid or tanh within {distance:g} of an end"
    ),
    "gradient_norm": QT_TRANSLATE_NOOP(
        "BreakpointWords", "gradient less than {below:g} or more than {above:g} times its weights"
    ),
    "loss_jump": QT_TRANSLATE_NOOP("BreakpointWords", "loss more than {factor:g} times the one before"),
    "loss_stuck": QT_TRANSLATE_NOOP(
        "BreakpointWords", "loss moves less than {tolerance:.3g} of itself in {iterations} iterations"
    ),
    "softmax_rows": QT_TRANSLATE_NOOP("BreakpointWords", "probabilities of a sample do not add up to 1"),
    "gradient_rows": QT_TRANSLATE_NOOP("BreakpointWords", "score gradients of a sample do not add up to 0"),
    "crossing": QT_TRANSLATE_NOOP("BreakpointWords", "{name}[{index}] crosses {number:g}"),
    "expression": QT_TRANSLATE_NOOP("BreakpointWords", "{expression}"),
}
"""Kinds of which one sentence says everything; the others depend on what was chosen."""

_RELATIONS = {
    "above": QT_TRANSLATE_NOOP("BreakpointWords", "above"),
    "below": QT_TRANSLATE_NOOP("BreakpointWords", "below"),
}


def finding_text(finding: Finding) -> str:
    """Say why a condition holds: one sentence."""
    numbers = dict(finding.numbers)
    if "phase" in numbers:
        numbers["phase"] = phase_text(str(numbers["phase"]))
    return _said(finding.template, **numbers)


def stop_text(stop: Stop) -> str:
    """Say why training or stepping stopped: one sentence for each condition."""
    return " ".join(map(finding_text, stop.findings))


def kind_word(kind: str) -> KindWord:
    """Give the name of a kind of condition, and one line on what it waits for."""
    known = _KINDS.get(kind) or KindWord(kind, CONDITIONS[kind].help)
    return KindWord(_said(known.label), _said(known.explanation))


def phase_text(phase: str) -> str:
    """Give the name of a phase of the pass."""
    return _said(_PHASES.get(phase, phase))


def breakpoint_text(breakpoint_: Breakpoint, spec: NetworkSpec) -> str:
    """Say what a breakpoint waits for, in one line.

    Parameters
    ----------
    breakpoint_
        The breakpoint.
    spec
        The network whose layers it speaks of.
    """
    both = QCoreApplication.translate("BreakpointWords", "{first} and {second}")
    text = ""
    for condition in breakpoint_.conditions:
        clause = condition_text(condition, spec)
        text = both.format(first=text, second=clause) if text else clause
    first = breakpoint_.conditions[0]
    name = str(first.options.get("name", ""))
    # of W1 and w1 one is the weights and the other is nothing, and std is not Std
    is_code = first.kind == "expression" or (name and name in text.split("[")[0].split())
    return text if is_code else text[:1].upper() + text[1:]


def condition_text(condition: Condition, spec: NetworkSpec) -> str:
    """Say what a condition waits for, as a part of a sentence."""
    options = dict(condition.options)
    if condition.kind == "place":
        return _place_text(spec, options)
    if condition.kind == "not_finite":
        return _not_finite_text(options)
    if condition.kind == "misclassified":
        return _misclassified_text(options["label"])
    if condition.kind not in _CLAUSES:
        return kind_word(condition.kind).label
    if "relation" in options:
        options["relation"] = _said(_RELATIONS[options["relation"]])
    return _said(_CLAUSES[condition.kind], **options)


def layer_text(layer: int, spec: NetworkSpec) -> str:
    """Give the name of a layer as the condition "place" counts them."""
    translate = QCoreApplication.translate
    if layer == _ANY:
        return translate("BreakpointWords", "every layer")
    if layer == _LOSS:
        return spec.loss
    names = layer_names(spec)
    missing = translate("BreakpointWords", "layer {layer} (this network has none)")
    return names[layer] if layer < len(names) else missing.format(layer=layer)


def _place_text(spec: NetworkSpec, options: Mapping[str, Any]) -> str:
    phase = "" if options["phase"] == "any" else phase_text(options["phase"])
    return ", ".join(part for part in (layer_text(options["layer"], spec), phase, options["value"]) if part)


def _not_finite_text(options: Mapping[str, Any]) -> str:
    translate = QCoreApplication.translate
    which = translate("BreakpointWords", "NaN or infinity") if options["which"] == "any" else options["which"]
    if options["name"]:
        return translate("BreakpointWords", "{name} holds {which}").format(name=options["name"], which=which)
    return translate("BreakpointWords", "any value holds {which}").format(which=which)


def _misclassified_text(label: int) -> str:
    if label < 0:
        return QCoreApplication.translate("BreakpointWords", "a sample taken for another class")
    text = QCoreApplication.translate("BreakpointWords", "a sample of class {label} taken for another")
    return text.format(label=label)


def _said(text: Any, **values: object) -> str:  # QT_TRANSLATE_NOOP does not say that it gives a str
    return str(Phrase("BreakpointWords", text, values))
