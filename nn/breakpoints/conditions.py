"""The conditions that mean something: each looks at the facts of a moment and says why it holds, or nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

import numpy as np
import numpy.typing as npt

from nn.arrays import Array
from nn.breakpoints.base import Finding, condition
from nn.breakpoints.facts import STATISTICS, Facts
from nn.breakpoints.place import ANY, PHASES, Place
from nn.choices.options import Option
from nn.network.naming import value_names

NAME = Option("name", "", help="Value by the book's name, such as a1, dW2 or y; empty for all.")
_SQUASHING = {"Sigmoid": (0.0, 1.0), "Tanh": (-1.0, 1.0)}
_ROW_TOLERANCE = 1e-3
_NOT_FINITE: Mapping[str, Callable[[Array], npt.NDArray[np.bool_]]] = {
    "any": lambda array: ~np.isfinite(array),
    "NaN": np.isnan,
    "+Inf": np.isposinf,
    "-Inf": np.isneginf,
}


@condition(
    "place",
    Option("phase", "any", choices=("any", *PHASES), help="Part of the pass."),
    Option("layer", ANY, minimum=ANY, help="Layer, counted from 0; -1 for the loss, -2 for any."),
    Option("value", "", help="Value that the node makes; empty for the whole layer."),
)
def place(facts: Facts, phase: str, layer: int, value: str) -> Finding | None:
    """Stop at a place of the pass: a phase, a layer, or a node of it."""
    event = facts.event
    if event is None:  # every pass goes through every place
        return Finding("The pass comes through here.", layer=None if layer < 0 else layer, name=value)
    if not Place(phase, layer, value).is_at(event):
        return None
    return Finding("{name}, {phase}.", {"name": event.name, "phase": event.phase}, event.layer, value)


@condition(
    "not_finite",
    NAME,
    Option("which", "any", choices=("any", "NaN", "+Inf", "-Inf"), help="Which of the numbers that are none."),
)
def not_finite(facts: Facts, name: str, which: str) -> Finding | None:
    """Stop when a number is no longer finite: NaN or infinity."""
    for each in _named(facts, name):
        guilty = None if facts.is_finite(each) else np.argwhere(_NOT_FINITE[which](facts.arrays[each]))
        if guilty is not None and len(guilty):
            position = tuple(int(i) for i in guilty[0])
            number = float(facts.arrays[each][position])
            text = "{name}[{index}] is {number}."
            return _at(facts, each, position, text, {"number": "NaN" if math.isnan(number) else f"{number:g}"})
    return None


@condition(
    "threshold",
    Option("name", "a1", help="Value by the book's name, such as a1, dW2 or y."),
    Option("statistic", "|max|", choices=STATISTICS, help="What of it is compared."),
    Option("relation", "above", choices=("above", "below"), help="On which side it stops."),
    Option("number", 100.0, help="With what it is compared."),
)
def threshold(facts: Facts, name: str, statistic: str, relation: str, number: float) -> Finding | None:
    """Stop when the largest, smallest or mean number of a value lies beyond a limit."""
    if name not in facts.arrays:
        return None
    got = facts.statistic(name, statistic)
    if not (got > number if relation == "above" else got < number):
        return None
    text = "{statistic} of {name} is {got:.4g}, " + relation + " {number:g}."
    numbers = {"statistic": statistic, "name": name, "got": got, "number": number}
    found = Finding(text, numbers, facts.layer_of.get(name), name)
    extreme = {"max": np.argmax, "min": np.argmin}.get(statistic)
    return found if extreme is None else _placed(found, _position(facts, name, int(extreme(facts.arrays[name]))))


@condition("dead", Option("share", 0.5, minimum=0.0, maximum=1.0, help="Share of the layer's neurons."))
def dead(facts: Facts, share: float) -> Finding | None:
    """Stop when more ReLUs of a layer than this share are dead: 0 for every sample of the batch, they learn nothing."""
    for layer, name in _outputs_of(facts, ("Relu",)):
        silent = facts.arrays[name].max(axis=0) <= 0
        got = float(silent.mean())
        if got >= share and got > 0:
            text = "{share:.0%} of the ReLUs of {name} give 0 for all {samples} samples."
            numbers = {"share": got, "name": name, "samples": len(facts.arrays[name])}
            return Finding(text, numbers, layer, name, 0, int(np.argmax(silent.reshape(-1))))
    return None


@condition(
    "saturated",
    Option("share", 0.9, minimum=0.0, maximum=1.0, help="Share of the layer's outputs."),
    Option("distance", 0.01, minimum=0.0, maximum=0.5, help="How close to an end counts as saturated."),
)
def saturated(facts: Facts, share: float, distance: float) -> Finding | None:
    """Stop when more outputs of a sigmoid or tanh layer than this share lie at an end, where the slope is almost 0."""
    for layer, name in _outputs_of(facts, tuple(_SQUASHING)):
        low, high = _SQUASHING[facts.spec.layers[layer].kind]
        y = facts.arrays[name]
        at_end = np.abs(y - (low + high) / 2) >= (high - low) / 2 - distance
        got = float(np.count_nonzero(at_end)) / max(y.size, 1)
        if got >= share and got > 0:
            text = "{share:.0%} of {name} lie within {distance:g} of an end."
            numbers = {"share": got, "name": name, "distance": distance}
            return _placed(Finding(text, numbers, layer, name), _position(facts, name, int(np.argmax(at_end))))
    return None


@condition(
    "gradient_norm",
    Option("below", 1e-7, minimum=0.0, help="Vanished: the gradient's norm over the weights' norm is smaller."),
    Option("above", 10.0, minimum=0.0, help="Exploded: it is larger."),
)
def gradient_norm(facts: Facts, below: float, above: float) -> Finding | None:
    """Stop when the gradient of a weight matrix, measured by the weights, has vanished or exploded."""
    for name in facts.arrays:
        if not name.startswith("dW") or name[1:] not in facts.arrays:
            continue
        slope, size = facts.statistic(name, "norm"), facts.statistic(name[1:], "norm")
        ratio = slope / size if size else math.nan
        if ratio > above or (ratio < below and not _comes_from_zeros(facts, name)):
            text = "The norm of {name} is {ratio:.2g} times that of {weights}: " + (
                "it has vanished." if ratio < below else "it has exploded."
            )
            numbers = {"name": name, "ratio": ratio, "weights": name[1:]}
            return Finding(text, numbers, facts.layer_of.get(name), name)
    return None


def _comes_from_zeros(facts: Facts, name: str) -> bool:
    """Say whether the gradient of a weight matrix is 0 because all that is multiplied by it is: it has not vanished."""
    x = facts.input_of(name)
    return x is not None and not x.any()


@condition("loss_jump", Option("factor", 2.0, minimum=1.0, help="How many times the loss before."))
def loss_jump(facts: Facts, factor: float) -> Finding | None:
    """Stop when the loss is this many times that of the iteration before."""
    if len(facts.losses) < 2 or not facts.losses[-1] > factor * facts.losses[-2]:
        return None
    text = "The loss jumped from {before:.4g} to {now:.4g}."
    return Finding(text, {"before": facts.losses[-2], "now": facts.losses[-1]}, name="L")


@condition(
    "loss_stuck",
    Option("iterations", 100, minimum=2, maximum=10_000, help="For how many iterations."),
    Option("tolerance", 0.001, minimum=0.0, help="How much it may move, as a share of itself."),
)
def loss_stuck(facts: Facts, iterations: int, tolerance: float) -> Finding | None:
    """Stop when the loss has hardly moved for some iterations."""
    if len(facts.losses) < iterations:
        return None
    last = list(facts.losses)[-iterations:]
    if not max(last) - min(last) <= tolerance * abs(last[-1]):
        return None
    text = "The loss has stayed at {loss:.4g} for {iterations} iterations."
    return Finding(text, {"loss": last[-1], "iterations": iterations}, name="L")


@condition("softmax_rows")
def softmax_rows(facts: Facts) -> Finding | None:
    """Stop when the probabilities of a sample do not add up to 1."""
    if facts.spec.loss != "SoftmaxWithLoss" or "y" not in facts.arrays:
        return None
    return _wrong_row(facts, "y", 1.0, "The probabilities of sample {row} add up to {total:.6g}, not to 1.")


@condition("gradient_rows")
def gradient_rows(facts: Facts) -> Finding | None:
    """Stop when the gradients of a sample's scores do not add up to 0, as those of a softmax must."""
    scores = f"d{value_names(facts.spec)[-1]}"
    if facts.spec.loss != "SoftmaxWithLoss" or scores not in facts.arrays:
        return None
    if facts.event is not None and (facts.event.depth == "node" or facts.event.layer is not None):
        return None  # half of a sum
    return _wrong_row(facts, scores, 0.0, "The gradients of sample {row}'s scores add up to {total:.6g}, not to 0.")


