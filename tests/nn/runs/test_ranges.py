"""Ranges and lists of settings: how they are written, and which values they give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nn.runs.ranges import Listed, Span, parsed


def test_a_range_on_a_log_scale_gives_equal_ratios():
    assert parsed("lr=1e-4..1e-1:log").points(4) == (0.0001, 0.001, 0.01, 0.1)


def test_a_range_gives_equal_steps():
    assert parsed("lr=0..1").points(5) == (0.0, 0.25, 0.5, 0.75, 1.0)


def test_a_whole_number_stays_one():
    span = parsed("batch_size=10..1000:log")
    assert span.is_whole
    assert span.points(3) == (10, 100, 1000)
    assert parsed("batch_size=1..3").points(9) == (1, 2, 3)


def test_a_list_gives_its_values_in_their_own_types():
    assert parsed("hidden=50,100x50,0") == Listed("hidden", ("50", "100x50", "0"))
    assert parsed("batch_size=10,100") == Listed("batch_size", (10, 100))
    assert parsed("activation=Relu,Tanh,Relu") == Listed("activation", ("Relu", "Tanh"))


@given(st.floats(0, 1, exclude_max=True), st.sampled_from(["lr=1e-7..3", "lr=1e-9..2e-2:log", "batch_size=3..17"]))
def test_no_draw_leaves_the_range_and_its_place_is_found_again(share, text):
    span = parsed(text)
    value = span.at(share)
    assert span.low <= value <= span.high
    assert span.is_whole or abs(span.share_of(value) - share) < 1e-3


@pytest.mark.parametrize("text", ["lr=1e-4..0.1:log", "batch_size=10..30", "hidden=50,100x50", "lr=0.1,0.01"])
def test_what_is_written_is_read_again(text):
    assert parsed(text).to_text() == text.partition("=")[2]
    assert parsed(f"{text.partition('=')[0]}={parsed(text).to_text()}") == parsed(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lr", "'lr' varies nothing; write NAME=LOW..HIGH"),
        ("lr=", "varies nothing"),
        ("lr=1..0.1", "lr: 1..0.1 runs downwards"),
        ("lr=0..1:log", "a log scale cannot begin at 0"),
        ("lr=0..1:lgo", "the scale is 'lgo'"),
        ("lr=nan..1", "lr is nan"),
        ("lr=-1..1", "lr is -1"),
        ("lr=a..1", "give a number"),
        ("batch_size=1.5..9", "give a whole number"),
        ("activation=Relu..Tanh", "activation is no number, so it has no range"),
        ("activation=Rellu", "choose one of"),
        ("hidden=50..100", "hidden is no number, so it has no range"),
        ("hidden=fifty", "hidden is 'fifty'"),
        ("lr=" + ",".join(str(k) for k in range(1001)), "1,001 values; give at most 1,000"),
    ],
)
def test_what_cannot_be_searched_is_refused_with_the_way_it_is_written(text, said):
    with pytest.raises((TypeError, ValueError)) as caught:
        parsed(text)
    assert said in str(caught.value)


def test_a_range_of_one_number_is_that_number():
    span = Span("lr", 0.1, 0.1, is_log=True)
    assert span.points(3) == (0.1,)
    assert span.share_of(0.1) == 0.5
