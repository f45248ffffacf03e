"""Who decodes pictures: this library cannot, so a program that can says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nn.imports.samples import Decoder

_decoders: list[Decoder] = []


def use(decode: Decoder) -> None:
    """Decode the pictures of folders with `decode` from now on."""
    _decoders[:] = [decode]


def decoder() -> Decoder | None:
    """Return what was given to `use`, None if nothing was."""
    return _decoders[0] if _decoders else None
