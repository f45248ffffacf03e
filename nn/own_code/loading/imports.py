"""What `import` brings into a learner's program."""

from __future__ import annotations

import builtins
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nn.messages import Message
from nn.own_code.loading.blanks import blank_module, note_about
from nn.own_code.loading.book import BOOK_FILES, book_module
from nn.own_code.loading.refused import Refused

Run = Callable[[types.ModuleType, str, str], None]
"""Runs a text as a module: module, file, text."""
_OF_THE_BOOK = ("common", "dataset")


class Imports:
    """Serves the imports of one program; nobody else's modules are touched.

    Parameters
    ----------
    siblings : mapping of str to str
        Texts that a person chose to stand beside the program, by the module's name.
    run : callable
        Runs such a text.

    Attributes
    ----------
    notes : dict of str to Message
        What a person ought to know about it, by the module.
    """

    def __init__(self, siblings: Mapping[str, str], run: Run) -> None:
        self._siblings = siblings
        self._run = run
        self._modules: dict[str, types.ModuleType] = {}
        self.notes: dict[str, Message] = {}

    def __call__(
        self,
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - the names of Python's own
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        """Stand in for ``__import__``."""
        if level:  # from .layers import Affine: what stands beside it
            name = name or (fromlist or ("",))[0]
        module = self._served(name)
        if module is None:
            return builtins.__import__(name, globals, locals, fromlist or (), 0)
        for part in fromlist or ():
            if part != "*" and not hasattr(module, part) and self._served(f"{name}.{part}") is not None:
                setattr(module, part, self._modules[f"{name}.{part}"])
        return module if fromlist else self._packages(name)

    def _served(self, name: str) -> types.ModuleType | None:
        if name in self._modules:
            return self._modules[name]
        module = self._made(name)
        if module is not None:
            self._modules[name] = module
        return module

    def _made(self, name: str) -> types.ModuleType | None:
        text = self._siblings.get(name)
        if text is not None:
            return self._from_text(name, text)
        if any(sibling.startswith(f"{name}.") for sibling in self._siblings) or name in _OF_THE_BOOK:
            package = types.ModuleType(name)
            package.__path__ = []
            return package
        if name.partition(".")[0] in _OF_THE_BOOK:
            return self._of_the_book(name)
        blank = blank_module(name)
        if blank is not None:
            self.notes.setdefault(name.partition(".")[0], note_about(name))
            return blank
        if name in BOOK_FILES:
            raise Refused(
                Message("{module}.py of the book is not beside this file; open it together with it", module=name)
            )
        return None

    def _of_the_book(self, name: str) -> types.ModuleType:
        if name == "dataset.mnist":
            self.notes.setdefault(name, Message("load_mnist gives the program's own MNIST."))
        made = book_module(name)
        if made is None:
            raise Refused(
                Message("{module} of the book is not served here; open its file together with this one", module=name)
            )
        if isinstance(made, str):
            return self._from_text(name, made)
        return made

    def _from_text(self, name: str, text: str) -> types.ModuleType:
        module = types.ModuleType(name)
        module.__file__ = file = name.replace(".", "/") + ".py"
        self._modules[name] = module  # known while it runs: modules may import each other
        try:
            self._run(module, file, text)
        except BaseException:
            del self._modules[name]
            raise
        return module

    def _packages(self, name: str) -> types.ModuleType | None:
        """Return the outermost package of ``import a.b.c``, which holds the others."""
        parts = name.split(".")
        for depth in range(len(parts) - 1, 0, -1):
            outer = self._served(".".join(parts[:depth]))
            inner = self._served(".".join(parts[: depth + 1]))
            if outer is not None and inner is not None:
                setattr(outer, parts[depth], inner)
        return self._served(parts[0])
