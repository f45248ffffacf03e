"""The arithmetic behind one number, to be written in symbols or in numbers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from nn.notation import ATOM, SUM, Text, number, product_of, sum_of
from nn.operations import Operation

_MARK = "\ue000"  # stands behind each number in a text, so that it can be found again; no font shows it


class Piece(NamedTuple):
    """Some characters of a line, and the number they stand for, if any."""

    text: str
    leaf: Leaf | None = None


class Expression(ABC):
    """A piece of the arithmetic."""

    def pieces(self, digits: int) -> tuple[Piece, ...]:
        """Return the written expression cut at its numbers."""
        *segments, end = self.written(digits).text.split(_MARK)
        cut: list[Piece] = []
        for segment, leaf in zip(segments, self.leaves(), strict=True):
            shown = leaf.unmarked(digits)
            if not segment.endswith(shown):  # its minus became that of a difference
                shown = shown.removeprefix("-")
            cut += [Piece(segment.removesuffix(shown)), Piece(shown, leaf)]
        return tuple(piece for piece in [*cut, Piece(end)] if piece.text)

    @abstractmethod
    def written(self, digits: int) -> Text:
        """Return it in numbers of so many significant digits; in symbols if `digits` is 0."""

    def leaves(self) -> Iterator[Leaf]:
        """Yield the numbers that it is made of, as they stand in the text."""
        for part in self.parts:
            yield from part.leaves()

    @property
    @abstractmethod
    def parts(self) -> tuple[Expression, ...]:
        """What it is made of."""


@dataclass(frozen=True)
class Leaf(Expression):
    """One number of a named value.

    Attributes
    ----------
    name : str
        Of the value it stands in.
    index : tuple of int
        Where.
    value : float
        The number.
    event : int or None
        Index of the event that made it, None if it was given.
    """

    name: str
    index: tuple[int, ...]
    value: float
    event: int | None = None

    @property
    def symbol(self) -> str:
        """Its name and place: ``W1[0,3]``."""
        return f"{self.name}[{','.join(map(str, self.index))}]" if self.index else self.name

    @property
    def parts(self) -> tuple[Expression, ...]:
        """Nothing: this is a number."""
        return ()

    def leaves(self) -> Iterator[Leaf]:
        """Yield itself."""
        yield self

    def unmarked(self, digits: int) -> str:
        """Return its name and place, or the number."""
        return number(self.value, digits).text if digits else self.symbol

    def written(self, digits: int) -> Text:
        """Return its name and place, or the number, with a mark behind it."""
        text = self.unmarked(digits)
        return Text(f"{text}{_MARK}", SUM if text.startswith("-") else ATOM)


@dataclass(frozen=True)
class Result(Expression):
    """What an operation makes of its operands."""

    operation: Operation
    operands: tuple[Expression, ...]

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The operands."""
        return self.operands

    def written(self, digits: int) -> Text:
        """Return it as the operation is written."""
        return self.operation.written([operand.written(digits) for operand in self.operands])


@dataclass(frozen=True)
class Moved(Expression):
    """A number that stands elsewhere and is the same."""

    by: str
    number: Expression

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The number."""
        return (self.number,)

    def written(self, digits: int) -> Text:
        """Return it as the argument of what moved it."""
        return Text(f"{self.by}({self.number.written(digits).text})")


@dataclass(frozen=True)
class Times(Expression):
    """A number times a factor that is always the same: a gradient that is passed on is multiplied by 1."""

    number: Expression
    factor: str

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The number."""
        return (self.number,)

    def written(self, digits: int) -> Text:
        """Return both with · between them."""
        return product_of((self.number.written(digits), Text(self.factor)))


@dataclass(frozen=True)
class Slope(Expression):
    """The local derivative of an operation by one of its operands.

    Attributes
    ----------
    pattern : Text
        How it is written over the operands and the result.
    operands, y : Expression
        Those that the pattern speaks of.
    """

    pattern: Text
    operands: tuple[Expression, ...]
    y: Expression

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The operands and the result, as far as they are spoken of."""
        used = [self.operands[i] for i in range(len(self.operands)) if f"{{{i}}}" in self.pattern.text]
        return (*used, self.y) if "{y}" in self.pattern.text else tuple(used)

    def written(self, digits: int) -> Text:
        """Return the pattern filled in."""
        return self.pattern.filled([operand.written(digits) for operand in self.operands], self.y.written(digits))


@dataclass(frozen=True)
class Product(Expression):
    """Factors."""

    factors: tuple[Expression, ...]

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The factors."""
        return self.factors

    def written(self, digits: int) -> Text:
        """Return them with · between them."""
        return product_of([factor.written(digits) for factor in self.factors])


@dataclass(frozen=True)
class Total(Expression):
    """A sum of which the largest terms are shown.

    Attributes
    ----------
    terms : tuple of Expression
        Those shown, in order.
    left_out : int
        How many more there are.
    rest : float
        What they add up to.
    """

    terms: tuple[Expression, ...]
    left_out: int = 0
    rest: float = 0.0

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The terms that are shown."""
        return self.terms

    def written(self, digits: int) -> Text:
        """Return them with + between them; in symbols the others are counted, in numbers they are added up."""
        terms = [term.written(digits) for term in self.terms]
        if self.left_out:
            rest = number(self.rest, digits).text if digits else f"{self.left_out} more"
            terms.append(Text(f"…({rest})"))
        if not terms:  # a pixel that no window sees
            return Text("0" if digits else "Σ ∅")
        return sum_of(terms)


@dataclass(frozen=True)
class Largest(Expression):
    """The largest of several numbers, of which the largest are shown."""

    terms: tuple[Expression, ...]
    left_out: int = 0

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The terms that are shown."""
        return self.terms

    def written(self, digits: int) -> Text:
        """Return them as arguments of max."""
        texts = [term.written(digits).text for term in self.terms]
        return Text(f"max({', '.join([*texts, f'…({self.left_out} more)'] if self.left_out else texts)})")
