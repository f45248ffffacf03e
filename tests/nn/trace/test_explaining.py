"""The three lines of any number: what they say, and that the line of numbers gives the result."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from nn import LAYERS, LOSSES, OPTIMIZERS, LayerSpec, Network, NetworkSpec, graph
from nn.inspection.number_texts import figure_texts
from nn.trace import Update, explain, record
from nn.trace.backflow import Backflow
from nn.trace.elements import Elements
from nn.trace.layer_graph import LayerGraph
from nn.trace.overrides import Overrides
from nn.trace.wording import backward_formula

NAMES = {"exp": np.exp, "log": np.log, "tanh": np.tanh, "sqrt": np.sqrt, "nan": np.nan, "inf": np.inf}
NAMES |= {"max": max, "min": min, "abs": abs, "sign": np.sign}
NAMES |= {"float": float}
NAMES |= dict.fromkeys(("identity", "flatten", "unflatten", "im2col", "reshape", "transpose"), lambda x: x)
FORMS = pytest.mark.parametrize("form", ["book", "elementary"])


def computed(line):
    """Return what a line of numbers gives when it is computed as it is written."""
    python = re.sub(r"(\S+)\.astype\(float64\)", r"float(\1)", line).replace("Σ ", "")
    python = python.removeprefix("= ").replace("·", "*").replace("²", "**2").replace("…", "").replace("≤", "<=")
    python = re.sub(r"√([\d.e+-]+)", r"sqrt(\1)", python).replace("√", "sqrt").replace(" = ", " == ")
    return eval(python, {"__builtins__": {}}, NAMES)


def check_all(trace, terms=6):
    """A number of every value of every event is what its own line says."""
    rng = np.random.default_rng(0)
    for event in trace:
        for name, array in event.outputs.items():
            index = tuple(int(rng.integers(n)) for n in array.shape)
            lines = explain(event, name, index, terms=terms, digits=17)
            where = f"{event.phase} {event.name} {lines.symbols} {lines.numbers}"
            assert computed(lines.numbers) == pytest.approx(lines.value, rel=1e-9, abs=1e-12), where
            assert lines.value == array[index]
            check_pieces(lines)
            check_that_each_line_says_something(explain(event, name, index, terms=terms))


def check_that_each_line_says_something(lines):
    """No line is empty, none says what another one has said, and no number is explained by itself."""
    left, _, right = lines.symbols.partition(" = ")
    said = [left, right, lines.numbers.removeprefix("= "), lines.result.removeprefix("= ")]
    assert all(text.strip() for text in said), said
    assert len(set(said)) == 4, said


def check_pieces(lines):
    """The lines cut at their numbers: each piece is the number, or the name and place, of its leaf."""
    for whole, pieces in ((lines.symbols, lines.symbol_pieces), (lines.numbers, lines.number_pieces)):
        assert "".join(piece.text for piece in pieces) == whole
    named = [piece for piece in lines.symbol_pieces if piece.leaf]
    assert [piece.text.lstrip("-") for piece in named] == [piece.leaf.symbol.lstrip("-") for piece in named]
    for piece in lines.number_pieces:
        if piece.text in ("True", "False"):
            assert piece.text == str(piece.leaf.value)
            continue
        assert piece.leaf is None or abs(float(piece.text)) == pytest.approx(abs(piece.leaf.value), nan_ok=True)


@pytest.fixture
def affine():
    """x = [1.0, 0.5] through the first layer of the book's network."""
    network = Network(NetworkSpec((2,), (LayerSpec.of("Affine", units=3),), "IdentityWithLoss", "float64"))
    network.params["W1"][...] = [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]
    network.params["b1"][...] = [0.1, 0.2, 0.3]
    return network


def lines_of(explanation):
    return [explanation.symbols, explanation.numbers, explanation.result]


def test_forwards(affine):
    event = record(affine, [[1.0, 0.5]], depth="layer")[0]
    assert lines_of(explain(event, "a1", (0, 1))) == [
        "a1[0,1] = x[0,0]·W1[0,1] + x[0,1]·W1[1,1] + b1[1]",
        "= 1.0·0.3 + 0.5·0.4 + 0.2",
        "= 0.7",
    ]


