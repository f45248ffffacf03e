"""From a path to samples: which reader is asked is known by the content of the file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from nn.imports.array_samples import samples_in
from nn.imports.arrays import idx, npy, npz
from nn.imports.arrays.tensors import parse_tensors
from nn.imports.file_bytes import Watch, part_of, read_bytes, unwatched
from nn.imports.idx_samples import read_idx
from nn.imports.pictures.folder import picture_files, read_folder
from nn.imports.refusal import BadFile, quoted
from nn.imports.samples import Decoder, ReadingOptions, Samples
from nn.imports.tables.tables import read_table
from nn.messages import Message

_PICKLE_ENDINGS = (".pkl", ".pickle", ".safetensors")
_READ = 0.1  # of the work, before what was read is understood


def read_samples(
    path: str | Path,
    options: ReadingOptions | None = None,
    watch: Watch = unwatched,
    decode: Decoder | None = None,
    digest: str = "",
) -> Samples:
    """Return the samples in a file, or in a folder of pictures.

    Parameters
    ----------
    path : str or Path
        CSV or TSV, .npz or .npy, a pickle of arrays, IDX (plain or .gz), or a folder with a folder for each class.
    options : ReadingOptions, optional
        How to read it; without, everything is guessed.
    watch : callable, optional
        Is told how much is done, and may raise `Cancelled`.
    decode : callable, optional
        Decodes pictures: there is no reading of folders without.
    digest : str
        The fingerprint that the file must have, as `Samples.digest` has it; empty for any.

    Raises
    ------
    BadFile
        If it cannot be read, with the reason and the way out.
    Cancelled
        If `watch` raises it.
    """
    path, options = Path(path), options or ReadingOptions()
    if path.is_dir():
        found = _checked_digest(path, b"", digest)
        if decode is None:
            raise BadFile(
                Message(
                    "{name} is a folder, and nothing here decodes pictures; import it in the window",
                    name=quoted(path.name),
                )
            )
        return replace(read_folder(path, decode, options, watch), digest=found)
    content = read_bytes(path, part_of(watch, 0, _READ))
    found, watch = _checked_digest(path, content, digest), part_of(watch, _READ, 1)
    if content[:2] == idx.GZIP or idx.looks_like_idx(content):
        return replace(read_idx(path, options, watch), digest=found)
    as_arrays = path.suffix.lower() in _PICKLE_ENDINGS
    return replace(parse_samples(content, quoted(path.name), options, watch, as_arrays), digest=found)


def parse_samples(
    content: bytes, owner: str, options: ReadingOptions, watch: Watch = unwatched, as_arrays: bool = False
) -> Samples:
    """Return the samples in the bytes of one file."""
    if as_arrays or content[:2] == npz.MAGIC or content[:6] == npy.MAGIC:
        return samples_in(parse_tensors(content, owner, watch), owner, options)
    return read_table(content, owner, options, watch)


def _digest(path: Path, content: bytes) -> str:
    """Return what tells whether a file is still the same: of its content, or of the names and sizes in a folder."""
    if path.is_dir():
        content = _list_of_files(path)
    return hashlib.sha256(content).hexdigest()[:16]


def _list_of_files(folder: Path) -> bytes:
    files = (file for members in picture_files(folder) for file in members)
    try:
        lines = [f"{file.relative_to(folder).as_posix()} {file.stat().st_size}" for file in files]
    except OSError as error:
        raise BadFile(
            Message("{name} has changed while it was read; choose it again", name=quoted(folder.name))
        ) from error
    return "\n".join(lines).encode("utf-8", "replace")


def _checked_digest(path: Path, content: bytes, wanted: str) -> str:
    found = _digest(path, content)
    if wanted and found != wanted:
        raise BadFile(
            Message("{name} is not the same any more as when it was imported; import it again", name=quoted(path.name))
        )
    return found