@condition("misclassified", Option("label", -1, minimum=-1, help="Only samples of this class; -1 for any."))
def misclassified(facts: Facts, label: int) -> Finding | None:
    """Stop when the network takes a sample for another class than it is."""
    y, t = facts.arrays.get("y"), facts.arrays.get("t")
    if y is None or t is None or y.ndim != 2 or y.shape[1] < 2:
        return None
    said, true = y.argmax(axis=1), t.argmax(axis=1) if t.ndim == 2 else t
    wrong = (said != true) & ((true == label) | (label < 0))
    if not wrong.any():
        return None
    row = int(np.argmax(wrong))
    text = "Sample {row} of the batch is of class {true}, but was taken for {said}."
    numbers = {"row": row, "true": int(true[row]), "said": int(said[row])}
    return Finding(text, numbers, None, "y", row, int(said[row]))


@condition(
    "crossing",
    Option("name", "W1", help="Value by the book's name."),
    Option("index", "0, 0", help="Which of its numbers, as in 0, 3."),
    Option("number", 0.0, help="The value it crosses."),
)
def crossing(facts: Facts, name: str, index: str, number: float) -> Finding | None:
    """Stop when one number crosses a value from one iteration to the next."""
    place = tuple(int(part) for part in index.replace(",", " ").split() if part.isdecimal())
    now, before = facts.number(name, place), facts.earlier.get((name, place))
    if now is None or before is None or (before < number) == (now < number):
        return None
    text = "{name}[{index}] went from {before:.4g} to {now:.4g}, across {number:g}."
    return _at(facts, name, place, text, {"before": before, "now": now, "number": number})


