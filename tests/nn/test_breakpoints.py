"""When each condition says stop, what it says, and that breakpoints survive a file."""

from __future__ import annotations

import json

import numpy as np
import pytest

from nn import SGD, Adam, LayerSpec, Network, NetworkSpec
from nn.breakpoints import Breakpoint, check_all
from nn.conditions import CONDITIONS, Moment
from nn.conditions.combining import AllOf, AnyOf
from nn.conditions.health import DeadRelus, ExplodedGradient, SaturatedSigmoids, VanishedGradient
from nn.conditions.learning import LossJumped, LossStuck, Misclassified, ScoreGradientRows, SoftmaxRows
from nn.conditions.numbers import Crossing, NotFinite, Statistic
from nn.conditions.places import Place
from nn.trace import Update, record

X, T = np.array([[1.0, 0.5], [-2.0, 1.0]]), np.array([0, 1])


@pytest.fixture
def trace():
    """A pass through a small network, with its update."""
    spec = NetworkSpec.mlp(2, (4,), 3, dtype="float64")
    return record(Network(spec, seed=2), X, T, update=Update(SGD(lr=0.1)))


def seen(**values):
    """Return a moment with these fresh values."""
    return Moment({name: np.asarray(value, float) for name, value in values.items()}, tuple(values))


def reason(condition, moment):
    return Breakpoint(condition).matches(moment)


def stops(condition, trace):
    """Return where a condition holds in a trace."""
    return [
        (event.phase, event.name, event.symbol)
        for event in trace
        if reason(condition, Moment.of_event(event)) is not None
    ]


def test_places(trace):
    assert stops(Place(layer="Relu1", phase="backward"), trace) == [
        ("backward", "Relu1", "×"),
        ("backward", "Relu1", ">"),
        ("backward", "Relu1", ""),
    ]
    assert stops(Place(symbol="exp", phase="loss"), trace) == [("loss", "SoftmaxWithLoss", "exp")]
    assert len(stops(Place(), trace)) == len(trace)
    said = reason(Place(layer="Affine1"), Moment.of_event(trace[0]))
    assert said == "Affine1, node dot was reached in the forward phase"
    assert reason(Place(), seen(a1=1)) is None, "an iteration is no place in a pass"


@pytest.mark.parametrize(
    ("number", "what", "said"),
    [
        (np.nan, "any", "a1 has 1 NaN, the first at [1,0]"),
        (np.inf, "any", "a1 has 1 +Inf, the first at [1,0]"),
        (-np.inf, "-Inf", "a1 has 1 -Inf, the first at [1,0]"),
        (-np.inf, "+Inf", None),
        (np.nan, "+Inf", None),
        (1e308, "any", None),
    ],
)
def test_not_finite(number, what, said):
    moment = seen(x=[1.0, 2.0], a1=[[1e308, 2], [number, 4]])
    assert reason(NotFinite(what=what), moment) == said
    assert reason(NotFinite("x", what), moment) is None


@pytest.mark.parametrize(
    ("statistic", "got"), [("max", "3"), ("min", "-5"), ("mean", "-1"), ("std", "3.26599"), ("|max|", "5")]
)
def test_statistics(statistic, got):
    moment = seen(a1=[3.0, -5.0, -1.0], a2=[1e9])
    limit = float(got)
    assert reason(Statistic("a1", statistic, "above", limit - 0.1), moment) == (
        f"{statistic} of a1 is {got}, above {limit - 0.1:g}"
    )
    assert reason(Statistic("a1", statistic, "above", limit + 0.1), moment) is None
    assert f"below {limit + 0.1:g}" in reason(Statistic("a1", statistic, "below", limit + 0.1), moment)
    assert reason(Statistic("a1", statistic, "below", limit - 0.1), moment) is None
    assert reason(Statistic("a1", statistic, "above", -1e9), seen(a1=[np.nan])) is None


def test_values_that_are_not_fresh_stop_nothing():
    old = Moment({"a1": np.array([np.nan, 1e9])}, ())
    assert reason(NotFinite(), old) is None
    assert reason(Statistic("a1"), old) is None


def test_an_element_that_crosses_a_value(trace):
    update = next(event for event in trace if event.phase == "update" and event.depth == "layer")
    before, after = update.inputs["W1"][1, 2], update.outputs["W1"][1, 2]
    between = float(before + after) / 2
    said = reason(Crossing("W1", "1, 2", between), Moment.of_event(update))
    assert said == f"W1[1,2] went from {before:.6g} to {after:.6g}, across {between:g}"
    assert reason(Crossing("W1", "1, 2", float(max(before, after)) + 1), Moment.of_event(update)) is None
    assert reason(Crossing("W1", "7, 7", between), Moment.of_event(update)) is None
    with pytest.raises(ValueError, match="'one, 2'; give whole numbers"):
        Crossing("W1", "one, 2")


