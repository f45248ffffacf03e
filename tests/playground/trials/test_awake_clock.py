"""Time during which nobody was awake is not counted."""

from __future__ import annotations

import time

import pytest

from playground.trials.awake_clock import AwakeClock


def test_a_night_does_not_count(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    clock = AwakeClock()
    for step in (0.1, 2.0, 8 * 3600.0, 0.4):
        now[0] += step
        told = clock.seconds()
    assert told == pytest.approx(2.5 + 5.0)
