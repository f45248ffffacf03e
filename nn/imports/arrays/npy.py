"""NumPy's .npy: one array behind a line of text that describes it. `numpy.load` would trust what that line says."""

from __future__ import annotations

import re

from nn.imports.arrays.array_bytes import AnyArray, array_of, number_type
from nn.imports.file_bytes import Content
from nn.imports.refusal import BadFile
from nn.messages import Message

MAGIC = b"\x93NUMPY"
_LONGEST_HEADER = 64 * 2**10
_TYPE = re.compile(r"""['"]descr['"]\s*:\s*['"]([^'"]{1,40})['"]""")
_ORDER = re.compile(r"""['"]fortran_order['"]\s*:\s*(True|False)""")
_SHAPE = re.compile(r"""['"]shape['"]\s*:\s*\(([0-9, ]{0,400})\)""")
_SIZE = re.compile(r"[0-9]{1,18}")


def parse_npy(content: Content, owner: str) -> AnyArray:
    """Return the array in the bytes of an .npy file.

    Raises
    ------
    BadFile
        If they are no such file, are damaged, or hold anything but plain numbers.
    """
    header, start = _header(content, owner)
    kind, order, shape = (pattern.search(header) for pattern in (_TYPE, _ORDER, _SHAPE))
    if kind is None and ("[" in header or "'O" in header):
        raise BadFile(
            Message("{owner} holds records and no plain numbers; save each field as an array of its own", owner=owner)
        )
    if kind is None or order is None or shape is None:
        raise BadFile(
            Message(
                "{owner} is damaged: its header does not say type, order and shape; save it with numpy.save",
                owner=owner,
            )
        )
    dtype = number_type(kind[1], owner)
    sizes = tuple(int(size) for size in _SIZE.findall(shape[1]))
    return array_of(memoryview(content)[start:], dtype, sizes, owner, fortran=order[1] == "True")


def _header(content: Content, owner: str) -> tuple[str, int]:
    if content[:6] != MAGIC or len(content) < 12:
        raise BadFile(Message("{owner} is no NumPy array; expected a file written by numpy.save", owner=owner))
    width = 2 if content[6] == 1 else 4
    length = int.from_bytes(content[8 : 8 + width], "little")
    if content[6] not in (1, 2, 3) or not 0 < length <= min(_LONGEST_HEADER, len(content) - 8 - width):
        raise BadFile(
            Message(
                "{owner} is damaged: its header is not as NumPy writes it; save it again with numpy.save", owner=owner
            )
        )
    start = 8 + width + length
    return bytes(content[8 + width : start]).decode("latin-1"), start
