"""Two networks laid side by side: their difference, number by number, and the settings that differ."""

from __future__ import annotations

import numpy as np
import pytest


@pytest.fixture
def compared(session, qtbot):
    """Compare a network of 2-3-1 after some updates with what the run before had made."""
    session.editing.choose_with_recipe("xor")
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "xor")
    session.editing.edit_config("short", epochs=3)
    session.control.train()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    session.editing.reset_weights()
    session.comparison.open()
    return session


def test_the_difference_is_taken_of_every_number(compared):
    comparison, subject = compared.comparison, compared.looking.subject
    rival = comparison.rival
    assert comparison.choice == "last"
    apart = comparison.difference
    assert apart is comparison.difference  # computed once
    for name, here in subject.network.params.items():
        np.testing.assert_array_equal(apart.params[name], here - rival.network.params[name])
    np.testing.assert_array_equal(apart.values["y"], subject.observation.output - rival.observation.output)
    np.testing.assert_array_equal(apart.values["x"], subject.sample.x)
    compared.looking.show_row(1)
    assert comparison.difference is not apart


def test_pictures_show_what_a_person_wants_as_long_as_they_can(compared):
    comparison = compared.comparison
    assert comparison.face == "this"
    comparison.show_face("difference")
    assert comparison.face == "difference"
    compared.architecture.add_neuron(0)
    assert comparison.face == "this"
    assert "2-2-1" in comparison.why_not_apart() or "2-" in comparison.why_not_apart()
    assert comparison.difference is None
    compared.document.undo()
    assert comparison.face == "difference"
    comparison.close()
    assert comparison.face == "this"
    with pytest.raises(ValueError, match="difference"):
        comparison.show_face("both")


def test_the_settings_that_differ_are_told(compared):
    comparison = compared.comparison
    told = {each.name: (each.here, each.there) for each in comparison.settings_apart()}
    assert set(told) == {"updates"}
    assert told["updates"][0] == 0 < told["updates"][1]
    compared.editing.edit_config("rate", lr=0.5, optimizer="RMSprop")
    told = {each.name: (each.here, each.there) for each in comparison.settings_apart()}
    assert told["lr"][0] == 0.5
    assert "layers" not in told
    assert told["optimizer"][0] == "RMSprop"


def test_of_the_shipped_network_only_what_it_is_made_of_is_known(session):
    session.comparison.open()
    assert session.comparison.choice == "shipped"
    told = {each.name for each in session.comparison.settings_apart()}
    assert told <= {"input_shape", "layers", "initializer", "loss", "dtype"}
    session.comparison.choose("")
    assert session.comparison.settings_apart() == ()


def test_the_rival_that_learns_is_followed(session, qtbot):
    """Whoever looks at the shipped network compares it with their own: its answer was told once and grew old."""
    session.editing.edit_config("one epoch", epochs=1)
    session.control.train()
    session.looking.choose("shipped")
    session.comparison.open()
    session.comparison.choose("mine")
    moments = []
    session.comparison.changed.connect(lambda: moments.append(session.comparison.rival.moment))
    qtbot.waitUntil(lambda: len(set(map(id, moments))) > 2)
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy)
