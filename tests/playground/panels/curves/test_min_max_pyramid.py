"""The pyramid against the obvious: minimum, maximum and mean of the slice it stands for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.panels.curves.min_max_pyramid import HIGH, LOW, MEAN, MinMaxPyramid

MILLION = 1_000_000


def noise(count, seed=0):
    return np.random.default_rng(seed).standard_normal(count).astype(np.float32)


def filled(values, chunk=None, **options):
    pyramid = MinMaxPyramid(**options)
    for start in range(0, len(values), chunk or max(1, len(values))):
        pyramid.append(values[start : start + (chunk or len(values))])
    return pyramid


def check_against_slices(found, values):
    for number, (low, high, mean) in enumerate(found.rows.T):
        start = found.start + number * found.size
        part = values[start : start + found.size].astype(np.float64)
        assert (low, high) == (part.min(), part.max())
        assert mean == pytest.approx(part.mean(), rel=1e-5, abs=1e-6)


@given(
    count=st.integers(0, 700),
    chunk=st.integers(1, 90),
    first=st.integers(-5, 705),
    length=st.integers(0, 710),
    most=st.integers(2, 60),
    full=st.sampled_from([8, 64, 4096]),
)
def test_every_bucket_is_the_minimum_maximum_and_mean_of_its_slice(count, chunk, first, length, most, full):
    values = noise(count)
    found = filled(values, chunk, most_buckets=full).reduce(first, first + length, most)
    covered = range(max(0, first), min(count, first + length))
    check_against_slices(found, values)
    assert found.rows.shape[1] <= most
    if covered:
        assert found.start <= covered[0]
        assert found.start + found.rows.shape[1] * found.size > covered[-1]
    else:
        assert found.rows.shape == (3, 0)


def test_a_million_values_keep_their_global_minimum_and_maximum_in_few_buckets():
    values = noise(MILLION)
    values[123_456], values[876_543] = -9, 9
    found = filled(values, 997).reduce(0, MILLION, 2048)
    assert found.rows.shape[1] <= 2048
    assert (found.rows[LOW].min(), found.rows[HIGH].max()) == (-9, 9)


def test_any_thousand_of_a_million_values_come_back_one_by_one():
    values = noise(MILLION)
    found = filled(values, 5003).reduce(654_321, 655_321, 1024)
    assert (found.start, found.size) == (654_321, 1)
    np.testing.assert_array_equal(found.rows[MEAN], values[654_321:655_321])


def test_memory_is_bounded_and_extremes_survive_when_detail_is_dropped():
    values = noise(100_001)
    values[77] = 50
    pyramid = filled(values, 321, most_buckets=1024)
    levels_of_the_finest_length = 3 * 4 * 1024 * 2
    assert pyramid.nbytes <= levels_of_the_finest_length + 20 * 3 * 4 * 1024
    assert len(pyramid) == len(values)
    found = pyramid.reduce(0, len(values), 512)
    assert found.rows[HIGH].max() == 50
    check_against_slices(found, values)


def test_the_way_values_are_cut_into_pieces_does_not_matter():
    values = noise(5000)
    at_once = filled(values, most_buckets=512).reduce(100, 4990, 100)
    in_pieces = filled(values, 7, most_buckets=512).reduce(100, 4990, 100)
    assert at_once[:2] == in_pieces[:2]
    np.testing.assert_array_equal(at_once.rows, in_pieces.rows)


def test_a_nan_hides_neither_the_minimum_nor_the_maximum_of_its_bucket():
    found = filled([1, np.nan, 3, 4, np.nan, np.nan, np.inf, -np.inf, 2, 2, 2, 2]).reduce(0, 12, 3)
    assert found.size == 4
    np.testing.assert_array_equal(found.rows[LOW], [1, np.nan, 2])
    np.testing.assert_array_equal(found.rows[HIGH], [4, np.nan, 2])
    np.testing.assert_array_equal(found.rows[MEAN], [np.nan, np.nan, 2])


def test_the_largest_losses_a_float32_holds_cause_no_overflow():
    largest = np.finfo(np.float32).max
    found = filled(np.full(8, largest)).reduce(0, 8, 2)
    np.testing.assert_array_equal(found.rows, np.full((3, 2), largest))
    assert np.isnan(filled(np.array([1e300])).reduce(0, 1, 2).rows).all()


def test_the_values_appended_are_copied():
    values = np.array([1.0, np.inf], np.float32)
    values.flags.writeable = False
    pyramid = filled(values)
    assert np.isinf(values[1])
    assert np.isnan(pyramid.reduce(0, 2, 2).rows[MEAN, 1])
