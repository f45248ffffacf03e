"""Arithmetic as text, with the brackets that it needs and no others."""

from __future__ import annotations

import pytest

from nn.notation import ATOM, COMPARISON, PRODUCT, QUOTIENT, SUM, Text, number, product_of, sum_of

A, B = Text("a"), Text("b")
NEGATIVE, DIFFERENCE, INVERSE = Text("-a", SUM), Text("a - b", SUM), Text("1 / a", QUOTIENT)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "1.0"),
        (0, "0.0"),
        (-0.0, "0.0"),
        (0.1, "0.1"),
        (-3, "-3.0"),
        (1 / 3, "0.333333"),
        (123456, "123456.0"),
        (1234567, "1.23457e6"),
        (1e-9, "1e-9"),
        (float("nan"), "nan"),
        (float("-inf"), "-inf"),
    ],
)
def test_numbers(value, text):
    assert number(value).text == text
    assert number(value).level == (SUM if text.startswith("-") else ATOM)


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        ([A], "a"),
        ([A, B], "a + b"),
        ([A, NEGATIVE, B], "a - a + b"),
        ([NEGATIVE, A], "-a + a"),
        ([A, Text("-a·b", SUM)], "a - a·b"),
        ([A, Text("a > b", COMPARISON)], "a + (a > b)"),
    ],
)
def test_sums(terms, text):
    assert sum_of(terms).text == text


@pytest.mark.parametrize(
    ("factors", "text", "level"),
    [
        ([A], "a", ATOM),
        ([A, B], "a·b", PRODUCT),
        ([A, DIFFERENCE], "a·(a - b)", PRODUCT),
        ([NEGATIVE, B], "(-a)·b", PRODUCT),
        ([A, INVERSE], "a / a", QUOTIENT),
        ([A, B, INVERSE], "a·b / a", QUOTIENT),
        ([INVERSE, B], "(1 / a)·b", PRODUCT),
        ([DIFFERENCE, INVERSE], "(a - b) / a", QUOTIENT),
    ],
)
def test_products(factors, text, level):
    assert product_of(factors) == Text(text, level)


def test_patterns_are_filled_with_brackets_where_they_need_them():
    assert Text("1 - {y}²", SUM).filled([], y=NEGATIVE).text == "1 - (-a)²"
    assert Text("{0} > {1}", COMPARISON).filled([DIFFERENCE, B], needs=SUM).text == "a - b > b"
    assert Text("exp({0})").filled([DIFFERENCE], needs=COMPARISON).text == "exp(a - b)"
