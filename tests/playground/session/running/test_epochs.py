"""Epochs are counted right whatever the size of the batches was."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from playground.session.document.state import RunRecord
from playground.session.running.epochs import epochs_along, epochs_trained, iterations_to


def record(first, count, *paces):
    return RunRecord(first, np.zeros(count, np.float32), paces=paces)


def test_a_stretch_in_batches_of_two_sizes_is_counted_piece_by_piece():
    history = (record(1, 900, (1, 600), (601, 300)),)
    assert epochs_trained(history, 900, 300) == 2
    assert epochs_trained(history, 600, 300) == 1
    assert epochs_trained(history, 300, 300) == Fraction(1, 2)


def test_what_was_trained_before_does_not_depend_on_the_batches_of_now():
    history = (record(1, 600, (1, 600)), record(601, 60, (601, 30)))
    assert epochs_trained(history, 660, 600) == epochs_trained(history, 660, 7) == 3


def test_what_no_record_knows_about_was_trained_as_now():
    assert epochs_trained((record(101, 100, (101, 50)),), 200, 100) == 3
    assert epochs_trained((record(1, 100),), 100, 50) == 2


def test_training_that_went_back_and_on_counts_once():
    history = (record(1, 600, (1, 600)), record(301, 300, (301, 150)))
    assert epochs_trained(history, 600, 150) == Fraction(5, 2)


@pytest.mark.parametrize(("last", "epochs"), [(0, 0), (10, 1), (15, 2), (20, 3)])
def test_paces_hold_from_one_to_the_next(last, epochs):
    assert epochs_along([(1, 10), (11, 5)], last) == epochs


def test_without_data_there_are_no_epochs():
    assert epochs_trained((), 10, 0) == 0


def test_the_way_to_a_goal_ends_at_or_behind_it():
    assert iterations_to(Fraction(2), Fraction(1), 600) == 600
    assert iterations_to(Fraction(2), Fraction(3, 2) + Fraction(1, 700), 600) == 300
    assert iterations_to(Fraction(2), Fraction(3), 600) == 0
