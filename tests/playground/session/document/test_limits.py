"""What a document could not be read with is refused before it is in the document."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.breakpoints import Breakpoint
from nn.network import NetworkSpec
from playground.session.document.document import Document
from playground.session.document.file import pack, unpack
from playground.session.document.first import new_document
from playground.session.document.override import Override
from playground.session.document.saved import SavedDocument
from playground.session.document.state import MOST, Run, RunLabel, RunRecord, TooMuch, kept_losses

MANY = {
    "breakpoints": Breakpoint.from_json({"conditions": [{"kind": "not_finite"}], "enabled": True}),
    "watches": "max(W1)",
    "overrides": Override(1, "a1", (0, 0), 1.0),
}


def many(name, count):
    """Return so many of what a document has many of; runs go by their numbers, each has its own."""
    if name != "runs":
        return count * (MANY[name],)
    here = new_document()
    record = RunRecord(1, kept_losses([0.5]), paces=((1, 1),))
    return tuple(Run(RunLabel(n + 1), here.spec, here.config, here.dataset, 0, (record,), None) for n in range(count))


@pytest.mark.parametrize("name", MOST)
def test_as_much_as_a_document_takes_can_be_read_again(name):
    state = replace(new_document(), **{name: many(name, MOST[name])})
    written = b"".join(pack(SavedDocument(state)))
    read = unpack(written)
    assert len(getattr(read.state, name)) == MOST[name]
    assert b"".join(pack(read)) == written


@pytest.mark.parametrize("name", MOST)
def test_an_edit_to_one_more_is_refused_in_a_sentence(qtbot, name):
    document = Document(replace(new_document(), **{name: many(name, MOST[name])}))
    said = []
    document.refused.connect(said.append)
    document.edit("Add", **{name: many(name, MOST[name] + 1)})
    assert len(getattr(document.state, name)) == MOST[name]
    assert not document.can_undo
    assert f"{MOST[name]:,}" in said[0]


def test_a_watch_that_is_too_long_is_refused():
    with pytest.raises(TooMuch, match="1,000"):
        replace(new_document(), watches=("x" * 1001,))


def test_a_network_with_too_many_layers_is_never_made():
    assert len(NetworkSpec.mlp(2, [2] * 499, 2).layers) == 999
    with pytest.raises(ValueError, match="at most 1,000 layers"):
        NetworkSpec.mlp(2, [2] * 500, 2)


def test_a_header_that_could_not_be_read_is_not_written():
    from nn.files.safetensors import MOST_HEADER, encode

    with pytest.raises(ValueError, match="header"):
        encode({}, {"note": "x" * MOST_HEADER})


def test_a_history_of_more_stretches_than_are_read_is_written_with_fewer_and_all_its_losses():
    many = tuple(RunRecord(n + 1, kept_losses([n]), paces=((n + 1, 1),)) for n in range(250_001))
    state = replace(new_document(), history=many)
    read = unpack(b"".join(pack(SavedDocument(state)))).state.history
    assert len(read) < 100_000
    assert np.array_equal(np.concatenate([record.losses for record in read]), np.arange(250_001, dtype=np.float32))
    assert read[1].first_iteration == len(read[0].losses) + 1
    assert sum(len(record.paces) for record in read) == 250_001
