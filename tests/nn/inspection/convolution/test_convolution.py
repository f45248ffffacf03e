"""A window over a picture: the book's numbers, and the way back against numerical gradients."""

from __future__ import annotations

import numpy as np
import pytest

from nn import Pooling
from nn.inspection.convolution.convolved import Convolved
from nn.inspection.convolution.named_filters import FILTERS, PICTURES
from nn.inspection.convolution.names import Names
from nn.inspection.convolution.pooled import Averaged, Pooled
from nn.inspection.convolution.returned import Returned
from nn.inspection.convolution.sweep import Sweep, size_formula
from nn.inspection.convolution.transposed import columns_transposed, output_transposed
from nn.windows import window_of


def array(rows):
    return np.array(rows, np.float64)[None]


def figure_7_3(**options):
    return Convolved(array(PICTURES["figure 7-3"]), array(FILTERS["figure 7-3"]), **options)


# ---- sizes


@pytest.mark.parametrize(
    ("sweep", "output"),
    [
        (Sweep((7, 7), window_of(3, 3, 2)), (3, 3)),
        (Sweep((28, 31), window_of(5, 5, 3, 2)), (10, 11)),
        (Sweep((6, 6), window_of(3, 3, 2)), (2, 2)),
        (Sweep((5, 5), window_of(1, 1, 3)), (2, 2)),
        (Sweep((4, 6), window_of(2, 3, 2, 1)), (3, 3)),
    ],
)
def test_sizes_are_those_of_the_book(sweep, output):
    assert sweep.output == output


def test_the_formula_has_its_numbers_and_says_when_it_does_not_divide():
    sweep = Sweep((6, 6), window_of(3, 3, 2))
    assert size_formula(sweep, 0) == "OH = (H + 2P − FH) / S + 1\n= (6 + 2·0 − 3) / 2 + 1 = 2.5"
    assert not sweep.divides
    assert sweep.remainder == (1, 1)
    assert (sweep.uses[-1] == 0).all()  # read by nobody: their gradient is 0
    assert (sweep.uses[:, -1] == 0).all()


@pytest.mark.parametrize(
    ("how", "told"),
    [
        (((4, 4), (5, 5)), "the filter is 5x5 pixels and does not fit into a picture of 4x4"),
        (((4, 4), (3, 3), 0), "the stride is 0;"),
        (((4, 4), (3, 3), 1, 10**6), "padding of 1000000 is"),
        (((0, 4), (3, 3)), "0 x 4 pixels"),
    ],
)
def test_what_goes_nowhere_is_refused_with_its_numbers(how, told):
    picture, size, *rest = how
    with pytest.raises(ValueError, match=told):
        Sweep(picture, window_of(*size, *rest))


def test_who_reads_a_pixel_is_found_from_both_sides():
    for sweep in (
        Sweep((6, 5), window_of(3, 2, 2, 1)),
        Sweep((4, 4), window_of(1, 2, 3)),
        Sweep((5, 5), window_of(3, 3)),
    ):
        read = {pixel: [] for pixel in np.ndindex(sweep.picture)}
        for number in range(sweep.count):
            place = sweep.place(number)
            for cell in np.ndindex(sweep.window):
                if sweep.is_inside(sweep.pixel(place, cell)):
                    read[sweep.pixel(place, cell)].append((place, cell))
        assert {pixel: sweep.readers(pixel) for pixel in read} == read


# ---- forwards


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [[15, 16], [6, 15]]),
        ({"bias": 3.0}, [[18, 19], [9, 18]]),
        ({"pad": 1}, [[7, 12, 10, 2], [4, 15, 16, 10], [10, 6, 15, 6], [8, 10, 4, 3]]),
    ],
)
def test_figure_7_3(options, expected):
    assert figure_7_3(**options).output.tolist() == expected


def test_the_rows_of_im2col_are_what_the_filter_reads():
    counted = Convolved(array(PICTURES["counted"]), array(FILTERS["ones"]))
    assert counted.columns.tolist() == [
        [0, 1, 2, 4, 5, 6, 8, 9, 10],
        [1, 2, 3, 5, 6, 7, 9, 10, 11],
        [4, 5, 6, 8, 9, 10, 12, 13, 14],
        [5, 6, 7, 9, 10, 11, 13, 14, 15],
    ]
    assert Convolved(np.zeros((3, 7, 7)), np.zeros((3, 5, 5))).columns.shape == (9, 75)


