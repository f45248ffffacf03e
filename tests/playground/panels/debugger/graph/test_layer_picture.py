from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from nn.inspection.graph_layout import Kind, Link, Spot, lay_out_graph
from nn.inspection.graph_moment import GraphMoment
from nn.losses.base import LOSSES
from nn.network import Network
from nn.network.spec import LayerSpec, NetworkSpec
from nn.trace import record
from playground.panels.debugger.graph.layer_picture import picture_of
from playground.widgets.graph.picture import State
from tests.kinds import OF_ROWS

WITH_NEURONS = ("Affine", "OwnAffine")
CHAIN = ("x", "×(-1)", "exp", "+", "/", "x_Sigmoid")


def layer_trace(kind, x, dout=None, training=False, **options):
    """Record one layer between its input and a loss whose gradient by the layer's output is `dout`."""
    x = np.array(x, dtype=float)
    layer = LayerSpec(kind, {"units": 3} if kind in WITH_NEURONS else options)
    network = Network(NetworkSpec(x.shape[1:], (layer,), "IdentityWithLoss", dtype="float64"))
    y = network.predict(x) if dout is not None else None
    t = None if dout is None else y - np.array(dout) * len(x)
    return record(network, x, t, training=training, rng=np.random.default_rng(0))


def loss_trace(loss, t):
    network = Network(NetworkSpec((2,), (LayerSpec("Affine", {"units": 3}),), loss, dtype="float64"))
    return record(network, [[1.0, 0.5], [-1.0, 2.0]], t)


def along(picture, figures):
    """Give the figures along the straight line of a graph, from left to right."""
    through = lay_out_graph(picture.shape).through
    links = []
    node = 0
    while node in through:
        links.append(through[node])
        node = through[node].target
    return [figures[link].texts[0] if figures[link].is_known else "" for link in links]


def after(trace, phase, layer, count):
    """Give the cursor that stands behind the first events of a layer in a phase."""
    events = [event for event in trace if (event.phase, event.layer) == (phase, layer)]
    return events[count - 1].index + 1


class TestSigmoidOfTheBook:
    trace = layer_trace("Sigmoid", [[0.0]], dout=[[1.0]])

    def test_reads_as_in_the_book(self):
        picture = picture_of(GraphMoment(self.trace, len(self.trace)))
        assert along(picture, picture.values) == ["0", "0", "1", "2", "0.5"]
        assert along(picture, picture.gradients) == ["0.25", "-0.25", "-0.25", "-0.25", "1"]
        assert [node.sign for node in picture.nodes] == ["x", "1", *CHAIN[1:]]

    def test_what_is_not_computed_has_no_number(self):
        picture = picture_of(GraphMoment(self.trace, 2))
        assert along(picture, picture.values) == ["0", "0", "1", "", ""]
        states = [node.state for node in picture.nodes]
        now = [State.DONE, State.DONE, State.DONE, State.CURRENT, State.NOT_YET, State.NOT_YET, State.NOT_YET]
        assert states == now

    def test_before_the_way_back_there_is_no_place_for_gradients(self):
        assert picture_of(GraphMoment(self.trace, after(self.trace, "forward", 0, 5))).gradients == {}

    def test_half_way_back_the_rest_are_empty_places(self):
        picture = picture_of(GraphMoment(self.trace, after(self.trace, "backward", 0, 2)))
        assert along(picture, picture.gradients) == ["", "", "-0.25", "-0.25", "1"]
        back = {node.sign: node.went_back for node in picture.nodes}
        assert back == {"x": False, "1": False, "×(-1)": False, "exp": False, "+": True, "/": True, "x_Sigmoid": False}

    def test_at_the_start_only_the_input_is_known(self):
        picture = picture_of(GraphMoment(self.trace, 0))
        assert along(picture, picture.values) == ["0", "", "", "", ""]

    @pytest.mark.parametrize(
        ("x", "forward", "back"),
        [
            (1.0, ["1", "-1", "0.36787944", "1.36787944", "0.73105858"], ["0.19661193", "-0.19661193"]),
            (5.0, ["5", "-5", "0.00673795", "1.00673795", "0.99330715"], ["0.00664806", "-0.00664806"]),
        ],
    )
    def test_other_inputs_of_the_seed(self, x, forward, back):
        trace = layer_trace("Sigmoid", [[x]], dout=[[1.0]])
        picture = picture_of(GraphMoment(trace, len(trace)))
        assert along(picture, picture.values) == forward
        assert along(picture, picture.gradients)[:2] == back


