"""When each condition says stop, what it says, and that breakpoints survive a file."""

from __future__ import annotations

import json

import numpy as np
import pytest

from nn import SGD, LayerSpec, Network, NetworkSpec
from nn.breakpoints import CONDITIONS, Breakpoint, Condition, Facts, first_match, matches
from nn.breakpoints.facts import facts_of_event
from nn.trace import Update, record

SPEC = NetworkSpec.mlp(2, (4,), 3, dtype="float64")
SIGMOIDS = NetworkSpec.mlp(2, (4,), 3, activation="Sigmoid", dtype="float64")
KINDS = pytest.mark.parametrize("kind", CONDITIONS)


@pytest.fixture
def trace():
    """A pass through a small network, with its update."""
    x, t = np.array([[1.0, 0.5], [-2.0, 1.0]]), np.array([0, 1])
    return record(Network(SPEC, seed=2), x, t, update=Update(SGD(lr=0.1)))


def seen(spec=SPEC, losses=(), earlier=None, **values):
    """Return the facts of a moment that brought these values."""
    arrays = {name: np.asarray(value, float) for name, value in values.items()}
    return Facts(spec, arrays, losses=losses, earlier=earlier)


def said(facts, kind, **options):
    """Return what a breakpoint with one condition says, None if it does not stop."""
    with np.errstate(all="ignore"):
        findings = Breakpoint.when(kind, **options).matches(facts)
    return str(findings[0]) if findings else None


def stops(trace, kind, **options):
    """Return where a condition holds in a trace."""
    return [
        (event.phase, event.name, event.symbol)
        for event in trace
        if said(facts_of_event(SPEC, event), kind, **options) is not None
    ]


def test_places(trace):
    assert stops(trace, "place", layer=1, phase="backward") == [("backward", "Relu1", "")]
    assert stops(trace, "place", layer=0, value="a1.1") == [("forward", "Affine1", "dot")]
    assert stops(trace, "place", layer=-1) == [("loss", "SoftmaxWithLoss", ""), ("backward", "SoftmaxWithLoss", "")]
    assert len(stops(trace, "place")) == sum(event.depth == "layer" for event in trace)


@pytest.mark.parametrize(("number", "word"), [(np.nan, "NaN"), (np.inf, "inf"), (-np.inf, "-inf")])
def test_numbers_that_are_not_finite(number, word):
    facts = seen(x=[1.0, 2.0], a1=[[1e300, 2], [number, 4]])
    assert said(facts, "not_finite") == f"a1[1, 0] is {word}."
    assert said(facts, "not_finite", name="x") is None
    assert said(seen(a1=[1e300, -1e300]), "not_finite") is None


@pytest.mark.parametrize(
    ("statistic", "got"), [("max", 3), ("min", -5), ("mean", -1), ("std", 3.26599), ("|max|", 5), ("norm", 5.91608)]
)
def test_statistics_beyond_a_limit(statistic, got):
    facts = seen(a1=[3.0, -5.0, -1.0], a2=[1e9])
    limit = {"name": "a1", "statistic": statistic}
    assert said(facts, "threshold", **limit, relation="above", number=got - 0.1).startswith(f"{statistic} of a1 is ")
    assert said(facts, "threshold", **limit, relation="above", number=got + 0.1) is None
    assert "below" in said(facts, "threshold", **limit, relation="below", number=got + 0.1)
    assert said(facts, "threshold", **limit, relation="below", number=got - 0.1) is None


def test_dead_relus():
    facts = seen(z1=[[0.0, 0, 1, 0], [0, 0, 0, 2]])
    assert said(facts, "dead", share=0.5) == "50% of the ReLUs of z1 give 0 for all 2 samples."
    assert said(facts, "dead", share=0.6) is None
    assert said(seen(SIGMOIDS, z1=np.zeros((2, 4))), "dead") is None, "a sigmoid cannot die"


def test_saturated_sigmoids():
    facts = seen(SIGMOIDS, z1=[[0.001, 0.5, 0.999, 0.9]])
    assert said(facts, "saturated", share=0.5) == "50% of z1 lie within 0.01 of an end."
    assert said(facts, "saturated", share=0.6) is None
    assert said(facts, "saturated", share=0.5, distance=0.0001) is None


