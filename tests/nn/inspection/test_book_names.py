"""Names as the book writes them in section 3.4."""

from __future__ import annotations

import pytest

from nn.inspection.book_names import number_name, weight_name


@pytest.mark.parametrize(
    ("layer", "source", "target", "name"),
    [(1, 1, 0, "w₁₂⁽¹⁾"), (1, 0, 0, "w₁₁⁽¹⁾"), (2, 0, 2, "w₃₁⁽²⁾"), (10, 11, 0, "w₁,₁₂⁽¹⁰⁾")],
)
def test_a_weight_is_named_by_where_it_leads_and_then_by_where_it_comes_from(layer, source, target, name):
    assert weight_name(layer, source, target) == name


def test_numbers_of_neurons_carry_their_layer_and_the_input_none():
    assert number_name("a", 1, 0) == "a₁⁽¹⁾"
    assert number_name("b", 2, 9) == "b₁₀⁽²⁾"
    assert number_name("x", 0, 1) == "x₂"
    assert number_name("y", 3, 0) == "y₁"
