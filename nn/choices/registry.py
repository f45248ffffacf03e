"""Names for things that files, menus and tests speak of."""

from __future__ import annotations

import importlib
import pkgutil
import threading
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import TypeVar

from nn.messages import Message

T = TypeVar("T")


class UnknownName(ValueError, KeyError):
    """A name under which nothing is registered; the message lists the known ones."""

    __str__ = ValueError.__str__  # a KeyError shows its message in quotation marks


class BrokenRegistry(ImportError):
    """A module of the registry's package cannot be imported; the message says which one and why."""


class Registry(Mapping[str, T]):
    """Map names to what the modules of one package registered under them.

    Names are given, not taken from the class, because they stand in saved files. The modules are imported at the
    first look-up, so a new file in the folder is all that a new entry needs. If one of them fails, every look-up does:
    with an entry missing, a file that names it would be called damaged.

    Any thread may look things up. The lock is never held during an import: a thread that is importing a module of the
    package may look something up, and would wait for a thread that waits for that module. Two threads that come first
    both go through the modules, and Python lets the second wait for each one that the first is importing. A module
    that looks things up while the registry imports it finds what is registered so far.

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
        self._lock = threading.Lock()
        self._loading: set[int] = set()
        self._failure: Message | None = None
        self._loaded = False

    def register(self, name: str) -> Callable[[T], T]:
        """Return a decorator that enters a thing under `name`."""

        def add(item: T) -> T:
            with self._lock:
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
        """Import the modules, unless that is done or this thread is doing it."""
        if self._loaded:
            return
        thread = threading.get_ident()
        with self._lock:
            if thread in self._loading:
                return
            self._loading.add(thread)
        try:
            self._import_all()
        finally:
            with self._lock:
                self._loading.discard(thread)

    def _import_all(self) -> None:
        package = self._imported(self._package)
        names = [module.name for module in pkgutil.iter_modules(getattr(package, "__path__", []))]
        modules = [package, *(self._imported(f"{self._package}.{name}") for name in names)]
        # a look-up from within the import of one of them ends before that one has registered its entries
        self._loaded = not any(map(_is_being_imported, modules))

    def _imported(self, name: str) -> ModuleType:
        if self._failure is None:
            try:
                return importlib.import_module(name)
            except Exception as error:
                raise BrokenRegistry(self._failed(name, error)) from error
        raise BrokenRegistry(self._failure)

    def _failed(self, module: str, error: Exception) -> Message:
        """Return why every look-up fails from now on: a second import may fail for another reason."""
        with self._lock:
            if self._failure is None:
                self._failure = Message(
                    "no {kind} can be looked up: {module} cannot be imported ({type}: {error})",
                    kind=self.kind,
                    module=module,
                    type=type(error).__name__,
                    error=str(error),
                )
            return self._failure


def _is_being_imported(module: ModuleType) -> bool:
    return getattr(module.__spec__, "_initializing", False)
