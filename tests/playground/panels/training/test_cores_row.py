"""What more cores would bring is measured at a button and said in words; nothing is chosen by itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from playground.panels.training.cores_row import CoresRow
from playground.safety import cores
from playground.session.running.core_measuring import Pace
from playground.session.session import Session


@pytest.fixture
def session(qtbot):
    made = Session()
    qtbot.waitUntil(lambda: made.library.data is not None)
    yield made
    made.close()
    cores.use(1)


@pytest.fixture
def row(qtbot, session):
    made = CoresRow(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_begun_and_given_up_at_the_same_button(row, session):
    button, bar = row.findChild(QPushButton), row.findChild(QProgressBar)
    assert (button.text(), bar.isVisible()) == ("Measure", False)
    button.click()
    assert (button.text(), bar.isVisible()) == ("Cancel", True)
    button.click()
    assert (button.text(), bar.isVisible()) == ("Measure", False)
    assert not session.core_measuring.is_measuring


@pytest.mark.parametrize(
    ("speeds", "here", "said"),
    [
        ({1: 50.0, 2: 40.0}, 2, "More cores do not pay for this network: stay with one."),
        ({1: 50.0, 2: 80.0}, 2, "all 2 would bring 1.60 times, but leave the window none"),
        ({1: 50.0, 2: 90.0, 4: 99.0}, 4, "2 cores pay: 1.80 times as fast, and the window keeps a core."),
        ({1: 50.0}, 1, "This machine has one core"),
    ],
)
def test_what_was_found_is_said_and_nothing_is_chosen(row, session, monkeypatch, speeds, here, said):
    monkeypatch.setattr(cores, "here", lambda: here)
    session.core_measuring.paces = tuple(Pace(*each) for each in speeds.items())
    session.core_measuring.changed.emit()
    text = row.findChild(QLabel, "coresMeasured").text()
    assert text.startswith("1 core: 50.0 iterations a second")
    assert said in text
    assert session.document.state.config.threads == 1
    session.editing.edit_spec("Other", type(session.document.state.spec).mlp(784, (7,), 10))
    assert not row.findChild(QLabel, "coresMeasured").text()  # that was about another network
