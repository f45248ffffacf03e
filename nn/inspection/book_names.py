"""The book's names of single numbers in a network: w₁₂⁽¹⁾, b₁⁽¹⁾, a₁⁽¹⁾, z₁⁽¹⁾ (section 3.4).

Neurons are counted from 1, and of a weight's two numbers the first is that of the neuron it leads to.
"""

from __future__ import annotations

_BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_ABOVE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def weight_name(layer: int, source: int, target: int) -> str:
    """Return the name of a weight, ``"w₁₂⁽¹⁾"``.

    Parameters
    ----------
    layer : int
        Which layer of weights, from 1.
    source, target : int
        The neurons it leads from and to, from 0 as in ``W[source, target]``.
    """
    comma = "," if max(source, target) >= 9 else ""  # w₁₂ and w₁‚₁₂ must be told apart
    return f"w{_below(target + 1)}{comma}{_below(source + 1)}{_in_layer(layer)}"


def number_name(letter: str, layer: int, index: int) -> str:
    """Return the name of a neuron's number, ``"a₁⁽¹⁾"``; of the input, which is layer 0, ``"x₁"``.

    Parameters
    ----------
    letter : str
        "x", "a" (sum), "z" (activation), "b" (bias) or "y" (output).
    index : int
        The neuron, from 0.
    """
    return f"{letter}{_below(index + 1)}{_in_layer(layer) if letter not in 'xy' else ''}"


def _below(number: int) -> str:
    return str(number).translate(_BELOW)


def _in_layer(layer: int) -> str:
    return f"⁽{str(layer).translate(_ABOVE)}⁾"
