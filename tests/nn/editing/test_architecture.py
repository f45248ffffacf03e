"""Edits of layers and neurons: what fits stays, what cannot be built is refused."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nn.editing import architecture as edits
from nn.editing.transplant import Edit, transplant
from nn.layers import LAYERS
from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import Checkpoint
from tests.kinds import OF_ROWS

PLAIN = NetworkSpec.mlp(5, (4, 3), 2, dtype="float64")
NORMALIZED = NetworkSpec(
    (2, 3),
    (
        LayerSpec.of("Flatten"),
        LayerSpec.of("Affine", units=4),
        LayerSpec.of("BatchNormalization"),
        LayerSpec.of("Tanh"),
        LayerSpec.of("Dropout"),
        LayerSpec.of("Affine", units=3),
    ),
    dtype="float64",
)
WITHOUT_NUMBERS = sorted(kind for kind in OF_ROWS if kind not in ("Affine", "OwnAffine", "BatchNormalization"))


def test_a_new_layer_takes_the_activation_before_it_else_behind_it_else_one_that_learns():
    assert edits.usual_activation(NORMALIZED, 6).kind == "Tanh"
    assert edits.usual_activation(NORMALIZED, 1).kind == "Tanh"
    leaky = NetworkSpec(
        (5,), (LayerSpec.of("LeakyRelu", slope=0.2), LayerSpec.of("Affine", units=2), LayerSpec.of("Tanh"))
    )
    assert edits.usual_activation(leaky, 2).options == {"slope": 0.2}
    assert edits.usual_activation(leaky, 3).kind == "Tanh"
    assert edits.usual_activation(NetworkSpec.mlp(5, (), 2), 0).kind == "Relu"
    assert edits.usual_activation(NetworkSpec.mlp(2, (), 2), 0).kind == "Tanh"


def learned(spec: NetworkSpec, seed: int = 7) -> Checkpoint:
    """Make up a checkpoint in which every number is another one."""
    start, rng = Checkpoint.initial(spec), np.random.default_rng(seed)
    params, state, v = (rng.uniform(0.5, 1.5, n) for n in (start.params.size, start.state.size, start.params.size))
    return Checkpoint(40, params, state, MappingProxyType({"v": v}), "Momentum", 3)


def loaded(spec: NetworkSpec, checkpoint: Checkpoint) -> Network:
    network = Network(spec, None)
    network.load(checkpoint.params, checkpoint.state)
    return network


def after(edit: Edit, checkpoint: Checkpoint, seed: int = 1) -> Network:
    return loaded(edit.spec, transplant(edit, checkpoint, seed))


# ---- neurons


def test_growing_keeps_every_number_and_draws_the_new_ones():
    checkpoint = learned(PLAIN)
    edit = edits.set_units(PLAIN, 0, 6)
    grown, before, drawn = after(edit, checkpoint), loaded(PLAIN, checkpoint), Network(edit.spec, 1)
    np.testing.assert_array_equal(grown.params["W1"][:, :4], before.params["W1"])
    np.testing.assert_array_equal(grown.params["W1"][:, 4:], drawn.params["W1"][:, 4:])
    np.testing.assert_array_equal(grown.params["b1"], [*before.params["b1"], 0, 0])
    np.testing.assert_array_equal(grown.params["W2"][:4], before.params["W2"])
    np.testing.assert_array_equal(grown.params["W2"][4:], drawn.params["W2"][4:])
    np.testing.assert_array_equal(grown.params["W3"], before.params["W3"])


def test_shrinking_takes_the_last_neurons():
    checkpoint = learned(PLAIN)
    shrunk, before = after(edits.set_units(PLAIN, 2, 2), checkpoint), loaded(PLAIN, checkpoint)
    np.testing.assert_array_equal(shrunk.params["W2"], before.params["W2"][:, :2])
    np.testing.assert_array_equal(shrunk.params["b2"], before.params["b2"][:2])
    np.testing.assert_array_equal(shrunk.params["W3"], before.params["W3"][:2])


def test_a_neuron_goes_with_everything_that_was_its_own():
    checkpoint = learned(NORMALIZED)
    edit = edits.remove_neuron(NORMALIZED, 1, 2)
    kept = transplant(edit, checkpoint)
    without, before = loaded(edit.spec, kept), loaded(NORMALIZED, checkpoint)
    for name, axis in (("W1", 1), ("b1", 0), ("gamma1", 0), ("beta1", 0), ("W2", 0)):
        np.testing.assert_array_equal(without.params[name], np.delete(before.params[name], 2, axis))
    for key in ("running_mean", "running_var"):
        old = before.layers["BatchNormalization1"].state[key]
        np.testing.assert_array_equal(without.layers["BatchNormalization1"].state[key], np.delete(old, 2))
    remembered, memory = loaded(edit.spec, replace(kept, params=kept.memory["v"])), checkpoint.memory["v"]
    old_memory = loaded(NORMALIZED, replace(checkpoint, params=memory))
    np.testing.assert_array_equal(remembered.params["W2"], np.delete(old_memory.params["W2"], 2, 0))
    assert (kept.iteration, kept.optimizer, kept.since) == (40, "Momentum", 3)


def test_a_new_neuron_has_no_memory_yet():
    kept = transplant(edits.add_neuron(PLAIN, 0, 1), learned(PLAIN))
    memory = loaded(edits.add_neuron(PLAIN, 0, 1).spec, replace(kept, params=kept.memory["v"]))
    assert not memory.params["W1"][:, 1].any()
    assert memory.params["W1"][:, [0, 2, 3, 4]].all()


@given(layer=st.sampled_from([0, 2]), data=st.data())
def test_removing_a_neuron_nobody_listens_to_changes_no_output(layer, data):
    checkpoint = learned(PLAIN)
    before = loaded(PLAIN, checkpoint)
    neuron = data.draw(st.integers(0, PLAIN.plans[layer].output[0] - 1))
    before.params[f"W{layer // 2 + 2}"][neuron] = 0
    without = after(edits.remove_neuron(PLAIN, layer, neuron), replace(checkpoint, params=before.flat_params))
    x = np.random.default_rng(0).normal(size=(6, 5))
    np.testing.assert_allclose(without.predict(x), before.predict(x), rtol=1e-13)


@given(neuron=st.integers(0, 3), to=st.integers(0, 3))
def test_a_moved_neuron_stands_elsewhere_and_computes_the_same(neuron, to):
    checkpoint, x = learned(NORMALIZED), np.random.default_rng(0).normal(size=(6, 2, 3))
    before, moved = loaded(NORMALIZED, checkpoint), after(edits.move_neuron(NORMALIZED, 1, neuron, to), checkpoint)
    np.testing.assert_array_equal(moved.params["W1"][:, to], before.params["W1"][:, neuron])
    np.testing.assert_allclose(moved.predict(x), before.predict(x), rtol=1e-12)


@given(layer=st.sampled_from([0, 2]), data=st.data())
def test_removing_the_neuron_just_added_gives_back_every_number(layer, data):
    checkpoint = learned(PLAIN)
    at = data.draw(st.integers(0, PLAIN.plans[layer].output[0]))
    added = edits.add_neuron(PLAIN, layer, at)
    removed = edits.remove_neuron(added.spec, layer, at)
    back = transplant(removed, transplant(added, checkpoint, 5), 6)
    assert removed.spec == PLAIN
    assert_same(back, checkpoint)


@pytest.mark.parametrize(
    ("edit", "kept"),
    [
        (edits.set_units(PLAIN, 0, 6), PLAIN.parameters),
        (edits.remove_neuron(PLAIN, 2, 0), PLAIN.parameters - 4 - 1 - 2),
        (edits.insert_layers(PLAIN, 2, [LayerSpec.of("Affine", units=3), LayerSpec.of("Relu")]), PLAIN.parameters - 3),
        (edits.remove_layers(PLAIN, 4), 5 * 4 + 4 + 4 * 3 + 3),
    ],
)
def test_the_numbers_that_stay_are_counted(edit, kept):
    assert edit.kept == kept


# ---- layers


@given(index=st.integers(0, len(NORMALIZED.layers)), kind=st.sampled_from(sorted(OF_ROWS)))
def test_removing_the_layer_just_inserted_gives_back_every_number(index, kind):
    checkpoint = learned(NORMALIZED)
    width = int(np.prod([NORMALIZED.input_shape, *(p.output for p in NORMALIZED.plans)][index]))
    layer = LayerSpec.of("Affine", units=width) if kind == "Affine" else LayerSpec.of(kind)
    inserted = edits.insert_layers(NORMALIZED, index, [layer])
    removed = edits.remove_layers(inserted.spec, index)
    assert removed.spec == NORMALIZED
    assert_same(transplant(removed, transplant(inserted, checkpoint, 5), 6), checkpoint)


@pytest.mark.parametrize("kind", WITHOUT_NUMBERS)
@pytest.mark.parametrize("index", range(len(NORMALIZED.layers)))
def test_a_layer_without_numbers_keeps_the_checkpoint_as_it_is(index, kind):
    checkpoint = learned(NORMALIZED)
    assert transplant(edits.insert_layers(NORMALIZED, index, [LayerSpec.of(kind)]), checkpoint) is checkpoint


@pytest.mark.parametrize("index", range(len(PLAIN.layers) + 1))
def test_an_identity_changes_no_output(index):
    checkpoint, x = learned(PLAIN), np.random.default_rng(0).normal(size=(6, 5))
    changed = after(edits.insert_layers(PLAIN, index, [LayerSpec.of("Identity")]), checkpoint)
    np.testing.assert_array_equal(changed.predict(x), loaded(PLAIN, checkpoint).predict(x))


def test_moved_layers_take_their_numbers_along():
    spec = NetworkSpec.mlp(4, (4, 4), 4)
    checkpoint = learned(spec)
    edit = edits.move_layers(spec, 0, 2, 2)
    assert edit.spec == spec
    assert not edit.keeps_everything
    moved, before = after(edit, checkpoint), loaded(spec, checkpoint)
    for name, old_name in (("W1", "W2"), ("b1", "b2"), ("W2", "W1"), ("b2", "b1"), ("W3", "W3")):
        np.testing.assert_array_equal(moved.params[name], before.params[old_name])


def test_a_change_of_kind_keeps_what_the_others_learned():
    checkpoint = learned(NORMALIZED)
    changed = after(edits.change_layer(NORMALIZED, 2, LayerSpec.of("Relu")), checkpoint)
    before = loaded(NORMALIZED, checkpoint)
    for name in ("W1", "b1", "W2", "b2"):
        np.testing.assert_array_equal(changed.params[name], before.params[name])


def test_images_cut_smaller_keep_the_weights_of_the_pixels_that_stay():
    checkpoint = learned(NORMALIZED)
    cut = after(edits.set_input(NORMALIZED, (1, 2)), checkpoint)
    np.testing.assert_array_equal(cut.params["W1"], loaded(NORMALIZED, checkpoint).params["W1"][[0, 1]])
    flat = after(edits.set_input(NORMALIZED, (6,)), checkpoint)
    np.testing.assert_array_equal(flat.flat_params, checkpoint.params)


def test_nothing_left_is_another_network():
    spec = NetworkSpec((4,), (LayerSpec.of("Affine", units=2),))
    edit = edits.rebuild(spec, [LayerSpec.of("Affine", units=2), LayerSpec.of("Relu")], [None, None])
    fresh = transplant(edit, learned(spec), 3)
    assert_same(fresh, Checkpoint.initial(edit.spec, 3))


CHANGES = st.one_of(
    st.tuples(
        st.just("insert_layers"),
        st.integers(0, 8),
        st.lists(st.sampled_from(sorted(LAYERS)).map(LayerSpec.of), max_size=2),
    ),
    st.tuples(st.just("remove_layers"), st.integers(0, 8), st.integers(1, 2)),
    st.tuples(st.just("move_layers"), st.integers(0, 8), st.integers(1, 2), st.integers(0, 8)),
    st.tuples(st.just("set_units"), st.integers(0, 8), st.integers(1, 7)),
    st.tuples(st.just("add_neuron"), st.integers(0, 8), st.integers(0, 5)),
    st.tuples(st.just("remove_neuron"), st.integers(0, 8), st.integers(0, 5)),
    st.tuples(st.just("move_neuron"), st.integers(0, 8), st.integers(0, 5), st.integers(0, 5)),
    st.tuples(st.just("set_input"), st.sampled_from([(6,), (2, 2), (3, 3)])),
)


@given(st.lists(CHANGES, min_size=1, max_size=6))
def test_every_edit_that_is_not_refused_can_run_and_learn(changes):
    spec, checkpoint = NORMALIZED, learned(NORMALIZED)
    for name, *arguments in changes:
        try:
            edit = getattr(edits, name)(spec, *arguments)
        except ValueError:
            continue
        checkpoint = transplant(edit, checkpoint, 2)
        spec = edit.spec
        network = loaded(spec, checkpoint)
        x = np.ones((3, *spec.input_shape))
        assert network.predict(x).shape == (3, spec.outputs)
        network.gradient(x, np.zeros(3, int), rng=np.random.default_rng(0))
        assert {len(memory) for memory in checkpoint.memory.values()} <= {spec.parameters}


# ---- refusals


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("remove_layers", (0, 6), "at least one layer"),
        ("remove_neuron", (1, 4), "Affine1 has no neuron 4; its neurons are 0 to 3"),
        ("add_neuron", (1, 5), "Affine1 has 4 neurons; a new one can stand at 0 to 4"),
        ("move_neuron", (1, 0, 4), "Affine1 has neurons 0 to 3; neuron 0 cannot go to place 4"),
        ("set_units", (3, 5), "Tanh1 has no neurons of its own.*the Affine layer before it"),
        ("set_units", (1, 0), "units is 0; give a whole number from 1"),
        ("move_layers", (4, 3, 0), "no 3 layers from place 4 on"),
        ("insert_layers", (7, [LayerSpec.of("Relu")]), "place 7"),
        ("set_input", ((0,),), "input_shape"),
    ],
)
def test_what_cannot_be_is_explained(name, arguments, message):
    with pytest.raises(ValueError, match=message):
        getattr(edits, name)(NORMALIZED, *arguments)


def test_a_loss_gets_rows_of_scores():
    spec = NetworkSpec((2, 3), (LayerSpec.of("Relu"), LayerSpec.of("Affine", units=3)))
    message = r"SoftmaxWithLoss gets samples of shape \(2, 3\) from Relu1; it expects one row of scores, such as \(6,\)"
    with pytest.raises(ValueError, match=message):
        edits.remove_layers(spec, 1)


def test_the_last_neuron_stays():
    spec = NetworkSpec.mlp(2, (1,), 2)
    with pytest.raises(ValueError, match=r"Affine1 has one neuron only.*remove the layer"):
        edits.remove_neuron(spec, 0, 0)


def test_a_layer_that_cannot_take_a_shape_is_named_with_who_gives_it(monkeypatch):
    class RowsOnly(LAYERS["Relu"]):
        @classmethod
        def plan(cls, input_shape, **options):
            if len(input_shape) != 2:
                raise ValueError(f"it needs images of two axes, not {input_shape}; put it before Flatten")
            return super().plan(input_shape)

    monkeypatch.setitem(LAYERS._items, "RowsOnly", RowsOnly)
    edits.insert_layers(NORMALIZED, 0, [LayerSpec.of("RowsOnly")])
    with pytest.raises(ValueError, match=r"RowsOnly1 gets samples of shape \(6,\) from Flatten1.*put it before"):
        edits.insert_layers(NORMALIZED, 1, [LayerSpec.of("RowsOnly")])


# ---- groups


def test_groups_begin_with_neurons():
    assert edits.groups(NORMALIZED) == (range(1), range(1, 5), range(5, 6))
    assert edits.groups(PLAIN)[0] == range(0)


def assert_same(one: Checkpoint, other: Checkpoint) -> None:
    assert one.iteration == other.iteration
    np.testing.assert_array_equal(one.params, other.params)
    np.testing.assert_array_equal(one.state, other.state)
    assert one.memory.keys() == other.memory.keys()
    for slot, values in one.memory.items():
        np.testing.assert_array_equal(values, other.memory[slot])
