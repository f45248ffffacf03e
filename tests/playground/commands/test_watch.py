"""`nn-playground watch`: what was never recorded is found afterwards, equal to what a live recording would have."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from playground.commands.dispatch import run
from playground.commands.endings import DONE, NEVER, UNSOUND, USAGE
from playground.session.document.file import pack, unpack
from tests.playground.sessions import train

WATCHES = ("max(abs(W2))", "mean(a1>0)", "norm(dW1)/norm(W1)", "L", "m_W1")


@pytest.fixture
def session(qtbot, plane_session):
    return plane_session


def saved(session, path: Path) -> Path:
    from playground.session.document.saved import SavedDocument

    path.write_bytes(b"".join(bytes(piece) for piece in pack(SavedDocument(session.state, way=session.timeline.kept))))
    return path


def table(text: str) -> dict[int, list[str]]:
    rows = list(csv.reader(text.splitlines()))
    assert rows[0][0] == "iteration"
    return {int(row[0]): row[1:] for row in rows[1:]}


def test_it_is_equal_to_what_was_recorded_live(session, qtbot, tmp_path, capsys):
    for text in WATCHES:
        session.watching.add(text)
    session.run.set_speed(60)
    train(qtbot, session, epochs=4)
    session.editing.edit_config("lr", lr=0.05)
    train(qtbot, session, epochs=3)
    last = session.document.state.checkpoint.iteration
    live = {text: session.watching.series(text) for text in WATCHES}
    assert len(live["L"].iterations) > 5
    path = saved(session, tmp_path / "run.safetensors")
    words = [part for text in WATCHES for part in ("--expression", text)]
    assert run(["watch", str(path), *words]) == DONE
    found = table(capsys.readouterr().out)
    assert sorted(found) == list(range(1, last + 1))
    for place, text in enumerate(WATCHES):
        series = live[text]
        for iteration, reading in zip(series.iterations, series.readings, strict=True):
            if iteration <= last:
                assert found[iteration][place] == repr(reading.number)


def test_rows_are_chosen_and_go_to_a_file(session, qtbot, tmp_path, capsys):
    train(qtbot, session, epochs=8)
    path, output = saved(session, tmp_path / "run.safetensors"), tmp_path / "watched.csv"
    words = ["watch", str(path), "--expression", "W1[0,0]", "--output", str(output)]
    assert run([*words, "--every", "5", "--first", "3", "--last", "19"]) == DONE
    assert sorted(table(output.read_text())) == [3, 8, 13, 18]
    assert run(words) == USAGE
    assert "--force" in capsys.readouterr().err
    assert run(["watch", str(path), "--expression", "W9"]) == USAGE
    assert "W9" in capsys.readouterr().err


def test_a_document_without_its_way_says_so(session, qtbot, tmp_path, capsys):
    train(qtbot, session, epochs=2)
    path = saved(session, tmp_path / "run.safetensors")
    path.write_bytes(b"".join(bytes(p) for p in pack(replace(unpack(path.read_bytes()), way=None))))
    assert run(["watch", str(path), "--expression", "L"]) == UNSOUND
    assert "saved without its history" in capsys.readouterr().err


def test_training_by_command_keeps_its_way(tmp_path, capsys):
    path = tmp_path / "net.safetensors"
    assert run(["train", "--data", "xor2d", "--epochs", "3", "--output", str(path), "--quiet"]) == DONE
    assert run(["train", str(path), "--epochs", "5", "--quiet"]) == DONE
    capsys.readouterr()
    assert run(["watch", str(path), "--expression", "L"]) == DONE
    found = table(capsys.readouterr().out)
    state = unpack(path.read_bytes()).state
    assert sorted(found) == list(range(1, state.checkpoint.iteration + 1))


@pytest.mark.parametrize("quantity", ["max(abs(W2))", "loss", "mean(a1 > 0)", "norm(dW1) / norm(W1)", "max(M_W1)"])
def test_when_it_first_held_is_what_every_row_says(session, qtbot, tmp_path, capsys, quantity):
    train(qtbot, session, epochs=30)
    session.editing.edit_config("lr", lr=0.05)
    train(qtbot, session, epochs=10)
    path = saved(session, tmp_path / "run.safetensors")
    assert run(["watch", str(path), "--expression", quantity.replace("loss", "L")]) == DONE
    every = {each: float(row[0]) for each, row in table(capsys.readouterr().out).items()}
    far = max(every, key=lambda each: abs(every[each] - every[1]))  # not true at once, nor last at the end
    sign, wall = (">" if every[far] > every[1] else "<"), (every[far] + every[1]) / 2
    holds = [each for each in sorted(every) if (every[each] > wall if sign == ">" else every[each] < wall)]
    for condition, among in (
        (f"{quantity} {sign} {wall!r}", holds),
        (f"({quantity} {sign} {wall!r}) & (iteration > {holds[0]})", holds[1:]),
    ):
        assert run(["watch", str(path), "--first", condition, "--expression", quantity.replace("loss", "L")]) == DONE
        ((iteration, (number,)),) = table(capsys.readouterr().out).items()
        assert (iteration, float(number)) == (among[0], every[among[0]])
    assert 1 < holds[0] < max(every)


def test_what_stays_is_found_between_two_kept_moments(session, qtbot, tmp_path, capsys):
    train(qtbot, session, epochs=30)
    path = saved(session, tmp_path / "run.safetensors")
    for condition, wanted in (("iteration >= 77", 77), ("epoch > 3", 10), ("iteration == 77", 77)):
        assert run(["watch", str(path), "--first", condition]) == DONE
        assert list(table(capsys.readouterr().out)) == [wanted]
    assert run(["watch", str(path), "--first", "iteration > 40", "--stays"]) == DONE
    assert list(table(capsys.readouterr().out)) == [41]


def test_what_never_held_and_what_is_no_condition(session, qtbot, tmp_path, capsys):
    train(qtbot, session, epochs=3)
    path = saved(session, tmp_path / "run.safetensors")
    assert run(["watch", str(path), "--first", "L > 1000"]) == NEVER
    told = capsys.readouterr()
    assert (told.out, "L>1000 held in none of the iterations 1 to" in told.err) == ("iteration\n", True)
    for words, reason in (
        (["--first", "max(W2)"], "is a number; a condition compares"),
        (["--first", "W9 > 1"], "There is no W9"),
        (["--first", "3"], "give --expression"),
        ([], "give --expression"),
        (["--first", "3", "--stays", "--expression", "L"], "--stays tells of a condition"),
    ):
        assert run(["watch", str(path), *words]) == USAGE
        assert reason in capsys.readouterr().err
