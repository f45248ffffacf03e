"""What is chosen by its registered name and has options: a layer of a network, a condition of a breakpoint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from nn.choices.options import OptionValue, complete
from nn.messages import Message


@dataclass(frozen=True)
class Chosen:
    """A registered thing by its name and its options; those left out get their defaults, and all are checked.

    Attributes
    ----------
    known
        The registry of the names, set by each kind of thing.

    Raises
    ------
    TypeError, ValueError
        If the name is not registered or an option is not valid.
    """

    known: ClassVar[Mapping[str, Any]]

    kind: str
    options: Mapping[str, OptionValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "options", complete(self.kind, self.known[self.kind].options, self.options))

    def __hash__(self) -> int:
        return hash((self.kind, tuple(self.options.items())))

    @classmethod
    def of(cls, kind: str, **options: OptionValue) -> Self:
        """Return the thing with options given as keywords: ``LayerSpec.of("Affine", units=50)``."""
        return cls(kind, options)

    def to_json(self) -> dict[str, OptionValue]:
        """Return its kind and its options as one plain dictionary."""
        return {"kind": self.kind, **self.options}

    @classmethod
    def all_from_json(cls, field: str, items: Iterable[Any]) -> tuple[Self, ...]:
        """Return the things that `to_json` wrote.

        Parameters
        ----------
        field : str
            What the list is called, for messages.
        items : iterable of dict

        Raises
        ------
        TypeError, ValueError
            If one is not such a thing; the message names its place.
        """
        return tuple(cls._from_json(field, place, item) for place, item in enumerate(items))

    @classmethod
    def _from_json(cls, field: str, place: int, item: Any) -> Self:
        if not isinstance(item, Mapping) or not isinstance(item.get("kind"), str):
            raise TypeError(
                Message(
                    "{field}[{place}] is {item!r}; expected an object with the name of its kind",
                    field=field,
                    place=place,
                    item=item,
                )
            )
        try:
            return cls(item["kind"], {name: value for name, value in item.items() if name != "kind"})
        except (TypeError, ValueError) as error:
            raise type(error)(Message("{field}[{place}]: {reason}", field=field, place=place, reason=error)) from None