def test_dead_relus():
    dead = Moment({"z1": np.array([[0.0, 0, 1, 0], [0, 0, 0, 2]])}, ("z1",), {"z1": "Relu"})
    assert reason(DeadRelus(0.4), dead) == "2 of 4 neurons of z1 are 0 for every sample, more than 40%"
    assert reason(DeadRelus(0.5), dead) is None
    assert reason(DeadRelus(0.4), Moment(dead.values, ("z1",), {"z1": "Sigmoid"})) is None


def test_saturated_sigmoids():
    moment = Moment({"z1": np.array([[0.001, 0.5, 0.999, 0.9]])}, ("z1",), {"z1": "Sigmoid"})
    assert reason(SaturatedSigmoids(0.4), moment) == "2 of 4 outputs of z1 are saturated, more than 40%"
    assert reason(SaturatedSigmoids(0.5), moment) is None
    assert reason(SaturatedSigmoids(0.4, margin=0.0001), moment) is None


def test_gradients_beside_their_weights():
    moment = seen(W1=[[3.0, 4.0]], dW1=[[3e-4, 4e-4]], db1=[0.0])
    assert reason(VanishedGradient(1e-3), moment) == "the norm of dW1 is 0.0001 of that of W1, below 0.001: it vanished"
    assert reason(VanishedGradient(1e-5), moment) is None
    assert reason(ExplodedGradient(1e-5), moment) == (
        "the norm of dW1 is 0.0001 times that of W1, above 1e-05: it exploded"
    )
    assert reason(ExplodedGradient(1.0), moment) is None
    assert reason(ExplodedGradient(1.0), seen(W1=[0.0], dW1=[1.0])) is not None
    assert reason(ExplodedGradient(1.0), seen(W1=[1.0], dW1=[np.nan])) is not None


def after(*losses):
    return Moment({}, (), losses=losses, iteration=len(losses))


def test_a_loss_that_jumps():
    assert reason(LossJumped(2.0, 3), after(9.0, 0.3, 0.2, 0.4, 0.9)) == (
        "the loss jumped from 0.3 to 0.9, 3 times as much"
    )
    assert reason(LossJumped(4.0, 3), after(9.0, 0.3, 0.2, 0.4, 0.9)) is None
    assert reason(LossJumped(), after(0.5)) is None
    assert reason(LossJumped(), after(0.5, np.nan)) == "the loss is nan"


def test_a_loss_that_is_stuck():
    assert reason(LossStuck(4), after(9.0, 2.3, 2.31, 2.29, 2.32)) == (
        "the loss has not fallen for 4 iterations: 2.305 before, 2.305 now"
    )
    assert reason(LossStuck(4), after(2.3, 2.31, 2.0, 2.0)) is None
    assert reason(LossStuck(6), after(2.3, 2.31, 2.29, 2.32)) is None


def test_losses_are_looked_at_when_there_is_a_new_one(trace):
    conditions = LossJumped(1.5, 1)
    assert [reason(conditions, Moment.of_event(event, [0.01])) is not None for event in trace].count(True) == 2
    assert all(reason(conditions, Moment.of_event(event)) is None for event in trace)


def test_rows_that_do_not_add_up(trace):
    assert stops(SoftmaxRows(), trace) == []
    assert stops(ScoreGradientRows(), trace) == []
    whole_batch = Moment({"y": np.full((2, 2), 0.25)}, ("y",), {"y": "SoftmaxWithLoss"})
    assert reason(SoftmaxRows(), whole_batch) == "row 0 of y adds up to 0.5, not to 1"
    wrong = Moment({"da2": np.array([[0.5, -0.5], [1, 0]])}, ("da2",), {"da2": "SoftmaxWithLoss"}, phase="backward")
    assert reason(ScoreGradientRows(), wrong) == "row 1 of da2 adds up to 1, not to 0"
    assert reason(SoftmaxRows(), Moment({"y": np.array([[np.nan, 1]])}, ("y",), {"y": "SoftmaxWithLoss"})) is not None


def test_a_sample_with_the_wrong_answer():
    moment = seen(y=[[0.9, 0.1, 0], [0.6, 0.3, 0.1], [0, 0.2, 0.8]], t=[[1, 0, 0], [0, 1, 0], [0, 1, 0]])
    assert reason(Misclassified(), moment) == "sample 1 is of class 1, the network says 0"
    assert reason(Misclassified(sample=2), moment) == "sample 2 is of class 1, the network says 2"
    assert reason(Misclassified(sample=0), moment) is None
    assert reason(Misclassified(true_class=0), moment) is None
    assert reason(Misclassified(), seen(y=[[0.9]], t=[[0.0]])) == "sample 0 is of class 0, the network says 1"
    assert reason(Misclassified(), seen(y=[[0.9]], t=[[1.0]])) is None


def test_conditions_combine():
    nan, large = NotFinite(), Statistic("a2", "max", "above", 5)
    both, one = seen(a1=[np.nan], a2=[9.0]), seen(a1=[1.0], a2=[9.0])
    assert reason(AllOf((nan, large)), both) == "a1 has 1 NaN, the first at [0]; max of a2 is 9, above 5"
    assert reason(AllOf((nan, large)), one) is None
    assert reason(AnyOf((nan, large)), one) == "max of a2 is 9, above 5"
    assert reason(AnyOf((nan, large)), seen(a1=[1.0], a2=[1.0])) is None
    with pytest.raises(ValueError, match="AllOf combines no condition"):
        AllOf(())


