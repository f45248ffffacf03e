"""The code a person works on: files that change under it, and who may let it run."""

from __future__ import annotations

import pytest

from playground.session.document.code import LONGEST_CODE, Code


@pytest.fixture
def own(session):
    return session.own_code.source


@pytest.fixture
def opened(own, qtbot, tmp_path):
    """Open a file that a person chose."""
    path = tmp_path / "렐루.py"
    path.write_text("x = 1\n", encoding="utf-8")
    own.open(path)
    qtbot.waitUntil(lambda: own.code is not None)
    return path


def test_what_another_program_saves_is_taken_in_and_can_be_undone(session, own, opened, qtbot):
    fresh = opened.with_name("fresh~")  # as many editors save: another file gets the name
    fresh.write_text("x = 2\n", encoding="utf-8")
    fresh.replace(opened)
    qtbot.waitUntil(lambda: own.code.text == "x = 2\n")
    opened.write_text("x = 3\n", encoding="utf-8")  # and as others do
    qtbot.waitUntil(lambda: own.code.text == "x = 3\n")
    assert not own.is_unsaved
    session.document.undo()
    assert own.code.text == "x = 1\n"


def test_what_is_only_here_is_not_lost_to_another_program(own, opened, qtbot):
    own.write("x = 10\n")
    assert own.is_unsaved
    opened.write_text("x = 2\n", encoding="utf-8")
    qtbot.waitUntil(lambda: own.is_contested)
    assert own.code.text == "x = 10\n"
    own.take_from_disk()
    assert (own.code.text, own.is_contested, own.is_unsaved) == ("x = 2\n", False, False)


def test_saving_gives_the_code_a_file(own, qtbot, tmp_path):
    own.begin("y = '가'\n")
    own.save(tmp_path / "a.py")
    qtbot.waitUntil(lambda: own.code.path is not None)
    assert (tmp_path / "a.py").read_text(encoding="utf-8") == "y = '가'\n"
    assert (own.code.name, own.is_unsaved) == ("a.py", False)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("# 가\r\nx = 1\r\n".encode("cp949"), "# 가\nx = 1\n"),
        ("# -*- coding: euc-kr -*-\n# 나".encode("euc-kr"), "# -*- coding: euc-kr -*-\n# 나"),
        ("\ufeffx = 1".encode(), "x = 1"),
    ],
)
def test_files_in_other_encodings_are_read(own, qtbot, tmp_path, content, text):
    (tmp_path / "a.py").write_bytes(content)
    own.open(tmp_path / "a.py")
    qtbot.waitUntil(lambda: own.code is not None)
    assert own.code.text == text


@pytest.mark.parametrize("content", [b"x = 1\0", b"\xff\xfe\x00\xd8", b"x" * (2**20 + 1), b"x" * (LONGEST_CODE + 1)])
def test_what_is_no_python_is_refused_in_a_sentence(own, qtbot, tmp_path, content):
    (tmp_path / "a.py").write_bytes(content)
    with qtbot.waitSignal(own.refused) as refusal:
        own.open(tmp_path / "a.py")
    assert 20 < len(refusal.args[0]) < 400
    assert own.code is None


def test_own_code_is_allowed_once_for_its_file_and_what_becomes_of_it(own, opened, qtbot):
    assert not own.may_run, "opening allows nothing"
    own.allow()
    own.write("import os\n")
    opened.write_text("x = 2\n", encoding="utf-8")
    assert own.may_run
    other = opened.with_name("other.py")
    other.write_text("x = 1\n# another file", encoding="utf-8")
    own.open(other)
    qtbot.waitUntil(lambda: own.code.path == other)
    assert not own.may_run


def test_a_documents_code_is_allowed_for_its_very_text(session, own):
    own.begin("typed = 1\n")
    own.allow()
    session.document.edit("As if opened", code=Code("first = 1\n", is_foreign=True))
    assert not own.may_run, "what was typed here before was another's"
    own.write("first = 1  # touched\n")
    assert not own.may_run, "an edit of what nobody allowed allows nothing"
    own.allow()
    own.write("first = 2\n")
    assert own.may_run, "what a person makes of allowed code is theirs"
    session.document.edit("As if opened", code=Code("second = 1\n", is_foreign=True))
    assert not own.may_run
    session.document.undo()
    assert own.may_run
