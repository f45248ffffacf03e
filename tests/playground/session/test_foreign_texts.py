"""What strangers called their files and what other libraries say reaches the window clean and short."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nn.breakpoints import Breakpoint
from playground.session.document.file import pack, unpack
from playground.session.document.first import new_document
from playground.session.document.saved import SavedDocument
from playground.session.phrase import Phrase, said

NASTY = "a\x1b]0;owned\x07\u202e\ud800\nb" + "x" * 60_000


@pytest.mark.parametrize("text", [NASTY, ValueError(NASTY), Phrase("Any", "{name}", {"name": NASTY})])
def test_a_strangers_text_is_said_clean(text):
    assert said(text).isprintable()
    assert str(said(text)).encode()
    assert len(said(text)) <= 200


def test_texts_in_a_document_are_read_clean():
    place = Breakpoint.from_json({"conditions": [{"kind": "not_finite"}], "enabled": True})
    state = replace(new_document(), watches=("max(\x1b]0;owned\x07\u202eW1)",), breakpoints=(place,))
    read = unpack(b"".join(pack(SavedDocument(state)))).state
    assert read.watches[0].isprintable()
    assert read.watches[0].startswith("max(")
