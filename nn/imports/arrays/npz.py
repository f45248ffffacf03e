"""NumPy's .npz: a zip of arrays, unpacked by pieces and never beyond what it declares."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from nn.imports.arrays.array_bytes import LARGEST_ARRAY, AnyArray
from nn.imports.arrays.npy import parse_npy
from nn.imports.file_bytes import Content, Watch, unwatched
from nn.imports.refusal import BadFile, quoted
from nn.messages import Message

MAGIC = b"PK"
ENTRY = b"PK\x01\x02"  # begins what the directory of a zip says of each file in it
_MOST_MEMBERS = 1000
_LARGEST_TOTAL = 2**30
_PIECE = 2**20
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    UnicodeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


def parse_npz(content: Content, owner: str, watch: Watch = unwatched) -> dict[str, AnyArray]:
    """Return the arrays of numbers in the bytes of an .npz file by their names; texts among them are left out.

    Raises
    ------
    BadFile
        If they are no such file, are damaged, unpack to more than 1 GB, or hold Python objects.
    """
    _check_count(_entries(content), owner)  # before `zipfile` makes an object of each
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = _checked_members(archive, owner)
            return {
                name: parse_npy(_unpack(archive, member, owner, watch), _array_in(owner, name))
                for name, member in members.items()
                if not _is_text(archive, member)
            }
    except BadFile:
        raise
    except _DAMAGE as error:
        raise BadFile(
            Message(
                "{owner} is damaged: it is no whole .npz file; copy it again or save it with numpy.savez", owner=owner
            )
        ) from error


def _array_in(owner: str, name: str) -> Message:
    return Message("{array} in {owner}", array=quoted(name), owner=owner)


def _entries(content: Content) -> int:
    """Count what could be entries of a directory, piece by piece: searching holds up all other threads."""
    view, overlap = memoryview(content), len(ENTRY) - 1
    starts = range(0, len(view), _PIECE)
    return sum(bytes(view[start : start + _PIECE + overlap]).count(ENTRY) for start in starts)


def _check_count(count: int, owner: str) -> None:
    if count > _MOST_MEMBERS:
        raise BadFile(
            Message(
                "{owner} holds {files:,} files, at most {most:,} are read; split it",
                owner=owner,
                files=count,
                most=_MOST_MEMBERS,
            )
        )


def _checked_members(archive: zipfile.ZipFile, owner: str) -> dict[str, zipfile.ZipInfo]:
    members = archive.infolist()
    _check_sizes([member.file_size for member in members], owner)
    _check_kinds(members, owner)
    return {member.filename.removesuffix(".npy"): member for member in members}


def _check_sizes(sizes: list[int], owner: str) -> None:
    if sum(sizes) > _LARGEST_TOTAL or max(sizes, default=0) > LARGEST_ARRAY + _PIECE:
        raise BadFile(
            Message(
                "{owner} would unpack to {size:,.0f} MB; at most {most:,.0f} MB are read, {most_each:,.0f} MB "
                "for one array: keep a part of it in a file of its own",
                owner=owner,
                size=sum(sizes) / 2**20,
                most=_LARGEST_TOTAL / 2**20,
                most_each=LARGEST_ARRAY / 2**20,
            )
        )


def _check_kinds(members: list[zipfile.ZipInfo], owner: str) -> None:
    if any(member.filename.endswith("data.pkl") for member in members):
        raise BadFile(
            Message(
                "{owner} is a file of PyTorch with a pickle in it, which could run code; save its state_dict() with "
                "safetensors.torch.save_file, or as .npz",
                owner=owner,
            )
        )
    for member in members:
        if not member.filename.endswith(".npy") or member.compress_type not in _COMPRESSIONS:
            raise BadFile(
                Message(
                    "{owner} holds {file}; expected arrays only: save them with numpy.savez",
                    owner=owner,
                    file=quoted(member.filename),
                )
            )


def _is_text(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    with archive.open(member) as file:
        return b"'descr': '<U" in file.read(64)


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, owner: str, watch: Watch) -> Content:
    """Unpack by pieces: the directory of the archive may lie about the size."""
    unpacked = bytearray()
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            unpacked += piece
            watch(min(1.0, len(unpacked) / max(member.file_size, 1)))
            if len(unpacked) > member.file_size:
                raise BadFile(
                    Message(
                        "{owner} unpacks to more than it declares; it is damaged or made to fill the memory",
                        owner=owner,
                    )
                )
    return unpacked