def test_hits_are_counted_and_some_may_be_let_pass():
    points = (Breakpoint(NotFinite(), skips=1), Breakpoint(NotFinite(), is_enabled=False))
    points, said = check_all(points, seen(a1=[np.nan]))
    assert ([point.hits for point in points], said) == ([1, 0], ())
    points, said = check_all(points, seen(a1=[1.0]))
    assert ([point.hits for point in points], said) == ([1, 0], ())
    points, said = check_all(points, seen(a1=[np.nan]))
    assert ([point.hits for point in points], said) == ([2, 0], ("a1 has 1 NaN, the first at [0]",))


@pytest.mark.parametrize("kind", CONDITIONS)
def test_breakpoints_survive_a_file(kind):
    condition = (
        CONDITIONS[kind]((NotFinite("a1"), AnyOf((Place(),)))) if kind in {"AllOf", "AnyOf"} else CONDITIONS[kind]()
    )
    point = Breakpoint(condition, is_enabled=False, skips=3)
    assert Breakpoint.from_json(json.loads(json.dumps(point.to_json()))) == point


@pytest.mark.parametrize("kind", [kind for kind in CONDITIONS if kind not in {"AllOf", "AnyOf"}])
def test_options_are_the_fields_with_their_defaults(kind):
    condition = CONDITIONS[kind]()
    assert {option.name: option.default for option in condition.options} == {
        key: value for key, value in condition.to_json().items() if key != "kind"
    }
    assert all(option.help for option in condition.options)


@pytest.mark.parametrize("kind", [kind for kind in CONDITIONS if kind not in {"AllOf", "AnyOf"}])
def test_a_sound_pass_stops_only_at_places(kind, trace):
    """With their defaults, conditions leave a healthy network alone."""
    condition = CONDITIONS[kind]()
    held = stops(condition, trace)
    assert bool(held) == (kind in {"Place", "Misclassified"})


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (5, TypeError, "got 5"),
        ({"condition": {"kind": "Place"}, "is_enabled": 1, "skips": 0}, TypeError, "give true or false"),
        ({"condition": {"kind": "Place"}, "is_enabled": True, "skips": -1}, ValueError, "skips of a breakpoint is -1"),
        ({"condition": {"kind": "Nope"}, "is_enabled": True, "skips": 0}, ValueError, "unknown condition 'Nope'"),
        ({"condition": [], "is_enabled": True, "skips": 0}, TypeError, "name of its kind"),
        ({"condition": {"kind": "Place", "x": 1}, "is_enabled": True, "skips": 0}, ValueError, "no option 'x'"),
        ({"condition": {"kind": "Place", "phase": "up"}, "is_enabled": True, "skips": 0}, ValueError, "choose one of"),
        (
            {"condition": {"kind": "AllOf", "conditions": 3}, "is_enabled": True, "skips": 0},
            TypeError,
            "list of conditions",
        ),
    ],
)
def test_a_damaged_file_is_refused(data, error, message):
    with pytest.raises(error, match=message):
        Breakpoint.from_json(data)


def test_training_that_collapses_is_stopped_at_the_guilty_iteration():
    """A learning rate of 10 kills the ReLUs; what is looked at are the numbers of real training before its update."""
    rng = np.random.default_rng(0)
    x, t = rng.random((100, 20)), rng.integers(0, 5, 100)
    network = Network(NetworkSpec.mlp(20, (30,), 5, initializer="std"), seed=0)
    optimizer, losses = SGD(lr=10), []
    points = (Breakpoint(DeadRelus(0.9)), Breakpoint(LossJumped(1.5, 1)))
    for _ in range(60):
        losses.append(network.loss(x, t, training=True))
        network.gradient(x, t)
        outputs = [layer.y if kind.kind == "Relu" else np.zeros(1) for kind, layer in zip_layers(network)]
        moment = Moment.of_iteration(network, outputs, network.loss_layer.t, losses)
        points, said = check_all(points, moment)
        if any("neurons of z1" in why for why in said):
            break
        optimizer.step(network.flat_params, network.flat_grads, len(losses))
    assert said
    assert points[1].hits > 0, "the loss jumped on the way"
    assert not (network.layers["Relu1"].y > 0).any(axis=0).sum() > 3


def zip_layers(network):
    return zip(network.spec.layers, network.layers.values(), strict=True)


def test_images_and_adam_are_looked_at_without_error():
    layers = (LayerSpec("Flatten"), LayerSpec.of("Affine", units=3), LayerSpec("Softmax"))
    network = Network(NetworkSpec((2, 2, 2), layers), seed=0)
    trace = record(network, np.ones((4, 2, 2, 2)), np.arange(4) % 3, update=Update(Adam()))
    for kind in CONDITIONS:
        if kind not in {"AllOf", "AnyOf"}:
            for event in trace:
                reason(CONDITIONS[kind](), Moment.of_event(event))