def test_backwards(affine):
    event = record(affine, [[1.0, 0.5], [0.0, 2.0]], np.zeros((2, 3)), depth="layer")[-1]
    assert lines_of(explain(event, "dW1", (1, 0))) == [
        "dW1[1,0] = da1[0,0]·x[0,1] + da1[1,0]·x[1,1]",
        "= 0.15·0.5 + 0.25·2.0",
        "= 0.575",
    ]
    assert explain(event, "db1", (0,)).symbols == "db1[0] = da1[0,0] + da1[1,0]"
    assert explain(event, "dx", (1, 0)).symbols == "dx[1,0] = da1[1,0]·W1[0,0] + da1[1,1]·W1[0,1] + da1[1,2]·W1[0,2]"


def test_the_update(affine):
    optimizer = OPTIMIZERS["SGD"](lr=0.1)
    event = record(affine, [[1.0, 0.5]], [[0.0, 0, 0]], depth="layer", update=Update(optimizer))[-2]
    assert event.formula == "W1 = W1 - lr·dW1"
    assert lines_of(explain(event, "W1", (1, 2))) == [
        "W1[1,2] = W1[1,2] - lr·dW1[1,2]",
        "= 0.6 - 0.1·0.55",
        "= 0.545",
    ]


def test_a_node_is_one_operation():
    network = Network(NetworkSpec((2,), (LayerSpec("Sigmoid"),), "IdentityWithLoss", "float64"))
    trace = record(network, [[0.0, 1.0]], [[0.0, 0.0]])
    assert [explain(event, *event.outputs, (0, 0)).symbols for event in trace[:4]] == [
        "x_Sigmoid.1[0,0] = x[0,0]·(-1)",
        "x_Sigmoid.2[0,0] = exp(x_Sigmoid.1[0,0])",
        "x_Sigmoid.3[0,0] = x_Sigmoid.2[0,0] + 1",
        "x_Sigmoid[0,0] = 1 / x_Sigmoid.3[0,0]",
    ]


A, ROW = np.array([[0.5, -1.5, 0.0], [2.0, -0.25, 1.0]]), np.array([0.5, -2.0, 1.0])


@pytest.fixture
def distance():
    """The larger of |x| and a row, an operation that no layer has; two of the numbers are equal."""
    return LayerGraph(lambda x, w: (graph.maximum(graph.abs(x), w),), {"x": A, "w": ROW}, ("y",), Overrides())


def test_the_formulas_of_abs_and_maximum(distance):
    assert distance.formula == "y = max(abs(x), w)"
    assert [backward_formula(node, distance) for node in distance.way_back] == [
        "dy.1 = dy·(y.1 > w),  dw = Σ dy·(y.1 ≤ w)",
        "dx = dy.1·sign(x)",
    ]


@pytest.mark.parametrize("name", ["x", "w", "y"])
def test_the_lines_of_abs_and_maximum_give_every_number(distance, name):
    flow = Backflow(distance, np.array([[1.0, 2.0, -3.0], [0.5, 0.25, 4.0]]))
    elements = Elements(distance, lambda name, array: None, shown=6, is_deep=True)
    node = distance.outputs["y"] if name == "y" else distance.variables[name]
    for index in np.ndindex(distance.values[node].shape):
        told = elements.of(node, index) if name == "y" else elements.back(node, index, flow)
        line = "".join(piece.text for piece in told.pieces(17))
        wanted = distance.values[node] if name == "y" else flow.total(node)
        assert computed(line) == wanted[index], line


def test_long_sums_show_the_largest_terms_and_count_the_others():
    network = Network(NetworkSpec((784,), (LayerSpec.of("Affine", units=2),)), seed=1)
    x = np.random.default_rng(0).random((1, 784), dtype=np.float32)
    event = record(network, x)[-1]
    lines = explain(event, "a1", (0, 1), terms=3)
    terms = (x[0] * network.params["W1"][:, 1]).astype(float)
    largest = sorted(np.argsort(-abs(terms))[:3])
    assert lines.left_out == 781
    assert lines.rest == pytest.approx(np.delete(terms, largest).sum(), rel=1e-5)
    shown = " + ".join(f"x[0,{i}]·W1[{i},1]" for i in largest)
    assert lines.symbols == f"a1[0,1] = {shown} + …(781 more) + b1[1]"
    assert computed(lines.numbers) == pytest.approx(lines.value, abs=1e-4)


