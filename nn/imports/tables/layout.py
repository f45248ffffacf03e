"""How a table is to be read, once everything that may be guessed is settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nn.imports.refusal import BadFile, Remedy, quoted
from nn.imports.samples import AUTO, TEXTS, ReadingOptions
from nn.imports.tables import text
from nn.imports.tables.text_pieces import Text
from nn.messages import Message, joined, printable

MOST_ROWS = 1_048_576  # as many as a sheet of Excel has
MOST_CELLS = 60_000_000
MOST_CATEGORIES = 100
"""Different texts of a column that become inputs, one each."""
_USUAL_CATEGORIES = 20  # of a column that is taken for categories without being asked
_ROW_NAMES = ("id", "index", "idx", "no", "no.", "nr", "nr.", "number", "row", "#", "번호", "순번", "일련번호")
_TARGET_NAMES = ("label", "labels", "class", "target", "species", "y", "t", "answer", "정답", "라벨", "레이블")


@dataclass(frozen=True)
class Layout:
    """Where the numbers and the target of each row stand.

    Attributes
    ----------
    names : tuple of str
        What the header calls the columns, empty without one.
    target, features : int, tuple of int
        Columns of the target and of what is to be learned from, from 0.
    texts : tuple of int
        Those of the features that hold texts: one input for each different text.
    many_texts, row_names : tuple of int
        Columns that were left out without being asked: of texts too many to choose from, and of numbers or names of
        the rows.
    is_plain : bool
        Whether Python's own `float` may be trusted: it takes 1_000 and digits of other scripts, too.
    """

    owner: str
    separator: str
    decimal: str
    names: tuple[str, ...]
    has_header: bool
    width: int
    target: int
    features: tuple[int, ...]
    texts: tuple[int, ...]
    many_texts: tuple[int, ...]
    row_names: tuple[int, ...]
    is_plain: bool

    @property
    def settled(self) -> dict[str, str]:
        """The choices as `ReadingOptions` has them."""
        header = "yes" if self.has_header else "no"
        left_out = (c + 1 for c in range(self.width) if c not in self.features and c != self.target)
        return {
            "decimal": self.decimal,
            "header": header,
            "target": str(self.target + 1),
            "leave_out": ",".join(map(str, left_out)),
        }

    def without(self, column: int) -> tuple[Remedy, ...]:
        """Return the remedy of leaving a column out, none where nothing else would be left to learn from."""
        if column not in self.features or len(self.features) < 2:
            return ()
        left_out = ",".join(filter(None, (self.settled["leave_out"], str(column + 1))))
        return (Remedy(Message("Leave column {column} out", column=self.column(column)), {"leave_out": left_out}),)

    def column(self, index: int) -> str:
        """Return what a column is called: its name in the header, else its number from 1."""
        return quoted(self.names[index], 20) if self.names and self.names[index] else str(index + 1)

    @property
    def notes(self) -> Iterator[Message]:
        """What is to be said of columns that are not used, though nobody said so."""
        if self.many_texts:
            yield Message("Left out, because they hold texts: column {columns}.", columns=self._shown(self.many_texts))
        if self.row_names:
            text = Message(
                "Left out, because it only names the rows: column {columns}.", columns=self._shown(self.row_names)
            )
            yield text

    def _shown(self, columns: tuple[int, ...]) -> Message:
        return joined([*map(self.column, columns[:5]), *(["…"] if len(columns) > 5 else [])])


def settle(text_: Text, first: list[text.Row], separator: str, options: ReadingOptions, owner: str) -> Layout:
    """Return how to read a table whose first rows are these.

    Raises
    ------
    BadFile
        If it has no columns of numbers, or more than are read.
    """
    if not first or len(first[0]) < 2:
        raise BadFile(
            Message(
                "{owner} has no columns; expected numbers between commas, semicolons or tabs: choose the separator, "
                "or another file",
                owner=owner,
            )
        )
    decimal = text.guess_decimal(first, separator) if options.decimal == AUTO else options.decimal
    header = text.guess_header(first, decimal) if options.header == AUTO else options.header
    has_header, width = header == "yes", len(first[0])
    body = first[1:] if has_header else first
    if not body:
        raise BadFile(Message("{owner} has no rows under its header; expected at least 2 samples", owner=owner))
    _check_size(text_.lines - has_header, width, owner)
    names = tuple(printable(cell, 60) for cell in first[0]) if has_header else ()
    target = _target(options.target, names, body, width, owner)
    texts = tuple(c for c in range(width) if c != target and not _is_numeric(body, c, decimal))
    many, row_names = _guessed_out(options.leave_out, texts, names, body, target)
    left_out = {*many, *row_names, *_left_out(options.leave_out, width, owner)}
    features = tuple(c for c in range(width) if c != target and c not in left_out)
    if not features:
        raise BadFile(
            Message(
                "{owner} has no column to learn from beside the target; choose another separator or decimal sign, or "
                "leave fewer columns out",
                owner=owner,
            ),
            *([Remedy(Message("Learn from all columns"), {"leave_out": ""})] if options.leave_out else []),
        )
    is_plain = decimal == "point" and text_.is_ascii and not any("_" in piece for piece in text_.pieces)
    texts = tuple(c for c in texts if c in features)
    return Layout(
        owner, separator, decimal, names, has_header, width, target, features, texts, many, row_names, is_plain
    )


def _left_out(wanted: str, width: int, owner: str) -> Iterator[int]:
    """Give the columns that a person leaves out."""
    if wanted in (AUTO, TEXTS):
        return
    for number in filter(None, wanted.split(",")):
        if not (number.isascii() and number.isdecimal() and len(number) < 9 and 1 <= int(number) <= width):
            raise BadFile(
                Message(
                    "{owner} has no column {wanted} to leave out; give numbers from 1 to {width}",
                    owner=owner,
                    wanted=quoted(number),
                    width=width,
                )
            )
        yield int(number) - 1


def _guessed_out(
    wanted: str, texts: tuple[int, ...], names: tuple[str, ...], body: list[text.Row], target: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return which columns of texts and which that name the rows are left out without being asked."""
    if wanted == TEXTS:
        return texts, ()
    if wanted != AUTO:
        return (), ()
    row_names = tuple(c for c, name in enumerate(names) if c != target and _names_rows(name, c, body))
    many = tuple(c for c in texts if c not in row_names and _are_many(_known(body, c)))
    if len(names) - 1 <= len(row_names) + len(many):  # there would be nothing to learn from
        row_names = ()
    return many, row_names