def test_gradients_beside_their_weights():
    facts = seen(W1=[[3.0, 4.0]], dW1=[[3e-4, 4e-4]])
    assert "dW1 is 0.0001 times that of W1: it has vanished" in said(facts, "gradient_norm", below=1e-3)
    assert said(facts, "gradient_norm", below=1e-5) is None
    assert "it has exploded" in said(facts, "gradient_norm", below=0.0, above=1e-5)
    for x, is_told in ((1.0, True), (0.0, False)):  # without an input nothing can come to the weights
        facts = seen(W1=[[3.0, 4.0]], dW1=[[0.0, 0.0]], x=[[x]])
        assert (said(facts, "gradient_norm") is not None) == is_told


def test_losses():
    assert said(seen(losses=[0.3, 0.9]), "loss_jump", factor=2.0) == "The loss jumped from 0.3 to 0.9."
    assert said(seen(losses=[0.3, 0.9]), "loss_jump", factor=3.1) is None
    assert said(seen(losses=[0.9]), "loss_jump") is None
    assert said(seen(losses=[0.5, 0.5]), "loss_jump", factor=1.0) is None, "it stayed where it was"
    assert said(seen(losses=[0.0, 0.0]), "loss_jump") is None, "it was learned"
    assert said(seen(losses=[0.5, 1.0]), "loss_jump", factor=2.0) is None
    assert said(seen(losses=[0.5, np.nextafter(1.0, 2.0)]), "loss_jump", factor=2.0) is not None
    stuck = [9.0, 2.3, 2.3001, 2.3]
    assert said(seen(losses=stuck), "loss_stuck", iterations=3) == "The loss has stayed at 2.3 for 3 iterations."
    assert said(seen(losses=stuck), "loss_stuck", iterations=4) is None
    assert said(seen(losses=stuck), "loss_stuck", iterations=5) is None


def test_rows_that_do_not_add_up(trace):
    assert stops(trace, "softmax_rows") == []
    assert stops(trace, "gradient_rows") == []
    assert "sample 0 add up to 0.5, not to 1" in said(seen(y=np.full((2, 2), 0.25)), "softmax_rows")
    assert "sample 1's scores add up to 1, not to 0" in said(seen(da2=[[0.5, -0.5], [1, 0]]), "gradient_rows")
    assert said(seen(y=[[np.nan, 1]]), "softmax_rows") is not None


def test_a_sample_with_the_wrong_answer():
    facts = seen(y=[[0.9, 0.1, 0], [0.6, 0.3, 0.1]], t=[[1, 0, 0], [0, 1, 0]])
    assert said(facts, "misclassified") == "Sample 1 of the batch is of class 1, but was taken for 0."
    assert said(facts, "misclassified", label=0) is None


def test_a_number_that_crosses_a_value():
    before = {("W1", (1, 2)): -0.1}
    facts = seen(W1=[[0.0, 0, 0], [0, 0, 0.2]], earlier=before)
    assert "went from -0.1 to 0.2, across 0." in said(facts, "crossing", name="W1", index="1, 2")
    assert said(facts, "crossing", name="W1", index="1, 2", number=0.5) is None
    assert said(facts, "crossing", name="W1", index="7, 7") is None


def test_all_conditions_must_hold():
    nan, large = Condition("not_finite"), Condition.of("threshold", name="a2", statistic="max", number=5)
    point = Breakpoint((nan, large))
    assert len(point.matches(seen(a1=[np.nan], a2=[9.0]))) == 2
    assert point.matches(seen(a1=[1.0], a2=[9.0])) == ()
    with pytest.raises(ValueError, match="would never stop"):
        Breakpoint(())


def test_a_disabled_breakpoint_says_nothing():
    assert Breakpoint((Condition("not_finite"),), enabled=False).matches(seen(a1=[np.nan])) == ()


def test_the_first_event_that_a_breakpoint_holds_at(trace):
    points = (Breakpoint.when("not_finite"), Breakpoint.when("place", layer=1))
    index, which, findings = first_match(SPEC, trace, points)
    assert (trace[index].name, trace[index].phase, which) == ("Relu1", "forward", 1)
    assert findings[0].layer == 1
    again = first_match(SPEC, trace, points, index + 1)
    assert trace[again[0]].phase == "backward"


def test_expressions(trace):
    facts = seen(W1=[[3.0, -4.0]], dW1=[[30.0, 0.0]], losses=[0.5])
    assert said(facts, "expression", expression="max(abs(dW1)) > 10") == (
        "max(abs(dW1)) > 10 holds: max(abs(dW1)) is 30."
    )
    assert said(facts, "expression", expression="W1 > -5") == "W1 > -5 holds."
    assert said(facts, "expression", expression="W1 > 0") is None, "it is not true everywhere"
    assert said(facts, "expression", expression="q > 0") is None
    assert said(facts, "expression", expression="W1[7] > 0") is None
    ratio = "norm(dW1) / norm(W1) > 0"
    assert stops(trace, "expression", expression=ratio)[0] == ("backward", "Affine1", "dot")
    (finding,) = Breakpoint.when("expression", expression="norm(W1) + norm(dW1) + norm(y) > 0").matches(
        seen(W1=[[1.0]], dW1=[[1.0]], y=[[1.0]])
    )
    assert (finding.name, finding.layer) == ("dW1", 0), "where the last of its values is made"