def test_a_value_that_is_used_twice_shows_what_was_there_before():
    network = Network(NetworkSpec((2,), (LayerSpec("Swish"),), "IdentityWithLoss", "float64"))
    trace = record(network, [[0.5, 1.0]], [[0.0, 0.0]])
    first, last = (event for event in trace if event.depth == "node" and "dx" in event.outputs)
    assert first.pending["dx"] == ("x_Swish.1",)
    assert last.pending["dx"] == ()
    assert explain(last, "dx", (0, 0)).symbols == "dx[0,0] = dx[0,0] + dx_Swish.1[0,0]·(-1)"
    np.testing.assert_array_equal(last.outputs["dx"], first.outputs["dx"] + last.products["dx"])


def test_a_step_through_which_nothing_flows_shows_the_product_that_is_zero():
    spec = NetworkSpec((3,), (LayerSpec("Step"), LayerSpec.of("Affine", units=3)), dtype="float64")
    last = record(Network(spec, seed=0), np.ones((2, 3)), [0, 1])[-1]
    assert (last.name, last.depth) == ("Step1", "layer")
    lines = explain(last, "dx", (1, 2))
    assert lines.symbols == "dx[1,2] = dx_Step[1,2]·0"
    assert re.fullmatch(r"= \S+·0", lines.numbers)


def test_the_mask_of_a_relu_is_true_where_the_input_is_not_above_0():
    network = Network(NetworkSpec((5,), (LayerSpec("Relu"),), "IdentityWithLoss", "float64"))
    trace = record(network, [[1.0, -2.0, 3.0, -4.0, 5.0]], np.zeros((1, 5)))
    mask, relu = trace[0], trace[1]
    assert (mask.formula, relu.formula) == ("mask_x_Relu = x <= 0", "x_Relu = 0 if mask_x_Relu else x")
    assert mask.outputs["mask_x_Relu"].dtype == bool
    assert mask.outputs["mask_x_Relu"].tolist() == [[False, True, False, True, False]]
    assert relu.outputs["x_Relu"].tolist() == [[1, 0, 3, 0, 5]]
    assert lines_of(explain(mask, "mask_x_Relu", (0, 1))) == [
        "mask_x_Relu[0,1] = x[0,1] <= 0",
        "= -2.0 <= 0.0",
        "= True",
    ]
    back = next(event for event in trace if event.depth == "node" and "dx" in event.outputs)
    assert back.formula == "dx = 0 if mask_x_Relu else dx_Relu"
    assert explain(back, "dx", (0, 1)).numbers == "= 0.0·(0 if True else 1)"


def test_a_step_function_turns_a_truth_into_a_number():
    network = Network(NetworkSpec((2,), (LayerSpec("Step"),), "IdentityWithLoss"))
    truth, number = record(network, [[1.0, -2.0]])[:2]
    assert (truth.formula, number.formula) == ("x_Step.1 = x > 0", "x_Step = x_Step.1.astype(float32)")
    assert (truth.outputs["x_Step.1"].dtype, number.outputs["x_Step"].dtype) == (bool, np.float32)
    assert number.outputs["x_Step"].tolist() == [[1, 0]]
    drawn = LAYERS["Step"]().graph(graph.variable("x"), {})  # before anything went forward
    assert graph.evaluate(drawn, {"x": np.array([2.0, -1.0])})[drawn].tolist() == [1, 0]


def test_numbers_link_to_the_events_that_made_them(affine):
    trace = record(affine, [[1.0, 0.5]], [[0.0, 0.0, 0.0]])
    last = trace[-1]
    origins = {leaf.name: leaf.event for leaf in explain(last, "dW1", (0, 0)).sources}
    assert trace[origins["da1"]].outputs["da1"] is last.inputs["da1"]
    assert origins["x"] is None
    assert last.origin("a1") == 2
    trace = record(affine, [[1.0, 0.5]], [[0.0, 0, 0]], update=Update(OPTIMIZERS["SGD"]()))
    update = next(event for event in trace if event.phase == "update" and "W1" in event.outputs)
    assert update.operands[0] == "W1"
    assert update.origin("W1") is None, "the weight before the update was given"
    assert update.origin(update.operands[1]) == update.index - 1


def test_every_number_in_a_line_can_be_followed(affine):
    trace = record(affine, [[1.0, 0.5]], [[0.0, 2.0, 0.0]])
    lines = explain(trace[-1], "dx", (0, 1))
    assert lines.numbers == "= 0.3·0.2 + (-1.3)·0.4 + 1.1·0.6"
    links = [(piece.text, piece.leaf.symbol, piece.leaf.event) for piece in lines.number_pieces if piece.leaf]
    loss = next(event.index for event in trace if "da1" in event.outputs and event.depth == "layer")
    assert links[2:4] == [("-1.3", "da1[0,1]", loss), ("0.4", "W1[1,1]", None)]
    assert "\ue000" not in lines.symbols + lines.numbers + lines.result


