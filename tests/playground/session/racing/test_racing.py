"""A race in its thread: the same bits as in the library, while others join, pause, step, stop, and after a file."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn import NetworkSpec, TrainingConfig
from nn.files.safetensors import decode, encode
from nn.races import Contestant, Field, Material, Race
from nn.races.cards import cards
from nn.races.files import Done, RaceFile
from nn.races.finish import Finish
from nn.races.hunt import Hunt
from nn.runs.ranges import parsed
from nn.runs.trial import Base, Result, Trial
from playground.session.document.data import arrays_checksum
from playground.session.document.file import Unsound, pack, unpack
from playground.session.document.file_work import FileWork
from playground.session.document.saved import SavedDocument
from playground.session.racing.kept import MOST_BYTES, bounded
from playground.session.racing.racing import IDLE, PAUSED, RUNNING
from playground.session.session import Session

SPIRAL = Material("spiral")
DATA = SPIRAL.load()
SPEC = NetworkSpec.mlp(2, (10,), DATA.outputs)
BASE = Base(SPEC, TrainingConfig(optimizer="SGD", lr=0.1, batch_size=30, evaluate_every=10))
TWO = (Contestant("SGD"), Contestant("Adam", {"optimizer": "Adam", "lr": 0.01}))
THIRD = Contestant("Momentum", {"optimizer": "Momentum"})


def race(contestants=TWO, iterations=60):
    return Race(BASE, contestants, SPIRAL, iterations)


def digests(race):
    field = Field(race, DATA)
    while field.advance():
        pass
    return {finish.name: finish.digest for finish in field.finishes()}


@pytest.fixture
def racing(session):
    racing = session.racing
    racing.changed.connect(racing.acknowledge)  # as a panel does
    return racing


def told(racing):
    return {name: each.digest for name, each in racing.told.items()}


def test_it_comes_to_the_bits_of_the_library(racing, qtbot):
    racing.take(race())
    racing.start()
    assert racing.state == RUNNING
    qtbot.waitUntil(lambda: racing.state == IDLE)
    assert told(racing) == digests(race())
    course = racing.courses["Adam"]
    assert len(course.losses) == 60
    np.testing.assert_array_equal(course.losses, racing.told["Adam"].losses)
    assert [each.iteration for each in course.evaluations] == [10, 20, 30, 40, 50, 60]


def test_one_more_joins_a_race_that_stands_and_all_step_together(racing, qtbot):
    racing.take(race(iterations=400))
    racing.start()
    qtbot.waitUntil(lambda: racing.iteration > 2)
    racing.pause(True)
    assert racing.state == PAUSED
    racing.add(THIRD)
    racing.step_all()
    qtbot.waitUntil(lambda: {len(each.losses) for each in racing.courses.values()} == {racing.iteration} != {0})
    before = racing.iteration
    racing.step_all()
    qtbot.waitUntil(lambda: {len(each.losses) for each in racing.courses.values()} == {before + 1})
    racing.pause(False)
    qtbot.waitUntil(lambda: racing.state == IDLE)
    assert told(racing) == digests(race((*TWO, THIRD), iterations=400))


def test_what_is_stopped_is_kept(racing, qtbot):
    racing.take(race(iterations=1_000_000))
    racing.start()
    qtbot.waitUntil(lambda: racing.iteration > 5)
    racing.stop()
    assert racing.state == IDLE
    qtbot.waitUntil(lambda: bool(racing.done))
    assert all(0 < len(finish.losses) < 1_000_000 for finish in racing.done[0].finishes)


def test_several_seeds_are_judged_each(racing, qtbot):
    card = cards()["6.2-histograms"]
    racing.choose(card)
    racing.start(seeds=3)
    qtbot.waitUntil(lambda: racing.state == IDLE)
    assert racing.verdicts.seeds == (0, 1, 2)
    assert all(racing.verdicts.true(place) == 3 for place in range(len(card.features)))


def test_a_race_is_saved_and_opened_with_what_came_of_it(racing, qtbot, tmp_path):
    racing.take(race())
    racing.start()
    qtbot.waitUntil(lambda: racing.state == IDLE and bool(racing.done))
    path, came, seen = tmp_path / "a.json", told(racing), racing.courses
    assert all(len(course.layers) == 1 and course.surface is not None for course in seen.values())
    path.write_bytes(racing.file().to_bytes())
    racing.choose(cards()["6.1-mnist"])
    assert not racing.told
    racing.open(path)
    assert racing.experiment == race()
    assert told(racing) == came
    for name, course in racing.courses.items():
        assert len(course.losses) == 60
        assert repr(course.layers) == repr(seen[name].layers)
        np.testing.assert_array_equal(course.surface, seen[name].surface)


def test_data_that_do_not_fit_are_told_in_a_sentence(racing, qtbot):
    said = []
    racing.status.connect(said.append)
    racing.take(Race(BASE, TWO, Material("mnist"), 10))
    racing.start()
    qtbot.waitUntil(lambda: racing.state == IDLE)
    assert said == ["SGD takes 2 numbers, but a sample of mnist has 784; choose other data or another network"]


def test_layers_and_surfaces_are_brought_for_whoever_looks(racing, qtbot):
    racing.take(race(iterations=1_000_000))
    racing.look_at("surfaces")
    racing.start()
    qtbot.waitUntil(lambda: racing.courses["Adam"].surface is not None)
    assert not racing.courses["Adam"].layers
    racing.look_at("layers")
    qtbot.waitUntil(lambda: len(racing.courses["Adam"].layers) == 1)
    racing.stop()


def test_after_its_end_layers_and_surfaces_are_there_for_who_looks_first_then(racing, qtbot):
    racing.take(race(iterations=20))
    racing.start()
    qtbot.waitUntil(lambda: racing.state == IDLE and bool(racing.told))
    assert all(course.surface is not None and len(course.layers) == 1 for course in racing.courses.values())


# ---- in the document


def over(racing, qtbot):
    qtbot.waitUntil(lambda: racing.state == IDLE and bool(racing.done))


def reopened(session):
    """Return what a file of the document says, as a copy against crashes holds it, too."""
    return unpack(b"".join(pack(FileWork(session, session).snapshot())))


def test_a_race_is_in_the_document_with_its_outcome_and_undo_takes_one_after_the_other_back(session, racing, qtbot):
    document = session.document
    racing.choose(cards()["6.1-mnist"])
    assert document.state.race is None  # only looked at
    racing.take(race())
    racing.start()
    over(racing, qtbot)
    racing.add(THIRD)
    assert document.state.race.experiment == race((*TWO, THIRD))
    document.undo()
    assert racing.experiment == race()
    assert told(racing) == digests(race())
    document.undo()
    assert (racing.experiment, racing.told) == (race(), {})
    document.undo()
    assert document.state.race is None
    assert racing.experiment != race()
    for _ in range(3):
        document.redo()
    assert racing.experiment == race((*TWO, THIRD))


def test_five_seeds_are_one_step_and_each_that_is_done_is_kept_at_once(session, racing, qtbot):
    racing.take(race())
    kept = []
    session.document.race_changed.connect(lambda race: kept.append([each.seed for each in race.done]))
    racing.start(seeds=3)
    over(racing, qtbot)
    assert kept == [[0], [0, 1], [0, 1, 2]]
    session.document.undo()
    assert session.document.state.race.done == ()
    session.document.redo()
    assert [each.seed for each in session.document.state.race.done] == [0, 1, 2]


def test_a_document_brings_its_race_back(session, racing, qtbot):
    racing.take(race())
    racing.start()
    over(racing, qtbot)
    saved, came = reopened(session), told(racing)
    racing.take(race(iterations=1_000_000))
    racing.start()
    FileWork(session, session).recover(saved)
    assert racing.state == IDLE
    assert (racing.experiment, told(racing)) == (race(), came)
    qtbot.wait(100)  # what the race that ran tells is not listened to any more
    assert (racing.experiment, told(racing)) == (race(), came)
    other = Session(load=False)
    other.document.begin(saved.state)
    assert told(other.racing) == came  # nobody had looked at races before
    other.close()
    other.deleteLater()


def test_a_race_of_samples_of_one_s_own_learns_those_of_the_document_and_has_no_file(session, racing, qtbot, tmp_path):
    session.editing.choose_dataset("circle")
    qtbot.waitUntil(lambda: session.library.data.name == "circle")
    session.points.add([0.5, 0.5], 1)
    qtbot.waitUntil(lambda: session.document.state.dataset.train is not None)
    mine = Race(BASE, TWO, Material("circle"), 40)
    racing.take(mine, own_data=True)
    saved = reopened(session)
    session.document.begin(saved.state)
    assert racing.own_data
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "circle")
    racing.start()
    over(racing, qtbot)
    field = Field(mine, session.library.data)
    while field.advance():
        pass
    assert told(racing) == {finish.name: finish.digest for finish in field.finishes()}
    assert told(racing) != digests_of(mine)
    path = tmp_path / "own.json"
    path.write_bytes(racing.file().to_bytes())
    with pytest.raises(ValueError, match="own samples"):
        racing.open(path)


def digests_of(mine):
    field = Field(mine, mine.material.load())
    while field.advance():
        pass
    return {finish.name: finish.digest for finish in field.finishes()}


def test_a_race_that_was_stopped_is_not_judged_when_it_comes_back(session, racing, qtbot):
    racing.choose(cards()["6.2-race"])
    racing.start()
    qtbot.waitUntil(lambda: racing.iteration > 2)
    racing.stop()
    qtbot.waitUntil(lambda: bool(racing.done))
    saved = reopened(session)
    session.document.begin(saved.state)
    assert racing.card.name == "6.2-race"
    assert racing.told
    assert racing.iteration == min(finish.iterations for finish in racing.done[0].finishes)
    assert 0 < racing.share < 1
    assert not racing.verdicts.rows


HUNT = Hunt(BASE, SPIRAL, (parsed("lr=1e-3..1:log"),), trials=9, epochs=1)


def test_the_trials_of_a_search_are_in_the_document_and_come_back_with_what_was_said_of_them(session, racing, qtbot):
    racing.take(HUNT)
    racing.start(seeds=2)
    over(racing, qtbot)
    qtbot.waitUntil(lambda: len(racing.done) == 2)
    saved, tried = reopened(session), [each.tried for each in racing.done]
    assert [len(each) for each in tried] == [9, 9]
    racing.take(race())
    session.document.begin(saved.state)
    assert [each.tried for each in racing.done] == tried
    assert racing.search.scores == tuple(sorted((result.score for result in tried[-1]), reverse=True))
    assert (racing.share, racing.seed) == (1.0, 1)  # as it was seen when the last one was over
    assert racing.told["search"].figure("best") == racing.search.scores[0]


def test_a_search_of_a_card_is_judged_again_when_its_document_is_opened_and_not_when_it_was_stopped(session, racing):
    card = cards()["6.5-search"]
    hunt = card.experiment(seed=0)
    results = tuple(
        Result(trial, 0.1 + 0.7 * hunt.ranges[0].share_of(trial.settings["lr"]), 1.0) for trial in hunt.planned()
    )
    for count, verdicts in ((100, [(0, (True, True, True, True))]), (40, [])):
        kept = RaceFile(hunt, (Done(0, tried=results[:count]),), card.name)
        session.document.begin(replace(session.document.state, race=kept))
        saved = reopened(session)
        session.document.begin(saved.state)
        assert racing.card == card
        assert racing.verdicts.rows == verdicts
        assert racing.share == count / 100


def test_trials_beyond_what_a_document_keeps_go_with_the_first_seeds():
    curve = tuple((at, 0.5, 0.5, 1.0) for at in range(1000))
    results = tuple(Result(Trial(number, {"lr": 0.1}), 0.5, 1.0, curve=curve) for number in range(500))
    whole = RaceFile(HUNT, tuple(Done(seed, tried=results) for seed in range(3)))
    assert [each.seed for each in bounded(whole).done] == [1, 2]


def test_losses_beyond_what_a_document_keeps_go_with_the_first_seeds(racing):
    finish = Finish("SGD", np.zeros(MOST_BYTES // 8 // 2))
    whole = RaceFile(race(), tuple(Done(seed, (finish,)) for seed in range(3)))
    assert [each.seed for each in bounded(whole).done] == [1, 2]


def test_a_race_that_is_none_is_refused_with_its_document(session):
    state = replace(session.document.state, race=RaceFile(race()))
    for text in (b"{}", b"[", b'{"race": 1}'):
        content = b"".join(pack(SavedDocument(state)))
        arrays, about = decode(content)
        arrays = {**arrays, "race": np.frombuffer(text, np.uint8)}
        about = {**about, "sha256": arrays_checksum(about["document"], arrays)}
        with pytest.raises(Unsound, match="race"):
            unpack(b"".join(encode(arrays, about)))


def test_another_document_ends_what_ran_beside_the_one_before(session, racing, qtbot):
    racing.choose(cards()["6.2-race"])  # only looked at: neither document has a race
    racing.start()
    qtbot.waitUntil(lambda: racing.iteration > 0)
    session.document.begin(replace(session.document.state))
    assert racing.state == IDLE
    qtbot.wait(200)
    assert session.document.state.race is None
