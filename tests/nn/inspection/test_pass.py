"""What is told of a recorded pass: its values, its health, its outcome, and a question about what comes next."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from nn.breakpoints import Breakpoint, Condition
from nn.inspection.contents import Moment, Role, changes, contents_of
from nn.inspection.element import Element, maker_of
from nn.inspection.graph_layout import shape_of
from nn.inspection.graph_moment import GraphMoment, ends_of, nodes_of
from nn.inspection.health import health_of, marked
from nn.inspection.outcome import outcome_of
from nn.inspection.question import CONCEPTS, question_of
from nn.inspection.recordings import Recordings
from nn.inspection.values import GRADIENTS, INNER, PARAMETERS, VALUES, grouped_names, known_values
from nn.network import LayerSpec, Network, NetworkSpec
from nn.trace import Update, record
from nn.training import TrainingConfig

SPEC = NetworkSpec.mlp(2, (4,), 3)
X = np.random.default_rng(0).normal(size=(5, 2)).astype(np.float32)
T = np.array([0, 1, 2, 0, 1])
KINDS = ("Affine", "Relu", "Affine", "Sigmoid", "Affine")


def passed(depth="layer", spec=SPEC, x=X, t=T):
    network, config = Network(spec, 1), TrainingConfig(optimizer="SGD")
    return record(network, x, t, depth=depth, update=Update(config.build_optimizer()))


def test_what_goes_in_stands_before_what_comes_out():
    affine = passed()[0]
    going_in, coming_out = contents_of(affine)
    assert [content.name for content in going_in] == ["x", "W1", "b1"]
    assert coming_out[0].name == "a1"
    assert coming_out[0].role is Role.OUTPUT
    assert all(content.array is None for content in contents_of(affine, happened=False)[1])


def test_an_update_has_each_parameter_before_and_after_it():
    update = next(event for event in passed() if event.phase == "update")
    before = [content for content in contents_of(update)[0] if content.moment is Moment.BEFORE]
    after = [content for content in contents_of(update)[1] if content.moment is Moment.AFTER]
    assert [content.name for content in before] == [content.name for content in after] != []


def test_what_an_edit_changed_is_found_where_it_is():
    network = Network(SPEC, 1)
    before = record(network, X, T)
    network.params["W1"][1, 2] += 1
    event = record(network, X, T)[0]
    shown = [content for part in contents_of(event) for content in part]
    found = {content.name: differs for content, _, differs in changes(event, shown, before)}
    assert np.argwhere(found["W1"]).tolist() == [[1, 2]]
    assert "x" not in found
    assert list(changes(event, shown, ())) == []


def test_the_numbers_of_one_sample_are_found_in_the_batch():
    whole, alone = passed()[0], passed(x=X[3:4], t=T[3:4])[0]
    recordings = Recordings(whole, alone, row=3)
    assert recordings.index_in(alone, Element("a1", (3, 2))) == (0, 2)
    assert recordings.index_in(alone, Element("a1", (2, 2))) is None
    assert recordings.index_in(alone, Element("W1", (1, 2))) == (1, 2)
    assert recordings.in_batch(alone, "a1", (0, 2)) == (3, 2)
    assert recordings.sources(alone, Element("a1", (3, 2)))["x"].all()


def test_a_graph_knows_what_has_happened_in_it():
    trace = passed("node")
    first, last = GraphMoment(trace, 1), GraphMoment(trace, len(trace))
    assert first.graph is trace[0].graph
    assert len(first.forward) == 1
    assert not first.has_begun_back
    assert first.nodes == GraphMoment(trace, 2).nodes
    assert last.event is trace[-1]


@pytest.mark.parametrize(("element", "chosen"), [((1, 2), (1, 2)), ((1, 9), None), (None, None)])
def test_a_number_outside_of_the_output_is_not_chosen(element, chosen):
    assert GraphMoment(passed("node"), 2, element).choice.element == chosen


def test_numbers_that_are_none_are_the_worst():
    x = X.copy()
    x[0, 0] = np.nan
    health = list(health_of(SPEC, passed(x=x)))
    assert health[0].kind == "not_finite"
    assert health[0].is_bad
    assert next(health_of(SPEC, passed())) is None


def test_only_what_an_event_can_show_is_looked_for(monkeypatch):
    looked, look = [], Condition.look
    monkeypatch.setattr(Condition, "look", lambda self, facts: (looked.append(self.kind), look(self, facts))[1])
    trace = record(Network(SPEC, 1), X, T, depth="node", update=Update(TrainingConfig("Adam").build_optimizer()))
    list(health_of(SPEC, trace))
    assert Counter(looked)["not_finite"] == len(trace)
    assert Counter(looked)["gradient_norm"] == sum(e.phase == "backward" and e.depth == "layer" for e in trace)
    assert len(looked) < 2.5 * len(trace)


@pytest.mark.parametrize("depth", ["layer", "node"])
def test_dead_saturated_and_vanished_layers_are_seen_on_both_ways(depth):
    spec = NetworkSpec((2,), tuple(LayerSpec.of(k) if k != "Affine" else LayerSpec.of(k, units=4) for k in KINDS))
    network = Network(spec, 1)
    network.params["b1"][...] = -1e9
    network.params["W2"][...] = 1e9
    network.params["b2"][...] = 1e9
    trace = record(network, X, np.array([0, 1, 2, 0, 1]), depth=depth)
    seen = {(event.phase, health.kind) for event, health in zip(trace, health_of(spec, trace), strict=True) if health}
    assert seen >= {(phase, kind) for phase in ("forward", "backward") for kind in ("dead", "saturated")}
    assert ("backward", "vanished") in seen


def test_a_breakpoint_marks_the_events_of_its_place():
    trace = passed()
    place = Breakpoint.when("place", phase="forward", layer=1)
    assert marked(SPEC, trace, [place]) == {1: True}
    assert marked(SPEC, trace, []) == {}


def test_a_pass_comes_to_a_loss_and_an_accuracy():
    outcome = outcome_of(passed())
    assert outcome.output.shape == (5, 3)
    assert outcome.loss > 0
    assert outcome.accuracy == (outcome.output.argmax(axis=1) == T).mean()
    assert outcome_of(passed()[:2]).loss is None
    assert outcome_of(()) is None


def test_the_number_asked_for_is_one_of_the_next_layer():
    trace = passed()
    concepts = set()
    for cursor in range(len(trace)):
        question = question_of(trace, cursor, 1)
        assert question.event is trace[cursor]
        assert question.value == question.event.outputs[question.element.name][question.element.index]
        assert question.accepts(question.value)
        concepts.add(question.concept)
    assert concepts == set(CONCEPTS)
    assert question_of(trace, len(trace), 1) is None


def test_values_are_known_when_they_are_computed():
    trace = passed()
    assert "x" in known_values(trace, 0)
    assert "a1" not in known_values(trace, 0)
    assert "a1" in known_values(trace, 1)
    assert known_values((), 0) == {}


def test_every_value_stands_in_one_group():
    groups = grouped_names(passed("node"), SPEC)
    assert {"W1", "b1", "W2", "b2"} == set(groups[PARAMETERS])
    assert {"x", "a1", "z1"} <= set(groups[VALUES])
    assert {"dW1", "da1"} <= set(groups[GRADIENTS])
    assert all("." in name for name in groups[INNER])


def test_a_number_is_written_as_numpy_writes_it():
    assert Element("W1", (0, 3)).symbol == "W1[0,3]"
    assert Element("L", ()).symbol == "L"


def test_the_maker_of_a_number_is_the_current_event_or_else_a_whole_layer():
    trace = passed("node")
    relu = next(event for event in trace if "z1" in event.outputs)
    assert maker_of(Element("z1", (0, 0)), trace[: relu.index + 1]) is relu
    whole = maker_of(Element("a1", (0, 0)), trace)
    assert (whole.name, whole.depth) == ("Affine1", "layer")
    assert maker_of(Element("a1", (0, 10**6)), trace) is None
    assert maker_of(Element("a1", (0, 0)), ()) is None


def test_a_graph_has_one_shape_at_every_moment():
    graph = passed("node")[0].graph
    assert shape_of(graph) is shape_of(graph)
    assert len(shape_of(graph).kinds) == len(nodes_of(graph)) + len(ends_of(graph))
