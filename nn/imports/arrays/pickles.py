"""Pickles of arrays, such as the book's sample_weight.pkl, read by an interpreter that runs nothing.

``pickle.loads`` runs what a file says. Admitting a few names only does not help enough, because NumPy's own functions
were not made for hostile arguments. This reader therefore follows the instructions of a pickle itself, on values of
its own, and knows only those that arrays and plain containers need.
"""

from __future__ import annotations

import pickletools
from collections.abc import Callable
from typing import Any

from nn.imports.arrays import pickle_parts as parts
from nn.imports.refusal import BadFile, quoted
from nn.messages import Message

_MOST_STEPS = 500_000
_LARGEST_TOTAL = 2**30
_LARGEST_KEY = 2**31
_LARGEST_INDEX = 2**32

_CONSTANTS = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
_NUMBERS = ("INT", "BININT", "BININT1", "BININT2", "LONG", "LONG1", "LONG4", "FLOAT", "BINFLOAT")
_TEXTS = ("STRING", "BINSTRING", "SHORT_BINSTRING", "UNICODE", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8")
_BYTES = ("BINBYTES", "SHORT_BINBYTES", "BINBYTES8")
_LITERALS = frozenset((*_NUMBERS, *_TEXTS, *_BYTES))
_IGNORED = frozenset(("PROTO", "FRAME"))


def parse_pickle(content: bytes, owner: str) -> Any:
    """Return what a pickle holds: dictionaries, lists, tuples, texts, numbers, bytes and `ArrayInMaking`.

    Raises
    ------
    BadFile
        If it asks for anything else (the message names it), is damaged, or would fill the memory.
    """
    return _Interpreter(owner).run(content)


class _Interpreter:
    """The stack and the memo of one pickle."""

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._stack: list[Any] = []
        self._below: list[list[Any]] = []  # the stacks under the marks
        self._memo: dict[int, Any] = {}
        self._bytes = 0

    def run(self, content: bytes) -> Any:
        try:
            for count, (code, argument, place) in enumerate(pickletools.genops(content)):
                if code.name == "STOP":
                    return self._result(len(content) - (place or 0) - 1)
                if count >= _MOST_STEPS:
                    raise BadFile(
                        Message(
                            "{owner} has more than {most:,} instructions; a pickle of arrays has few: save the arrays "
                            "as .npz",
                            owner=self._owner,
                            most=_MOST_STEPS,
                        )
                    )
                self._do(code.name, argument)
        except BadFile:
            raise
        except (AttributeError, IndexError, KeyError, OverflowError, TypeError, UnicodeError, ValueError) as error:
            raise parts.damaged(self._owner, Message("its instructions do not fit together")) from error
        raise parts.damaged(self._owner, Message("it has no end"))

    def _do(self, name: str, argument: Any) -> None:
        if name in _LITERALS:
            self._push(argument)
        elif name in _CONSTANTS:
            self._stack.append(_CONSTANTS[name])
        elif name in _STEPS:
            _STEPS[name](self, argument)
        elif name not in _IGNORED:
            raise BadFile(
                Message(
                    "{owner} uses the pickle instruction {name}, which arrays and plain containers do not need "
                    "and which could run code; ask its maker for an .npz file",
                    owner=self._owner,
                    name=quoted(name),
                )
            )

    def _result(self, rest: int) -> Any:
        if rest:
            raise parts.damaged(self._owner, Message("{rest:,} bytes follow its end", rest=rest))
        (value,) = self._stack
        return value

    def _push(self, value: Any) -> None:
        if isinstance(value, str | bytes):
            self._spend(len(value))
        self._stack.append(value)

    def _spend(self, count: int) -> None:
        """Count what is made anew: a pickle of a few lines can ask for the same bytes a million times."""
        self._bytes += count
        if self._bytes > _LARGEST_TOTAL:
            raise BadFile(
                Message(
                    "{owner} would fill more than {most:,.0f} MB; it was not read further",
                    owner=self._owner,
                    most=_LARGEST_TOTAL / 2**20,
                )
            )

    # ---- the instructions

    def mark(self, _argument: Any) -> None:
        self._below.append(self._stack)
        self._stack = []

    def since_mark(self) -> list[Any]:
        items, self._stack = self._stack, self._below.pop()
        return items

    def pop(self, _argument: Any) -> None:
        self._stack.pop()

    def pop_mark(self, _argument: Any) -> None:
        self.since_mark()

    def duplicate(self, _argument: Any) -> None:
        self._stack.append(self._stack[-1])

    def remember(self, index: Any) -> None:
        if not 0 <= int(index) < _LARGEST_INDEX:  # larger ones can be made to collide
            raise IndexError
        self._memo[int(index)] = self._stack[-1]

    def memoize(self, _argument: Any) -> None:
        self._memo[len(self._memo)] = self._stack[-1]

    def recall(self, index: Any) -> None:
        self._stack.append(self._memo[int(index)])

    def byte_array(self, content: Any) -> None:
        self._push(bytes(content))

    def empty_list(self, _argument: Any) -> None:
        self._stack.append([])

    def empty_dict(self, _argument: Any) -> None:
        self._stack.append({})

    def empty_tuple(self, _argument: Any) -> None:
        self._stack.append(())

    def list_of_items(self, _argument: Any) -> None:
        items = self.since_mark()
        self._stack.append(items)

    def tuple_of_items(self, _argument: Any) -> None:
        items = tuple(self.since_mark())
        self._stack.append(items)

    def dict_of_items(self, _argument: Any) -> None:
        items = self.since_mark()
        self._stack.append({})
        self._fill(items)

    def short_tuple(self, length: int) -> None:
        items = tuple(self._stack[-length:])
        if len(items) < length:
            raise IndexError
        self._stack[-length:] = [items]

    def append(self, _argument: Any) -> None:
        item = self._stack.pop()
        self._top(list).append(item)

    def extend(self, _argument: Any) -> None:
        items = self.since_mark()
        self._top(list).extend(items)

    def set_item(self, _argument: Any) -> None:
        items = self._stack[-2:]
        del self._stack[-2:]
        self._fill(items)

    def set_items(self, _argument: Any) -> None:
        self._fill(self.since_mark())

    def name(self, argument: str) -> None:
        module, _, attribute = argument.partition(" ")
        self._stack.append(parts.admitted(module, attribute, self._owner))

    def name_from_stack(self, _argument: Any) -> None:
        module, attribute = self._stack[-2:]
        self._stack[-2:] = [parts.admitted(module, attribute, self._owner)]

    def reduce(self, _argument: Any) -> None:
        arguments = self._stack.pop()
        name = self._top(parts.Name)
        result = parts.made(name, arguments, self._owner)
        self._spend(_size(result))
        self._stack[-1] = result

    def build(self, _argument: Any) -> None:
        state = self._stack.pop()
        thing = self._stack[-1]
        parts.complete(thing, state, self._owner)
        self._spend(_size(thing))

    def _top(self, kind: type) -> Any:
        if type(self._stack[-1]) is not kind:
            raise TypeError
        return self._stack[-1]

    def _fill(self, items: list[Any]) -> None:
        target = self._top(dict)
        for key, value in zip(items[::2], items[1::2], strict=True):
            # hashes of texts cannot be foreseen, and small numbers cannot be made to collide
            if not isinstance(key, str) and not (type(key) is int and abs(key) < _LARGEST_KEY):
                raise parts.damaged(
                    self._owner, Message("{key} is the key of a dictionary, expected a text", key=quoted(key))
                )
            target[key] = value


def _size(thing: Any) -> int:
    if isinstance(thing, parts.ArrayInMaking):
        return 0 if thing.array is None else thing.array.nbytes
    return len(thing) if isinstance(thing, bytes) else 0


_STEPS: dict[str, Callable[[_Interpreter, Any], None]] = {
    "MARK": _Interpreter.mark,
    "POP": _Interpreter.pop,
    "POP_MARK": _Interpreter.pop_mark,
    "DUP": _Interpreter.duplicate,
    "MEMOIZE": _Interpreter.memoize,
    **dict.fromkeys(("PUT", "BINPUT", "LONG_BINPUT"), _Interpreter.remember),
    **dict.fromkeys(("GET", "BINGET", "LONG_BINGET"), _Interpreter.recall),
    "BYTEARRAY8": _Interpreter.byte_array,
    "EMPTY_LIST": _Interpreter.empty_list,
    "EMPTY_DICT": _Interpreter.empty_dict,
    "EMPTY_TUPLE": _Interpreter.empty_tuple,
    "LIST": _Interpreter.list_of_items,
    "TUPLE": _Interpreter.tuple_of_items,
    "DICT": _Interpreter.dict_of_items,
    "TUPLE1": lambda machine, _: machine.short_tuple(1),
    "TUPLE2": lambda machine, _: machine.short_tuple(2),
    "TUPLE3": lambda machine, _: machine.short_tuple(3),
    "APPEND": _Interpreter.append,
    "APPENDS": _Interpreter.extend,
    "SETITEM": _Interpreter.set_item,
    "SETITEMS": _Interpreter.set_items,
    "GLOBAL": _Interpreter.name,
    "STACK_GLOBAL": _Interpreter.name_from_stack,
    "REDUCE": _Interpreter.reduce,
    "BUILD": _Interpreter.build,
}