def test_what_is_not_there_is_refused(affine):
    event = record(affine, [[1.0, 0.5]])[-1]
    with pytest.raises(KeyError, match="makes a1, not 'W1'"):
        explain(event, "W1", (0, 0))
    for index in [(0,), (1, 0), (0, 3), (0, -1)]:
        with pytest.raises(IndexError, match=r"shape \(1, 3\)"):
            explain(event, "a1", index)


@pytest.mark.parametrize("samples", [1, 4])
@pytest.mark.parametrize("kind", LAYERS)
def test_every_line_is_right_for_every_layer(kind, training, sample_shape, samples):
    if training and samples < LAYERS[kind].smallest_batch:
        return
    options = {"filters": 3} if kind == "Convolution" else {}
    layers = (LayerSpec(kind, options), LayerSpec("Flatten"), LayerSpec.of("Affine", units=3))
    network = Network(NetworkSpec(sample_shape, layers, dtype="float64"), seed=3)
    rng = np.random.default_rng(2)
    network.flat_params += 0.1 * rng.standard_normal(network.flat_params.shape)
    x, t = rng.standard_normal((samples, *sample_shape)), rng.integers(0, 3, samples)
    check_all(record(network, x, t, training=training, rng=rng))
    check_all(record(network, x, t, training=training, rng=rng, depth="layer"), terms=50)


@FORMS
@pytest.mark.parametrize("loss", LOSSES)
def test_every_line_is_right_for_every_loss(loss, form):
    network = Network(NetworkSpec((6,), (LayerSpec.of("Affine", units=3),), loss, "float64"), seed=1)
    x, t = np.random.default_rng(2).standard_normal((4, 6)), np.eye(3)[[0, 2, 1, 2]]
    for samples in (slice(None), slice(1), 0):  # a batch, a batch of one, a sample alone
        check_all(record(network, x[samples], t[samples], form=form))
        check_all(record(network, x[samples], t[samples], form=form, depth="layer"), terms=50)


@FORMS
@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_every_line_is_right_for_every_optimizer(kind, form):
    network = Network(NetworkSpec((6,), (LayerSpec.of("Affine", units=3),), dtype="float64"), seed=1)
    x, t = np.random.default_rng(2).standard_normal((4, 6)), np.arange(4) % 3
    for depth in ("node", "layer"):
        check_all(record(network, x, t, depth=depth, form=form, update=Update(OPTIMIZERS[kind](), 1, 0.01)), terms=50)


@pytest.mark.parametrize("loss", LOSSES)
def test_the_gradient_of_a_whole_loss_is_told_as_in_the_book(loss):
    network = Network(NetworkSpec((2,), (LayerSpec.of("Affine", units=2),), loss, "float64"), seed=1)
    trace = record(network, np.array([[1.0, -2.0], [0.5, 0.25]]), np.array([[0.0, 1.0], [1.0, 0.0]]))
    event = next(each for each in trace if "da1" in each.outputs and each.depth == "layer")
    told = explain(event, "da1", (1, 0), digits=4)
    assert told.symbols == "da1[1,0] = dL·(y[1,0] - t[1,0]) / N"
    assert re.fullmatch(r"= 1\.0·\(.+ - 1\.0\) / 2", told.numbers)


def test_a_loss_with_another_gradient_is_told_by_its_graph():
    network = Network(NetworkSpec((2,), (LayerSpec.of("Affine", units=2),), "SoftmaxWithLoss", "float64"), seed=1)
    trace = record(network, np.array([[1.0, -2.0]]), np.array([1]))
    event = next(each for each in trace if "da1" in each.outputs and each.depth == "layer")
    other = replace(event, outputs={"da1": 2 * event.outputs["da1"]})
    assert "N" not in explain(other, "da1", (0, 0)).symbols


def test_the_sigmoid_of_the_book_in_its_eight_digits():
    network = Network(NetworkSpec((3,), (LayerSpec("Sigmoid"),), "IdentityWithLoss", "float64"))
    event = record(network, [[24.0, 32.0, 5.0]], depth="layer")[0]
    assert [explain(event, "x_Sigmoid", (0, i)).result for i in range(3)] == ["= 1.0", "= 1.0", "= 0.99330715"]
    assert figure_texts(event.outputs["x_Sigmoid"], None)[0] == "1, 1, 0.99330715"