def _named(facts: Facts, name: str) -> Iterator[str]:
    if not name:
        yield from facts.arrays
    elif name in facts.arrays:
        yield name


def _outputs_of(facts: Facts, kinds: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Give layer and name of every known output of layers of some kinds, where it has samples in rows."""
    for name, layer in facts.layer_of.items():
        is_output = not name.startswith("d") and facts.spec.layers[layer].kind in kinds
        if is_output and name in facts.arrays and facts.arrays[name].ndim > 1:
            yield layer, name


def _wrong_row(facts: Facts, name: str, wanted: float, text: str) -> Finding | None:
    array: Array = facts.arrays[name]
    totals = (array if array.ndim == 2 else array[np.newaxis]).sum(axis=1)
    off = ~(np.abs(totals - wanted) <= _ROW_TOLERANCE)  # a NaN is off, too
    if not off.any():
        return None
    row = int(np.argmax(off))
    return Finding(text, {"row": row, "total": float(totals[row])}, facts.layer_of.get(name), name, row)


def _position(facts: Facts, name: str, flat: int) -> tuple[int, ...]:
    return tuple(int(i) for i in np.unravel_index(flat, facts.arrays[name].shape))


def _at(facts: Facts, name: str, position: tuple[int, ...], text: str, numbers: dict[str, object]) -> Finding:
    index = ", ".join(map(str, position))
    found = Finding(text, {"name": name, "index": index, **numbers}, facts.layer_of.get(name), name)
    return _placed(found, position)


def _placed(found: Finding, position: tuple[int, ...]) -> Finding:
    """Return a finding that says where in its value: the first index is the sample, the last the neuron."""
    sample = position[0] if len(position) > 1 else None
    return Finding(found.template, found.numbers, found.layer, found.name, sample, position[-1] if position else None)
