"""What a person changed between two stretches of training, or in the middle of one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from playground.session.document.setup import Setup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nn.network import LayerSpec, NetworkSpec
    from nn.training import TrainingConfig
    from playground.session.document.state import DatasetChoice, RunRecord


_DIGITS = 6


class Change(NamedTuple):
    """What was changed in the course of a history.

    Attributes
    ----------
    iteration
        The first iteration with it, counted from 1.
    before, after
        The setups up to there and from there on.
    """

    iteration: int
    before: Setup
    after: Setup


def setup_of(spec: NetworkSpec, config: TrainingConfig, dataset: DatasetChoice) -> Setup:
    """Return what a network is trained with."""
    return Setup(
        tuple(map(_layer_text, spec.layers)),
        spec.loss,
        _text(config.optimizer, {**config.optimizer_options, **_beside(config)}),
        config.lr,
        config.batch_size,
        config.weight_decay,
        _text(dataset.name, dataset.options),
    )


def _beside(config: TrainingConfig) -> Mapping[str, object]:
    """Return what is done to gradients and batches, where it is: most never choose it."""
    chosen = {"clip_norm": config.clip_norm, "left_out": config.left_out.replace(" ", ",")}
    return {name: f"{value:g}" if isinstance(value, float) else value for name, value in chosen.items() if value}


def changes(history: Iterable[RunRecord], live: Sequence[tuple[int, Setup]] = ()) -> list[Change]:
    """Return what was changed on the way of a history.

    Parameters
    ----------
    history : iterable of RunRecord
    live : sequence of (int, Setup)
        Of a run that is under way: it goes on from its first iteration, whatever the history has from there on.
    """
    setups: list[tuple[int, Setup]] = []
    for record in history:
        end = record.first_iteration + len(record.losses)
        setups = [each for each in setups if each[0] < record.first_iteration]
        setups += [each for each in record.setups if each[0] < end]
    if live:
        setups = [*(each for each in setups if each[0] < live[0][0]), *live]
    return [Change(at, before, after) for (_, before), (at, after) in pairwise(setups) if before != after]


def _layer_text(layer: LayerSpec) -> str:
    if layer.own is not None:  # its options are its code, of which the hash is enough
        return f"{layer.name} {layer.own.digest[:_DIGITS]}"
    return _text(layer.kind, _chosen(layer.kind, layer.options))


def _chosen(kind: str, options: Mapping[str, object]) -> Mapping[str, object]:
    """Return the options that matter after the start: how weights are drawn does not."""
    return {"units": options["units"]} if kind == "Affine" else options


def _text(name: str, options: Mapping[str, object]) -> str:
    """Write a name with its options; a number of neurons needs no name of its own."""
    return " ".join((name, *(str(value) if key == "units" else f"{key}={value}" for key, value in options.items())))
