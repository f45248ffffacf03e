from __future__ import annotations

from nn.inspection.graph_layout import GraphShape, Kind, Link, Spot, lay_out_graph

IN, NUMBER, DOES, OUT = Kind.INPUT, Kind.CONSTANT, Kind.OPERATION, Kind.OUTPUT


def shape(kinds, *links):
    return GraphShape(tuple(kinds), tuple(Link(*link) for link in links))


SIGMOID = shape((IN, DOES, DOES, NUMBER, DOES, DOES, OUT), (0, 1), (1, 2), (2, 4), (3, 4), (4, 5), (5, 6))
RELU = shape((IN, NUMBER, DOES, DOES, OUT), (0, 2), (1, 2), (0, 3), (2, 3), (3, 4))
AFFINE = shape((IN, IN, IN, DOES, DOES, OUT), (0, 3), (1, 3), (3, 4), (2, 4), (4, 5))


def test_a_chain_is_a_straight_line_from_left_to_right():
    layout = lay_out_graph(SIGMOID)
    chain = [layout.spots[node] for node in (0, 1, 2, 4, 5, 6)]
    assert chain == [Spot(column, 0) for column in range(6)]
    assert layout.columns == 6
    assert list(layout.lanes) == [0]


def test_a_constant_hangs_at_the_circle_that_uses_it():
    layout = lay_out_graph(SIGMOID)
    assert layout.spots[3] == layout.spots[4]
    assert Link(3, 4) not in layout.routes


def test_an_edge_that_skips_a_circle_goes_around_it():
    layout = lay_out_graph(RELU)
    route = layout.routes[Link(0, 3)]
    lane = route[1].lane
    assert lane != 0
    assert route == (Spot(0, 0), Spot(0, lane), Spot(2, lane), Spot(2, 0))
    assert layout.runs[Link(0, 3)] == (Spot(0, lane), Spot(2, lane))
    assert layout.bare == {lane}


def test_every_node_but_the_last_has_an_edge_straight_to_the_right():
    layout = lay_out_graph(RELU)
    assert layout.through == {0: Link(0, 2), 2: Link(2, 3), 3: Link(3, 4)}


def test_parameters_stand_at_the_left_in_lanes_of_their_own():
    layout = lay_out_graph(AFFINE)
    inputs = layout.spots[:3]
    assert [spot.column for spot in inputs] == [0, 0, 0]
    assert len({spot.lane for spot in inputs}) == 3
    assert layout.routes[Link(1, 3)][-1] == layout.spots[3]


def test_an_input_that_is_used_late_stands_before_its_use():
    chain = [(i, i + 1) for i in range(7)]
    kinds = (IN, *[DOES] * 7, IN, DOES, OUT)
    layout = lay_out_graph(shape(kinds, *chain, (7, 9), (8, 9), (9, 10)))
    assert layout.spots[8].column == layout.spots[9].column - 1


def test_two_edges_of_one_value_share_its_way_out_but_not_the_places_of_their_numbers():
    kinds = (IN, DOES, DOES, DOES, DOES, OUT)
    links = ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 3), (0, 4))
    layout = lay_out_graph(shape(kinds, *links))
    assert layout.routes[Link(0, 3)][1].lane != layout.routes[Link(0, 4)][1].lane


def test_no_node_stands_on_the_way_of_another_input():
    """The bias of a convolution stood where its filters turn up to dot, and seemed to go in there."""
    kinds = (IN, DOES, IN, DOES, DOES, DOES, IN, DOES, DOES, OUT)  # x, im2col; W, reshape, transpose; dot; b, +
    convolution = shape(kinds, (0, 1), (2, 3), (3, 4), (1, 5), (4, 5), (5, 7), (6, 7), (7, 8), (8, 9))
    layout = lay_out_graph(convolution)
    for link, route in layout.routes.items():
        corners = set(route) - {layout.spots[link.source], layout.spots[link.target]}
        assert not corners & set(layout.spots), link


def test_equal_graphs_are_placed_once():
    assert lay_out_graph(shape(RELU.kinds, *RELU.links)) is lay_out_graph(RELU)
