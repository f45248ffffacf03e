"""Filters as pictures: what they were beside what they are, in one scale."""

from __future__ import annotations

import numpy as np
import pytest

from nn import LayerSpec, NetworkSpec
from playground.panels.weights.pages import WeightPages

of = LayerSpec.of
SPEC = NetworkSpec(
    (1, 28, 28),
    (of("Convolution", filters=3, size=3), of("Convolution", filters=4, size=3), of("Affine", units=10)),
    "SoftmaxWithLoss",
)


@pytest.fixture
def pages(qtbot, session):
    session.editing.edit_spec("pictures", SPEC)
    session.looking.choose("mine")
    made = WeightPages(session)
    qtbot.addWidget(made)
    return made


def test_filters_stand_beside_what_they_were_and_lead_to_the_middle_of_their_map(pages, session):
    now = {name: np.array(array) for name, array in session.live.network.params.items()}
    pages.show_pictures(0, now, {})
    assert pages.images.count == 3
    start = {name: array / 10 for name, array in now.items()}
    pages.show_pictures(0, now, start)
    assert pages.images.count == 6
    assert pages.images.limit <= np.abs(now["W1"]).max()  # one scale: what was small is pale
    assert [pages.filter_of(picture) for picture in range(6)] == [0, 0, 1, 1, 2, 2]
    assert pages.neuron_of(0, 3) == 1 * 26 * 26 + 13 * 26 + 13
    assert pages.picture_of(0, pages.neuron_of(0, 3)) == 3


def test_any_layer_of_filters_is_shown(pages, session):
    pages.show_pictures(1, session.live.network.params, {})
    assert pages.images.count == 4
    assert pages.shows_pictures