class TestValueUsedTwice:
    trace = layer_trace("Swish", [[3.0]], dout=[[2.0]])

    def node(self, picture, sign):
        return next(i for i, node in enumerate(picture.nodes) if node.sign == sign)

    def test_shows_both_gradients_and_their_sum(self):
        picture = picture_of(GraphMoment(self.trace, len(self.trace)))
        negated, product = self.node(picture, "×(-1)"), self.node(picture, "×")
        assert picture.gradients[Link(0, product)].texts[0] == "1.90514825"
        assert picture.gradients[Link(0, negated)].texts[0] == "0.27105996"
        assert picture.sums[0].texts[0] == "2.17620821"
        assert picture.sums[0].is_whole

    def test_the_sum_waits_for_the_consumer_that_is_pending(self):
        moment = GraphMoment(self.trace, after(self.trace, "backward", 0, 1))
        picture = picture_of(moment)
        assert not picture.sums[0].is_whole
        assert not picture.gradients[Link(0, self.node(picture, "×(-1)"))].is_known
        assert [moment.graph.names[node] for node in moment.pending(moment.nodes[0])] == ["x_Swish.1"]


class TestChosenNumber:
    x = ((1.0, 0.5), (2.0, -1.0), (0.0, 3.0))
    trace = layer_trace("Affine", x, dout=np.arange(9.0).reshape(3, 3))

    def picture(self, element):
        return picture_of(GraphMoment(self.trace, len(self.trace), element))

    def figure(self, picture, figures, name):
        number = [node.sign for node in picture.nodes].index(name)
        return next(figures[link].texts[0] for link in picture.shape.links if link.source == number)

    def test_without_one_arrays_show_shape_and_range(self):
        picture = self.picture(None)
        assert self.figure(picture, picture.values, "x").startswith("3×2   -1 … 3, μ 0.916")
        assert self.figure(picture, picture.gradients, "b1") == "9, 12, 15"  # so few are written out

    def test_a_number_of_the_output_comes_from_a_row_and_a_column(self):
        picture = self.picture((1, 2))
        weights = self.trace[0].graph.inputs["W1"]
        assert self.figure(picture, picture.values, "x") == "2, -1"
        assert [float(text) for text in self.figure(picture, picture.values, "W1").split(", ")] == pytest.approx(
            weights[:, 2], abs=1e-8
        )
        assert self.figure(picture, picture.gradients, "+") == "5"
        assert self.figure(picture, picture.gradients, "b1") == "15"

    def test_a_place_outside_the_output_chooses_nothing(self):
        assert GraphMoment(self.trace, 1, (9, 9)).choice.element is None


def all_traces():
    for kind in OF_ROWS:
        for training in (False, True):
            dout = np.ones((3, 3 if kind in WITH_NEURONS else 2))
            yield kind, layer_trace(kind, [[1.0, -0.5], [2.0, 0.25], [-1.0, 3.0]], dout, training)
    targets = {"SigmoidWithLoss": [[1.0, 0, 1], [0, 0, 1]], "IdentityWithLoss": [[1.0, 2, 3], [4, 5, 6]]}
    for loss in LOSSES:
        yield loss, loss_trace(loss, targets.get(loss, [1, 2]))


ALL = list(all_traces())


@pytest.mark.parametrize("trace", [trace for _, trace in ALL], ids=[name for name, _ in ALL])
class TestEveryLayerAndLoss:
    def test_every_moment_has_a_picture(self, trace):
        for cursor in range(len(trace) + 1):
            for element in (None, (0, 1)):
                moment = GraphMoment(trace, cursor, element)
                picture = picture_of(moment)
                assert len(picture.nodes) == len(picture.shape.kinds)
                assert set(picture.values) == set(picture.shape.links)
        assert all(figure.is_known for figure in picture.values.values())
        assert all(figure.is_known for figure in picture.gradients.values())

    def test_nothing_stands_on_anything_else(self, trace):
        for shape in {picture_of(GraphMoment(trace, cursor)).shape for cursor in range(len(trace) + 1)}:
            layout = lay_out_graph(shape)
            stands = [spot for spot, kind in zip(layout.spots, shape.kinds, strict=True) if kind is not Kind.CONSTANT]
            assert len(set(stands)) == len(stands)
            for link, route in layout.routes.items():
                assert layout.spots[link.source].column < layout.spots[link.target].column
                assert not set(passed(route)) & set(stands), link

    def test_the_gradients_are_those_of_the_trace(self, trace):
        for event in trace:
            if event.phase == "backward" and event.depth == "node":
                moment = GraphMoment(trace, event.index + 1)
                target = moment.nodes.index(event.node)
                for source in set(event.node.inputs):
                    name = f"d{event.graph.names[source]}"
                    product = moment.product(moment.nodes.index(source), target)
                    assert (product is None) == (name not in event.products)
                    assert product is None or np.array_equal(product, event.products[name])


def passed(route):
    """List the spots between the two ends of a route, with its corners."""
    spots = list(route[1:-1])
    for (x0, y0), (x1, y1) in pairwise(route):
        spots += [Spot(x, y0) for x in range(min(x0, x1) + 1, max(x0, x1))]
        spots += [Spot(x0, y) for y in range(min(y0, y1) + 1, max(y0, y1))]
    return spots