def test_three_lines_as_the_debugger_writes_them():
    told = figure_7_3(bias=3.0).told((0, 1))
    assert told.symbols.startswith("y[0,1] = x[0,1]·W[0,0] + x[0,2]·W[0,1] + ")
    assert told.symbols.endswith(" + b")
    assert (
        told.numbers
        == "= 2.0·2.0 + 3.0·0.0 + 0.0·1.0 + 1.0·0.0 + 2.0·1.0 + 3.0·2.0 + 0.0·1.0 + 1.0·0.0 + 2.0·2.0 + 3.0"
    )
    assert told.result == "= 19.0"


def test_padding_is_left_out_of_the_sum_and_channels_are_in_it():
    x, w = np.random.default_rng(1).normal(size=(2, 3, 4, 4)).astype(np.float32)[:, :, :, :3]
    of = Convolved(x, w[:, :3, :3], 0.5, pad=1, names=Names(y="a1", channel=0, row=2, filter=4))
    told = of.told((0, 0))
    assert told.symbols.startswith("a1[2,4,0,0] = ")
    assert told.left_out == 3 * 4 - 6  # of four pixels in three channels
    shown = sum(leaf.value for leaf in told.sources if leaf.name == "b")
    products = [leaf.value for leaf in told.sources if leaf.name != "b"]
    total = sum(a * b for a, b in zip(products[::2], products[1::2], strict=True))
    assert total + shown + told.rest == pytest.approx(float(of.output[0, 0]), rel=1e-5)


def test_channels_that_do_not_match_are_refused():
    with pytest.raises(ValueError, match="3 channels, the filter 2"):
        Convolved(np.zeros((3, 4, 4)), np.zeros((2, 3, 3)))


# ---- backwards


def test_each_pixel_collects_as_often_as_it_was_read():
    ones = Convolved(array(PICTURES["ones"]), array(FILTERS["ones"]))
    back = Returned(ones, np.ones((2, 2)))
    expected = [[1, 2, 2, 1], [2, 4, 4, 2], [2, 4, 4, 2], [1, 2, 2, 1]]
    assert back.dx()[0].tolist() == back.uses().tolist() == ones.sweep.uses.tolist() == expected
    assert back.uses(1).tolist() == [[1, 1, 1, 0]] * 3 + [[0] * 4]
    assert back.dx(0).any() == back.dw(0).any() == False  # noqa: E712


@pytest.mark.parametrize(("stride", "pad"), [(1, 0), (2, 1), (3, 1), ((2, 1), (0, 1)), ((1, 3), (2, 0))])
def test_the_way_back_is_the_numerical_gradient(stride, pad):
    rng = np.random.default_rng(0)
    x, w = rng.normal(size=(2, 6, 5)), rng.normal(size=(2, 3, 2))
    of = Convolved(x, w, 0.1, stride, pad)
    dout = rng.normal(size=of.sweep.output)
    back = Returned(of, dout)

    def slope(array, at, with_array):
        h = 1e-6
        ends = [array.copy(), array.copy()]
        ends[0][at] += h
        ends[1][at] -= h
        return np.subtract(*((with_array(end).output * dout).sum() for end in ends)) / (2 * h)

    dx = np.array([slope(x, at, lambda a: Convolved(a, w, 0.1, stride, pad)) for at in np.ndindex(x.shape)])
    dw = np.array([slope(w, at, lambda a: Convolved(x, a, 0.1, stride, pad)) for at in np.ndindex(w.shape)])
    assert np.allclose(back.dx().ravel(), dx, atol=1e-8)
    assert np.allclose(back.dw().ravel(), dw, atol=1e-8)
    assert back.db() == pytest.approx(dout.sum())
    places = range(of.sweep.count)
    assert np.allclose(sum(back.by_weights(of.sweep.place(p)) for p in places), back.dw())


def test_what_a_pixel_and_a_weight_collect_is_told_place_by_place():
    back = Returned(figure_7_3(), np.array([[1.0, 2.0], [3.0, 4.0]]))
    told = back.told_dx(0, (1, 1))
    assert told.symbols == "dx[1,1] = dout[0,0]·W[1,1] + dout[0,1]·W[1,0] + dout[1,0]·W[0,1] + dout[1,1]·W[0,0]"
    assert told.numbers == "= 1.0·1.0 + 2.0·0.0 + 3.0·0.0 + 4.0·2.0"
    assert told.result == "= 9.0"
    assert back.told_dx(0, (1, 1), 1).symbols == "dx[1,1] = dout[0,0]·W[1,1]"
    assert back.told_dx(0, (3, 3), 1).numbers == "= 0"  # not reached yet
    assert back.told_dw(0, (0, 0)).numbers == "= 1.0·1.0 + 2.0·2.0 + 3.0·0.0 + 4.0·1.0"
    assert back.told_dw(0, (0, 0)).result == "= 9.0"


