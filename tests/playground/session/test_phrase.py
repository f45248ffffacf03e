from __future__ import annotations

import pytest
from PySide6.QtCore import QTranslator

from playground.session.phrase import Phrase


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
    session.edit_config(PHRASE, seed=5)
    assert session.document.undo_text == "SET SEED"
    session.undo()
    assert session.document.redo_text == "SET SEED"
