"""What a pickle of arrays may ask for: each name it may use, with what stands in for it here.

Nothing of the file is imported or called. An array is put together from its bytes, type and shape as soon as the
pickle has told all three, by the same checks as in any other file; NumPy's own ``__setstate__`` is never reached,
because it can be made to read outside its memory.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from nn.imports.arrays.array_bytes import AnyArray, array_of, number_type
from nn.imports.refusal import BadFile, quoted
from nn.messages import Message


@dataclass(frozen=True)
class Name:
    """A thing that a pickle asks for by its name, which stands for one of ours."""

    what: str


@dataclass
class TypeInMaking:
    """A NumPy dtype: its letters, and the byte order that follows."""

    letters: str
    order: str = "="

    def text(self) -> str:
        """Return it as NumPy writes it: ``<f4``."""
        return self.letters if self.letters[:1] in "<>|=" else self.order + self.letters


@dataclass
class ArrayInMaking:
    """An array whose content follows."""

    array: AnyArray | None = field(default=None, repr=False)


ADMITTED = {
    ("collections", "OrderedDict"): Name("dict"),
    ("_codecs", "encode"): Name("encode"),
    ("numpy", "ndarray"): Name("ndarray"),
    ("numpy", "dtype"): Name("dtype"),
    **{(module, "bytes"): Name("bytes") for module in ("builtins", "__builtin__")},
    **{(module, "bytearray"): Name("bytearray") for module in ("builtins", "__builtin__")},
    **{(f"numpy.{core}.multiarray", "_reconstruct"): Name("reconstruct") for core in ("core", "_core")},
    **{(f"numpy.{core}.multiarray", "scalar"): Name("scalar") for core in ("core", "_core")},
    **{(f"numpy.{core}.numeric", "_frombuffer"): Name("frombuffer") for core in ("core", "_core")},
}


def admitted(module: object, attribute: object, owner: str) -> Name:
    """Return what stands in for a name.

    Raises
    ------
    BadFile
        If the name is none of the few that arrays and plain containers need.
    """
    key = (module, attribute)
    if not (isinstance(module, str) and isinstance(attribute, str)) or key not in ADMITTED:
        named = isinstance(module, str) and isinstance(attribute, str)
        what = quoted(f"{module}.{attribute}", 100) if named else Message("something unnamed")
        raise BadFile(
            Message(
                "{owner} asks for {what}, which could run code on this computer; only arrays and plain "
                "containers are read from a pickle: ask its maker for an .npz file",
                owner=owner,
                what=what,
            )
        )
    return ADMITTED[module, attribute]


def made(name: Name, arguments: Any, owner: str) -> Any:
    """Return what calling `name` with `arguments` stands for; BadFile if they are not as NumPy writes them."""
    if not isinstance(arguments, tuple):
        raise damaged(owner, Message("what it calls gets no list of arguments"))
    try:
        return _MAKERS[name.what](arguments, owner)
    except KeyError:
        raise damaged(owner, Message("{name} cannot be called", name=name.what)) from None


def complete(thing: Any, state: Any, owner: str) -> None:
    """Give an array or a type in the making what was still missing; BadFile if it is nothing of the kind."""
    if isinstance(thing, TypeInMaking) and isinstance(state, tuple) and len(state) >= 5:
        if state[1] not in ("<", ">", "|", "=") or state[2:5] != (None, None, None):
            raise BadFile(
                Message(
                    "{owner} holds records and no plain numbers; save each field as an array of its own", owner=owner
                )
            )
        thing.order = state[1]
    elif isinstance(thing, ArrayInMaking) and thing.array is None and isinstance(state, tuple) and len(state) == 5:
        _, shape, kind, fortran, content = state
        thing.array = _array(content, kind, shape, owner, fortran is True)
    else:
        raise damaged(owner, Message("it changes something that is no array"))


def damaged(owner: str, what: Message) -> BadFile:
    """Return the refusal of a pickle that no pickler writes."""
    return BadFile(
        Message(
            "{owner} is no pickle of arrays as NumPy writes it: {what}; save the arrays again, as .npz if you can",
            owner=owner,
            what=what,
        )
    )


def _array(content: Any, kind: Any, shape: Any, owner: str, fortran: bool) -> AnyArray:
    if not isinstance(kind, TypeInMaking):
        raise damaged(owner, Message("an array has no type"))
    dtype = number_type(kind.text(), Message("an array in {owner}", owner=owner))
    if not isinstance(content, bytes):
        raise damaged(owner, Message("an array has no bytes"))
    return array_of(content, dtype, shape, Message("an array in {owner}", owner=owner), fortran)


def _dict(arguments: tuple[Any, ...], owner: str) -> Any:
    if arguments:
        raise damaged(owner, Message("an ordered dictionary is filled at once"))
    return {}


def _encode(arguments: tuple[Any, ...], owner: str) -> bytes:
    match arguments:
        case (str() as text, "latin1" | "latin-1"):
            try:
                return text.encode("latin-1")
            except UnicodeEncodeError:
                pass
    raise damaged(owner, Message("its bytes are not written as Latin-1"))


def _bytes(arguments: tuple[Any, ...], owner: str) -> bytes:
    match arguments:
        case ():
            return b""
        case (bytes() as content,):
            return content
        case (str() as text, "latin-1" | "latin1"):
            return _encode((text, "latin1"), owner)
    raise damaged(owner, Message("bytes are made from something else"))


def _dtype(arguments: tuple[Any, ...], owner: str) -> TypeInMaking:
    if not arguments or not isinstance(arguments[0], str) or len(arguments[0]) > 40:
        raise damaged(owner, Message("a type has no name"))
    return TypeInMaking(arguments[0])


def _reconstruct(arguments: tuple[Any, ...], owner: str) -> ArrayInMaking:
    if len(arguments) != 3 or arguments[0] != Name("ndarray"):
        raise damaged(owner, Message("an array is of a class of its own"))
    return ArrayInMaking()  # of whatever first shape it says: the real one follows


def _scalar(arguments: tuple[Any, ...], owner: str) -> ArrayInMaking:
    if len(arguments) != 2:
        raise damaged(owner, Message("a number has no type and bytes"))
    return ArrayInMaking(_array(arguments[1], arguments[0], (), owner, False))


def _frombuffer(arguments: tuple[Any, ...], owner: str) -> ArrayInMaking:
    if len(arguments) != 4:
        raise damaged(owner, Message("an array has no bytes, type, shape and order"))
    content, kind, shape, order = arguments
    return ArrayInMaking(_array(content, kind, shape, owner, order == "F"))


_MAKERS: dict[str, Callable[[tuple[Any, ...], str], Any]] = {
    "dict": _dict,
    "encode": _encode,
    "bytes": _bytes,
    "bytearray": _bytes,
    "dtype": _dtype,
    "reconstruct": _reconstruct,
    "scalar": _scalar,
    "frombuffer": _frombuffer,
}
