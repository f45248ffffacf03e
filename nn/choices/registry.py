"""Names for things that files, menus and tests speak of."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from nn.messages import Message

T = TypeVar("T")


class UnknownName(ValueError, KeyError):
    """A name under which nothing is registered; the message lists the known ones."""

    __str__ = ValueError.__str__  # a KeyError shows its message in quotation marks


class Registry(Mapping[str, T]):
    """Map names to what the modules of one package registered under them.

    Names are given, not taken from the class, because they stand in saved files. The modules are imported at the
    first look-up, so a new file in the folder is all that a new entry needs; an import error is raised, not hidden.

    Parameters
    ----------
    kind : Message
        What the entries are, for messages: ``Message("layer")``.
    package : str
        Package whose modules register entries, or one module that does.
    """

    def __init__(self, kind: Message, package: str) -> None:
        self.kind = kind
        self._package = package
        self._items: dict[str, T] = {}
        self._loaded = False

    def register(self, name: str) -> Callable[[T], T]:
        """Return a decorator that enters a thing under `name`."""

        def add(item: T) -> T:
            if name in self._items:
                raise ValueError(
                    Message(
                        "{kind} {name!r} is already registered by {other!r}",
                        kind=self.kind,
                        name=name,
                        other=self._items[name],
                    )
                )
            self._items[name] = item
            return item

        return add

    def __getitem__(self, name: str) -> T:
        self._load()
        try:
            return self._items[name]
        except (KeyError, TypeError):  # a list, from a damaged file, is no name either
            known = ", ".join(sorted(self._items))
            raise UnknownName(
                Message("unknown {kind} {name!r}; known: {known}", kind=self.kind, name=name, known=known)
            ) from None

    def __contains__(self, name: object) -> bool:
        self._load()
        return name in self._items

    def __iter__(self) -> Iterator[str]:
        self._load()
        return iter(self._items)

    def __len__(self) -> int:
        self._load()
        return len(self._items)

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        package = importlib.import_module(self._package)
        for module in pkgutil.iter_modules(getattr(package, "__path__", [])):
            importlib.import_module(f"{self._package}.{module.name}")
