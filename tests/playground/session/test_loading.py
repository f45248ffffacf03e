"""The loader does jobs in a thread of its own, until it is closed."""

from __future__ import annotations

from playground.safety.threads import alive
from playground.session.loading import Job, Loader


def test_a_job_is_done_and_told(qtbot):
    loader = Loader()
    with qtbot.waitSignal(loader.loaded) as told:
        loader.load(Job("sum", lambda: 1 + 2))
    assert (told.args[0].key, told.args[0].result) == ("sum", 3)
    loader.close()


def test_an_error_is_an_answer(qtbot):
    loader = Loader()
    with qtbot.waitSignal(loader.loaded) as told:
        loader.load(Job("fault", lambda: 1 / 0))
    assert told.args[0].reason == "division by zero"
    assert "ZeroDivisionError" in told.args[0].failure
    loader.close()


def test_after_its_end_nothing_is_begun(qtbot):
    done = []
    loader = Loader()
    loader.close()
    before = set(alive)
    loader.load(Job("late", lambda: done.append(1)))
    assert alive == before, "no thread is begun"
    loader.close()
    assert done == []
