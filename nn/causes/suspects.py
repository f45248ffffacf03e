"""The suspects: what could have been otherwise from just before the moment that decided."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from nn.editing.architecture import groups
from nn.layers.base import LAYERS
from nn.network.spec import LayerSpec
from nn.training import Checkpoint
from nn.training.batch_feed import check_left_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from nn.causes.edits import PastEdit
    from nn.causes.samples import Steepest
    from nn.causes.symptom import Symptom
    from nn.replay import Waypoint

Kind = Literal["as_it_was", "edit", "sample", "rate", "faster", "clip", "activation", "initial", "own"]

_DRAWN_ANEW = {"zeros": "He", "constant": "He", "std": "He"}
_LIVELY = "LeakyRelu"  # what never is flat where a ReLU is
_STEEP = "Relu"  # what lets a gradient through as it is
_FLAT = ("Sigmoid", "Tanh")  # what makes it smaller in each layer
_FASTER = 10.0  # times the learning rate, where nothing moves


@dataclass(frozen=True, eq=False)
class Suspect:
    """Something to try.

    Attributes
    ----------
    kind : str
        What is otherwise; nothing in "as_it_was", which other batches alone may change.
    start : Waypoint
        The exact moment from which it is tried, with what is otherwise.
    facts : mapping
        What is told about it: "row", "old" and "new" values, "layer", and of how many layers the "count".
    """

    kind: Kind
    start: Waypoint
    facts: Mapping[str, Any] = field(default_factory=dict)

    def on_stream(self, stream: int) -> Waypoint:
        """Return its start with another stream of batches, the true one for 0."""
        config = replace(self.start.config, seed=(self.start.config.seed + stream) % 2**31)
        start = replace(self.start, config=config)
        if self.kind == "initial":
            start = replace(start, checkpoint=Checkpoint.initial(start.spec, config.seed))
        return start


def suspects_of(
    symptom: Symptom, before: Waypoint, edit: PastEdit | None, sample: Steepest | None, norm: float
) -> Iterator[Suspect]:
    """Give what is worth trying, as it was first.

    Parameters
    ----------
    before : Waypoint
        The moment just before the update with which it began.
    edit : PastEdit or None
        The edit that came last before that.
    sample : Steepest or None
        The sample of that update that asked for most.
    norm : float
        The usual norm of a gradient, NaN where nobody knows it.
    """
    yield Suspect("as_it_was", before)
    if edit is not None:
        yield Suspect("edit", edit.before, {"edit": edit})
    if sample is not None:
        yield from _without(before, sample)
    if before.config.lr > 0:
        halved = before.config.lr / 2
        config = replace(before.config, lr=halved)
        yield Suspect("rate", replace(before, config=config), {"old": before.config.lr, "new": halved})
        if symptom.kind == "plateau":
            config = replace(before.config, lr=before.config.lr * _FASTER)
            yield Suspect("faster", replace(before, config=config), {"old": before.config.lr, "new": config.lr})
    if 0 < norm < math.inf:
        rounded = float(f"{norm:.3g}")
        yield Suspect("clip", replace(before, config=replace(before.config, clip_norm=rounded)), {"new": rounded})
    yield from _otherwise_bent(symptom, before)
    if before.checkpoint.iteration == 0:
        yield from _drawn_otherwise(before)


def _without(before: Waypoint, sample: Steepest) -> Iterator[Suspect]:
    rows = sorted({*before.config.rows_left_out, sample.row})
    config = replace(before.config, left_out=" ".join(map(str, rows)))
    try:
        check_left_out(before.spec, before.data, config)
    except ValueError:  # a batch would be left with none
        return
    yield Suspect("sample", replace(before, config=config), {"row": sample.row, "sample": sample})


def _otherwise_bent(symptom: Symptom, before: Waypoint) -> Iterator[Suspect]:
    """Give a network whose dead layer cannot die, or one that lets the gradient through where nothing moves."""
    spec = before.spec
    if symptom.kind == "dead":
        old: tuple[str, ...] = (_STEEP,)
        new = _LIVELY
        changed = [i for i in groups(spec)[symptom.group] if spec.layers[i].kind in old][:1]
    else:
        old, new = _FLAT, _STEEP
        changed = [i for i, layer in enumerate(spec.layers[:-1]) if layer.kind in old]
    if changed and symptom.kind in ("dead", "plateau"):
        layers = tuple(LayerSpec.of(new) if i in changed else layer for i, layer in enumerate(spec.layers))
        facts = {"layer": changed[0], "old": spec.layers[changed[0]].kind, "new": new, "count": len(changed)}
        yield Suspect("activation", replace(before, spec=replace(spec, layers=layers)), facts)


def _drawn_otherwise(before: Waypoint) -> Iterator[Suspect]:
    """Give the same network with other initial values: by another rule, where its own draws none."""
    spec = before.spec
    rules = [str(layer.options["initializer"]) for layer in spec.layers if "initializer" in layer.options]
    if not rules:
        return
    layers = tuple(_drawn(layer) for layer in spec.layers)
    new = replace(spec, layers=layers)
    start = before if new != spec else replace(before, config=replace(before.config, seed=before.config.seed + 101))
    facts = {"old": rules[0], "new": _DRAWN_ANEW.get(rules[0], rules[0]), "is_other_rule": new != spec}
    yield Suspect("initial", replace(start, spec=new), facts)


def _drawn(layer: LayerSpec) -> LayerSpec:
    rule = str(layer.options.get("initializer", ""))
    if rule not in _DRAWN_ANEW:
        return layer
    options = {**layer.options, "initializer": _DRAWN_ANEW[rule]}
    if "scale" in options:
        options["scale"] = next(each.default for each in LAYERS[layer.kind].options if each.name == "scale")
    return LayerSpec.of(layer.kind, **options)