# ---- pooling


def test_the_first_of_equal_numbers_wins_and_gets_all():
    pooled = Pooled(np.array(PICTURES["ties"], np.float64))
    assert pooled.output.tolist() == [[2, 0], [3, 1]]
    assert pooled.winner((0, 0)) == (0, 1)
    assert pooled.ties((0, 0)) == [(1, 0)]
    assert pooled.ties((1, 1)) == [(2, 3), (3, 2), (3, 3)]
    dout = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert pooled.dx(dout).tolist() == [[0, 1, 2, 0], [0, 0, 0, 0], [3, 0, 4, 0], [0, 0, 0, 0]]
    assert pooled.dx(dout, 1).sum() == 1
    assert pooled.told((0, 0)).symbols == "y[0,0] = max(x[0,0], x[0,1], x[1,0], x[1,1])"
    assert pooled.told_dx((1, 0), dout).numbers == "= 1.0·0"
    assert pooled.told_dx((0, 1), dout).result == "= 1.0"


@pytest.mark.parametrize("kind", [Pooled, Averaged])
@pytest.mark.parametrize(
    "window", [window_of(2, 2, 2), window_of(3, 2, (1, 2), (1, 0)), window_of(2, 3, (3, 1), (0, 1))]
)
def test_what_is_pooled_and_what_comes_back_is_what_the_layer_says(kind, window):
    rng = np.random.default_rng(4)
    x = rng.normal(size=(1, 1, 7, 6))
    layer = Pooling(*window.size, window.stride, window.pad, "max" if kind is Pooled else "average")
    of = kind(x[0, 0], window)
    assert np.allclose(of.output, layer.forward(x)[0, 0])
    dout = rng.normal(size=of.sweep.output)
    assert np.allclose(of.dx(dout), layer.backward(dout[None, None])[0, 0])
    for place in np.ndindex(of.sweep.output):
        assert of.told(place).value == pytest.approx(of.output[place])
    for pixel in np.ndindex(7, 6):
        assert of.told_dx(pixel, dout).value == pytest.approx(of.dx(dout)[pixel])


def test_a_mean_is_told_with_the_pixels_that_there_are():
    of = Averaged(np.arange(4.0).reshape(2, 2), window_of(2, 2, 1, 1))
    assert of.told((0, 0)).symbols == "y[0,0] = x[0,0]·1/4"
    assert of.told((1, 1)).numbers == "= (0.0 + 1.0 + 2.0 + 3.0)·1/4"
    assert of.told((1, 1)).result == "= 1.5"
    assert of.told_dx((1, 1), np.ones((3, 3))).symbols.count("·1/4") == 4


def test_overlapping_windows_add_up():
    pooled = Pooled(np.array([[0.0, 0, 0], [0, 9, 0], [0, 0, 0]]), window_of(2, 2, 1))
    assert pooled.dx(np.ones((2, 2))).tolist() == [[0, 0, 0], [0, 4, 0], [0, 0, 0]]


# ---- transposing


def test_the_transpose_in_im2col_makes_a_row_for_each_place():
    counted = Convolved(array(PICTURES["counted"]), array(FILTERS["ones"]))
    moved = columns_transposed(counted)
    assert moved.before.shape == (1, 1, 3, 3, 2, 2)
    assert moved.letters_after == ("N", "OH", "OW", "C", "FH", "FW")
    assert moved.after.reshape(4, -1).tolist() == counted.columns.tolist()
    for number in range(moved.count):
        assert moved.after[moved.where_after(number)] == moved.before[moved.where_before(number)]
        assert moved.number_of(moved.where_before(number)) == number


def test_the_transpose_of_the_output_makes_a_picture_for_each_filter():
    moved = output_transposed(np.arange(8).reshape(1, 2, 2, 2))
    assert moved.after.tolist() == [[[[0, 2], [4, 6]], [[1, 3], [5, 7]]]]
    assert moved.where_before(1) == (0, 0, 1, 0)
