"""From a path to samples: which reader is asked is known by the content of the file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from nn.imports import idx, npy, npz
from nn.imports.array_samples import samples_in
from nn.imports.file_bytes import Watch, read_bytes, unwatched
from nn.imports.idx_samples import read_idx
from nn.imports.picture_folder import picture_files, read_folder
from nn.imports.refusal import BadFile, quoted
from nn.imports.samples import Decoder, ReadingOptions, Samples
from nn.imports.tables import read_table
from nn.imports.tensors import parse_tensors

_PICKLE_ENDINGS = (".pkl", ".pickle", ".safetensors")


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
        The fingerprint that the file must have, as `fingerprint` gives it; empty for any.

    Raises
    ------
    BadFile
        If it cannot be read, with the reason and the way out.
    Cancelled
        If `watch` raises it.
    """
    path, options = Path(path), options or ReadingOptions()
    if path.is_dir():
        _check_digest(path, b"", digest)
        if decode is None:
            raise BadFile(
                f"{quoted(path.name)} is a folder, and nothing here decodes pictures; import it in the window"
            )
        return read_folder(path, decode, options, watch)
    content = read_bytes(path, watch)
    _check_digest(path, content, digest)
    if content[:2] == idx.GZIP or idx.looks_like_idx(content):
        return read_idx(path, options, watch)
    return parse_samples(content, quoted(path.name), options, watch, path.suffix.lower() in _PICKLE_ENDINGS)


def parse_samples(
    content: bytes, owner: str, options: ReadingOptions, watch: Watch = unwatched, as_arrays: bool = False
) -> Samples:
    """Return the samples in the bytes of one file."""
    if as_arrays or content[:2] == npz.MAGIC or content[:6] == npy.MAGIC:
        return samples_in(parse_tensors(content, owner, watch), owner, options)
    return read_table(content, owner, options, watch)


def fingerprint(path: str | Path, watch: Watch = unwatched) -> str:
    """Return what tells whether a file is still the same: of its content, or of the names and sizes in a folder."""
    return _digest(Path(path), b"" if Path(path).is_dir() else read_bytes(path, watch))


def _digest(path: Path, content: bytes) -> str:
    if path.is_dir():
        files = (file for members in picture_files(path) for file in members)
        content = "\n".join(f"{file.relative_to(path)} {file.stat().st_size}" for file in files).encode(
            "utf-8", "replace"
        )
    return hashlib.sha256(content).hexdigest()[:16]


def _check_digest(path: Path, content: bytes, digest: str) -> None:
    if digest and _digest(path, content) != digest:
        raise BadFile(f"{quoted(path.name)} is not the same any more as when it was imported; import it again")
