"""The document: values in, one signal a changed field, and undo that restores exactly."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace

import numpy as np
import pytest

from nn.network import NetworkSpec
from nn.training import Checkpoint
from playground.session.document.document import Document
from playground.session.document.state import DatasetChoice, DocumentState, RunRecord

FIELDS = tuple(field.name for field in fields(DocumentState))


def heard(document: Document) -> list[str]:
    """Return a list that grows by the name of every signal."""
    names: list[str] = []
    for name in (*(f"{field}_changed" for field in FIELDS), "changed", "undo_changed"):
        getattr(document, name).connect(lambda *_, name=name: names.append(name))
    return names


def edits(state: DocumentState) -> dict[str, dict[str, object]]:
    spec = NetworkSpec.mlp(12, (5,), 3)
    return {
        "config": {"config": replace(state.config, lr=0.5)},
        "network": {"spec": spec, "checkpoint": Checkpoint.initial(spec, 1)},
        "weights": {"checkpoint": Checkpoint.initial(state.spec, 7)},
        "dataset": {"dataset": DatasetChoice("spiral", {"noise": 0.1})},
        "run": {
            "checkpoint": Checkpoint.initial(state.spec, 8),
            "history": (RunRecord(1, np.zeros(3, np.float32)),),
        },
    }


@pytest.mark.parametrize("kind", ["config", "network", "weights", "dataset", "run"])
def test_undo_after_any_edit_is_identity(document: Document, kind: str) -> None:
    before = document.state
    document.edit("edit", **edits(before)[kind])
    after = document.state
    assert after is not before
    document.undo()
    assert document.state is before
    document.redo()
    assert document.state is after


def test_fields_are_told_first_and_changed_once_at_the_end(document: Document) -> None:
    names = heard(document)
    document.edit("edit", **edits(document.state)["network"])
    assert names == ["spec_changed", "checkpoint_changed", "changed", "undo_changed"]
    document.undo()
    assert names[4:] == names[:4]


def test_listeners_see_the_whole_new_state(document: Document) -> None:
    new = edits(document.state)["network"]
    seen = []
    document.spec_changed.connect(lambda spec: seen.append((spec, document.state.checkpoint)))
    document.edit("edit", **new)
    assert seen == [(new["spec"], new["checkpoint"])]


def test_an_edit_to_equal_values_is_no_edit(document: Document) -> None:
    names = heard(document)
    document.edit("Set learning rate", config=replace(document.state.config))
    assert names == []
    assert not document.can_undo


def test_a_listener_that_edits_gets_its_way_and_nobody_hears_old_values(document: Document) -> None:
    values: list[float] = []

    def halve(config: object) -> None:
        if document.state.config.lr > 0.3:
            document.edit("halve", config=replace(document.state.config, lr=document.state.config.lr / 2))

    document.config_changed.connect(halve)
    document.config_changed.connect(lambda config: values.append(document.state.config.lr))
    document.edit("edit", config=replace(document.state.config, lr=1.0))
    assert document.state.config.lr == 0.25
    assert values == [0.25, 0.25, 0.25]


def test_modified_says_whether_the_state_is_the_saved_one(document: Document) -> None:
    assert not document.is_modified
    document.edit("edit", config=replace(document.state.config, lr=1.0))
    assert document.is_modified
    document.undo()
    assert not document.is_modified


def test_the_state_cannot_be_changed_behind_the_documents_back(document: Document) -> None:
    with pytest.raises(FrozenInstanceError):
        document.state.config = None  # type: ignore[misc, assignment]
    with pytest.raises(ValueError, match="read-only"):
        document.state.checkpoint.params[0] = 1.0