def test_a_text_that_is_no_expression_is_refused():
    with pytest.raises(ValueError, match=r"There is no function maxx; did you mean max\?"):
        Breakpoint.when("expression", expression="maxx(W1)")


@KINDS
def test_breakpoints_survive_a_file(kind):
    point = Breakpoint((Condition(kind), Condition("not_finite")), enabled=False)
    assert Breakpoint.from_json(json.loads(json.dumps(point.to_json()))) == point


@KINDS
def test_every_kind_explains_itself(kind):
    assert CONDITIONS[kind].help
    assert all(option.help for option in CONDITIONS[kind].options)


@KINDS
def test_a_sound_pass_stops_at_places_and_wrong_answers_only(kind, trace):
    assert kind in {"place", "misclassified"} or stops(trace, kind) == []


def of_images(images):
    """Return a network of images as they are, without a Flatten before its first layer, and a pass through it."""
    layers = (LayerSpec("Relu"), LayerSpec("Sigmoid"), LayerSpec("Flatten"), LayerSpec.of("Affine", units=3))
    spec = NetworkSpec((2, 2, 2), layers, dtype="float64")
    return spec, record(Network(spec, seed=2), images, np.arange(len(images)) % 3, update=Update(SGD()))


@KINDS
def test_sound_images_stop_at_places_and_wrong_answers_only(kind):
    spec, trace = of_images(np.ones((4, 2, 2, 2)))
    found = [event.name for event in trace if said(facts_of_event(spec, event), kind) is not None]
    assert bool(found) == (kind in {"place", "misclassified"}), found


@pytest.mark.parametrize(
    ("kind", "options", "number", "reason", "guilty"),
    [
        ("dead", {"share": 0.12}, -1.0, "12% of the ReLUs of x_Relu give 0 for all 4 samples.", ("x_Relu", 0, 5)),
        ("not_finite", {}, np.nan, "x_Relu[0, 1, 0, 1] is NaN.", ("x_Relu", 0, 1)),
        ("saturated", {"share": 0.12}, 9.0, "12% of x_Sigmoid lie within 0.01 of an end.", ("x_Sigmoid", 0, 1)),
        ("threshold", {"name": "x_Relu"}, 200.0, "|max| of x_Relu is 200, above 100.", ("x_Relu", None, None)),
    ],
)
def test_what_is_wrong_in_an_image_is_found_in_its_place(kind, options, number, reason, guilty):
    images = np.ones((4, 2, 2, 2))
    images[:, 1, 0, 1] = number
    spec, trace = of_images(images)
    match = first_match(spec, trace, [Breakpoint.when(kind, **options)])
    assert match is not None
    (finding,) = match.findings
    assert str(finding) == reason
    assert (finding.name, finding.sample, finding.neuron) == guilty


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (5, TypeError, "got 5"),
        ({"conditions": [{"kind": "place"}], "enabled": 1}, TypeError, "give true or false"),
        ({"conditions": [{"kind": "nope"}]}, ValueError, "unknown condition 'nope'"),
        ({"conditions": [[]]}, TypeError, "name of its kind"),
        ({"conditions": [{"kind": "place", "x": 1}]}, ValueError, "no option 'x'"),
        ({"conditions": [{"kind": "place", "phase": "up"}]}, ValueError, "choose one of"),
        ({"conditions": []}, ValueError, "at least one"),
    ],
)
def test_a_damaged_file_is_refused(data, error, message):
    with pytest.raises(error, match=message):
        Breakpoint.from_json(data)


def test_what_a_node_made_does_not_stop_again_at_its_layer():
    spec = NetworkSpec.mlp(2, (4,), 2)
    network = Network(spec, 1)
    network.params["b1"][...] = -100
    events = record(network, np.array([[1.0, 2.0], [0.5, -1.0]]), np.array([0, 1]))
    dead = [Breakpoint.when("dead", share=1.0)]
    found = [match.event for match in matches(spec, events, dead)]
    assert len(found) == 1
    assert first_match(spec, events, dead, found[0] + 1) is None