def _names_rows(name: str, column: int, body: list[text.Row]) -> bool:
    """Know what numbers or names the rows: nothing is learned from it, and much is learned by heart."""
    is_usual = name.lower() in _ROW_NAMES or name.endswith(("Id", "ID", "_id", " id"))
    known = _known(body, column)
    if len(known) < len(body) or len(set(known)) < len(known):
        return False
    return is_usual or (not name and all(cell.isdecimal() for cell in known))  # the index that pandas writes


def _are_many(known: list[str]) -> bool:
    different = len(set(known))
    return different > _USUAL_CATEGORIES or different == len(known)


def _known(body: list[text.Row], column: int) -> list[str]:
    return [row[column] for row in body if column < len(row) and not text.is_missing(row[column])]


def _check_size(rows: int, width: int, owner: str) -> None:
    """Refuse a table that is too large before anything of it is kept."""
    if rows > MOST_ROWS:
        raise BadFile(
            Message(
                "{owner} has {rows:,} rows, at most {most:,} are read; leave some out",
                owner=owner,
                rows=rows,
                most=MOST_ROWS,
            )
        )
    if rows * width > MOST_CELLS:
        raise BadFile(
            Message(
                "{owner} has {rows:,} rows of {columns:,} cells, {cells:,} in all, at most {most:,} are read; leave "
                "some rows or columns out, or save it as .npz",
                owner=owner,
                rows=rows,
                columns=width,
                cells=rows * width,
                most=MOST_CELLS,
            )
        )


def _target(wanted: str, names: tuple[str, ...], body: list[text.Row], width: int, owner: str) -> int:
    if wanted in names and wanted:
        return names.index(wanted)
    if wanted:
        if wanted.isascii() and wanted.isdecimal() and len(wanted) < 9 and 1 <= int(wanted) <= width:
            return int(wanted) - 1
        raise BadFile(
            Message(
                "{owner} has no column {wanted}; give a name in its header or a number from 1 to {width}",
                owner=owner,
                wanted=quoted(wanted),
                width=width,
            )
        )
    lowered = [name.lower() for name in names]
    for usual in _TARGET_NAMES:  # a table of points with x, y and label has its label for target
        if usual in lowered:
            return lowered.index(usual)
    return 0 if _digits_come_first(body, width) else width - 1


def _digits_come_first(body: list[text.Row], width: int) -> bool:
    """Know MNIST as it is often passed on: the digit, and then 784 pixels."""
    firsts = [row[0] for row in body]
    return width > 60 and all(cell.isdecimal() and len(cell) == 1 for cell in firsts)


def _is_numeric(body: list[text.Row], column: int, decimal: str) -> bool:
    known = _known(body, column)
    return bool(known) and sum(text.is_number(cell, decimal) for cell in known) * 2 > len(known)
