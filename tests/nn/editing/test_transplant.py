"""What is taken over from one network to another, number by number."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.editing.architecture import insert_layers, matched
from nn.editing.transplant import Edit, _runs, transplant
from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import Checkpoint
from tests.kinds import OF_ROWS

EVERY_KIND = NetworkSpec(
    (2, 3), (*(LayerSpec.of(kind) for kind in sorted(OF_ROWS)), LayerSpec.of("Affine", units=3)), dtype="float64"
)


@pytest.mark.parametrize("family", ["params", "state"])
def test_numbers_lie_as_a_network_lays_them_out(family):
    network = Network(EVERY_KIND, 1)
    flat = {"params": network.flat_params, "state": network.flat_state}[family]
    flat[:] = np.arange(flat.size)
    layers = list(network.layers.values())
    edit = insert_layers(EVERY_KIND, 1, [LayerSpec.of("BatchNormalization")])
    grown = Network(edit.spec, None)
    kept = transplant(edit, Checkpoint(7, network.flat_params, network.flat_state))
    grown.load(kept.params, kept.state)
    after = list(grown.layers.values())
    del after[1]
    for before, now in zip(layers, after, strict=True):
        for key, values in getattr(before, family).items():
            np.testing.assert_array_equal(getattr(now, family)[key], values)


@pytest.mark.parametrize(
    ("places", "runs"),
    [
        ([0, 1, 2], [(slice(0, 3), slice(0, 3))]),
        ([0, -1, 1], [(slice(0, 1), slice(0, 1)), (slice(2, 3), slice(1, 2))]),
        ([0, 2, 3], [(slice(0, 1), slice(0, 1)), (slice(1, 3), slice(2, 4))]),
        ([2, 1, 0], [(slice(0, 1), slice(2, 3)), (slice(1, 2), slice(1, 2)), (slice(2, 3), slice(0, 1))]),
        ([-1, -1], []),
        ([], []),
    ],
)
def test_places_are_copied_in_whole_runs(places, runs):
    assert _runs(np.array(places, dtype=int)) == runs


def test_another_precision_keeps_numbers_and_memory():
    spec = NetworkSpec.mlp(3, (4,), 2)
    start = Checkpoint.initial(spec)
    checkpoint = replace(start, iteration=7, memory={"v": start.params + 1}, optimizer="Momentum")
    kept = transplant(matched(spec, replace(spec, dtype="float64")), checkpoint)
    assert (kept.iteration, kept.params.dtype, kept.memory["v"].dtype) == (7, np.float64, np.float64)
    np.testing.assert_array_equal(kept.params, checkpoint.params)
    np.testing.assert_array_equal(kept.memory["v"], checkpoint.memory["v"])


def test_nobody_can_change_what_was_transplanted():
    spec = NetworkSpec.mlp(3, (4,), 2)
    start = Checkpoint.initial(spec)
    checkpoint = replace(start, iteration=7, memory={"v": start.params})
    kept = transplant(matched(spec, NetworkSpec.mlp(3, (5,), 2)), checkpoint)
    for values in (kept.params, kept.state, kept.memory["v"]):
        assert not values.flags.writeable


def test_an_edit_that_leaves_everything_in_its_place_says_so():
    spec = NetworkSpec.mlp(3, (4, 4), 2)
    assert matched(spec, replace(spec, layers=(*spec.layers, LayerSpec.of("Identity")))).keeps_everything
    assert not Edit(spec, spec, (2, 1, 0, 3, 4)).keeps_everything
    assert not matched(spec, NetworkSpec.mlp(3, (4, 5), 2)).keeps_everything
    assert not matched(spec, replace(spec, dtype="float64")).keeps_everything
