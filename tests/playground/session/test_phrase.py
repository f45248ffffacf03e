from __future__ import annotations

import errno

import pytest
from PySide6.QtCore import QTranslator

from nn.messages import Message, joined
from playground.session.phrase import Phrase, said


class Shouting(QTranslator):
    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        return source.upper().replace("{NAME}", "{name}") if context == "Test" else source


@pytest.fixture
def shout(qapp):
    translator = Shouting()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


PHRASE = Phrase("Test", "Set {name}", {"name": Phrase("Test", "seed")})


def test_a_phrase_puts_its_values_in():
    assert str(PHRASE) == "Set seed"


def test_a_phrase_is_said_in_the_language_of_the_moment(shout):
    assert str(PHRASE) == "SET SEED"


def test_the_history_names_an_edit_in_the_language_of_the_moment(session, shout):
    session.editing.edit_config(PHRASE, seed=5)
    assert session.document.undo_text == "SET SEED"
    session.document.undo()
    assert session.document.redo_text == "SET SEED"


def test_an_undone_edit_is_named_in_the_language_of_the_moment(session, qapp):
    session.editing.edit_config(PHRASE, seed=5)
    for undo in (session.document.undo, session.document.redo):
        undo()
        assert str(session.document.gesture).endswith(": Set seed")
        translator = Shouting()
        qapp.installTranslator(translator)
        assert str(session.document.gesture).endswith(": SET SEED")
        qapp.removeTranslator(translator)


# ---- what nn says

SHAPE = Message("got {got}, expected {wanted:,}: {reason}", got="x{y}", wanted=1000, reason=Message("too few"))
KOREAN = {"got {got}, expected {wanted:,}: {reason}": "{wanted:,}개여야 함({got}, {reason})", "too few": "너무 적음"}


class Korean(QTranslator):
    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        return KOREAN.get(source, source) if context == "" else source


@pytest.fixture
def korean(qapp):
    translator = Korean()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_what_nn_raises_is_said_in_the_language_of_the_moment(korean):
    assert said(ValueError(SHAPE)) == said(SHAPE) == "1,000개여야 함(x{y}, 너무 적음)"
    assert said(joined([SHAPE, Message("untold"), "too few"], "; ")) == f"{said(SHAPE)}; untold; too few"


def test_what_nn_raises_is_said_in_english_without_a_translation(qapp):
    assert said(ValueError(SHAPE)) == "got x{y}, expected 1,000: too few"
    assert said(ValueError("plain {x}")) == "plain {x}"


def test_a_phrase_translates_the_messages_among_its_values(korean):
    assert str(Phrase("Test", "{n:,}: {why}", {"n": 1000, "why": ValueError(SHAPE)})) == f"1,000: {said(SHAPE)}"


def test_a_phrase_is_said_as_it_is_shown(shout):
    assert said(PHRASE) == "SET SEED"


def test_the_system_gives_its_reason_without_the_name_of_the_file(qapp):
    assert said(OSError(errno.ENOSPC, "No space left on device", "/x")) == "no space is left on the disk"
    full = Message("no copy: {reason}", reason=OSError(errno.ENOSPC, "No space left on device", "/x"))
    assert (said(full), str(full)) == ("no copy: no space is left on the disk", "no copy: No space left on device")
    assert said(OSError(errno.ELOOP, "Too many levels", "/x")) == "Too many levels"
    assert said(FileNotFoundError(Message("no MNIST file at {path}", path="/x"))) == "no MNIST file at /x"
