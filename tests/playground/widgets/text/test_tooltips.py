from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.widgets.text.tooltips import wrapped


@given(st.lists(st.text("ab가,", min_size=1, max_size=30), min_size=1).map(" ".join))
def test_words_and_their_order_stay(text):
    assert wrapped(text).replace("\n", " ") == text


@pytest.mark.parametrize(("word", "most"), [("word", 64), ("단어", 32)])
def test_no_line_is_wider_than_can_be_read(word, most):
    lines = wrapped(" ".join([word] * 100)).split("\n")
    assert len(lines) > 5
    assert max(map(len, lines)) <= most + 8


def test_paragraphs_stay():
    assert wrapped("One.\n\nTwo.") == "One.\n\nTwo."
