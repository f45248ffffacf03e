"""Everything the program says is translated, and the files of the translations are those of the program."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtGui import QRawFont

from playground.session.phrase import MESSAGES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "i18n"
SOURCES = sorted(file for folder in ("nn", "playground") for file in (ROOT / folder).rglob("*.py"))
PLACEHOLDER = re.compile(r"\{[^}]*\}|%n")
MARKUP = re.compile(r"</?\w[^>]*>|&\w+;")

# ---- the files


class Message(NamedTuple):
    context: str
    source: str
    comment: str
    translation: str
    is_finished: bool


def messages(path):
    return [
        Message(
            context.findtext("name"),
            message.findtext("source"),
            message.findtext("comment") or "",
            message.findtext("translation") or "",
            message.find("translation").get("type") is None,
        )
        for context in ET.parse(path).iter("context")
        for message in context.iter("message")
    ]


KOREAN = messages(FOLDER / "playground_ko.ts")


def run_readme_command(tool, **replaced):
    """Run the README's command of a tool, with other files in the place of those it names."""
    block = re.search(r"```sh\n(.*?)```", (FOLDER / "README.md").read_text(encoding="utf-8"), re.DOTALL).group(1)
    (command,) = [line for line in block.splitlines() if line.startswith(tool)]
    words = [replaced.get(Path(word).suffix[1:], word) for word in shlex.split(command)]
    program = shutil.which(tool, path=sysconfig.get_path("scripts"))
    if program is None:
        pytest.skip(f"{tool} is not installed beside this Python")
    done = subprocess.run([program, *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    if "shared librar" in done.stderr:
        pytest.skip(f"{tool} misses a system library: {done.stderr}")
    assert done.returncode == 0, done.stderr


def test_every_text_is_translated():
    assert [m for m in KOREAN if not (m.is_finished and m.translation)] == []


def test_the_translations_are_those_of_the_texts_in_the_program(tmp_path):
    fresh = tmp_path / "fresh.ts"
    run_readme_command("pyside6-lupdate", ts=str(fresh))
    said, known = ({m[:3] for m in each} for each in (messages(fresh), KOREAN))
    assert (sorted(said - known), sorted(known - said)) == ([], []), "run both commands of resources/i18n/README.md"


def test_the_file_the_program_reads_is_made_from_the_translations(tmp_path):
    fresh = tmp_path / "fresh.qm"
    run_readme_command("pyside6-lrelease", qm=str(fresh))
    assert fresh.read_bytes() == (FOLDER / "playground_ko.qm").read_bytes()


@pytest.mark.parametrize("pattern", [PLACEHOLDER.pattern, r"</?\w[^>]*>", "&", "\n", "…", "%"])
def test_what_stands_for_something_stands_in_the_translation_too(pattern):
    def marks(text):
        return Counter(re.findall(pattern, text))

    assert [m for m in KOREAN if marks(m.source) != marks(m.translation)] == []


def test_explanations_end_as_the_english_ones_do():
    assert [m for m in KOREAN if m.source.endswith(".") != m.translation.endswith(".")] == []


def test_no_particle_follows_a_word_that_comes_in_later():
    # Which of 은/는, 이/가, 을/를, 와/과, (으)로 is right depends on the last sound of the word before it.
    assert [m for m in KOREAN if re.search(r"\}[”’)]?(은|는|이|가|을|를|와|과|로|으로)\b", m.translation)] == []


def test_the_font_that_ships_can_write_all_of_it(qapp):
    font = QRawFont(str(ROOT / "resources" / "fonts" / "NotoSansCJKkr-Subset.otf"), 12)
    syllables = set(re.findall("[가-힣]", "".join(m.translation for m in KOREAN)))
    assert {each for each in syllables if not font.supportsCharacter(ord(each))} == set()


# ---- the program's text

PROPER_NAMES = {"NN", "Playground"}
# These show what they are given.
SAYING = {
    "QAction", "QLabel", "QPushButton", "QToolButton", "drawText", "setAccessibleDescription", "setAccessibleName",
    "setIconText", "setItemText", "setLabel", "setPlaceholderText", "setPrefix", "setSpecialValueText", "setStatusTip",
    "setSuffix", "setText", "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle", "showMessage", "showText",
}  # fmt: skip


def calls():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", name_of(node), node


def name_of(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def is_of_text(call):
    """Tell the `translate` of a text from that of a rectangle."""
    return isinstance(call.func, ast.Name) or getattr(call.func.value, "id", "") == "QCoreApplication"


def is_literal(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_every_text_to_translate_is_a_literal():
    wrong = [
        place
        for place, name, node in calls()
        if (name == "tr" and not all(map(is_literal, node.args[:2])))
        or (name == "QT_TRANSLATE_NOOP" and not all(map(is_literal, node.args)))
        or (name == "Message" and not (len(node.args) == 1 and is_literal(node.args[0])))
        or (name == "translate" and is_of_text(node) and not is_literal(node.args[1]))
    ]
    # These look up what is noted elsewhere by QT_TRANSLATE_NOOP.
    assert {place.split(":")[0] for place in wrong} == {
        "nn/messages.py",
        "playground/files/importing/words.py",
        "playground/panels/weights/operations.py",
        "playground/panels/weights/quantities.py",
        "playground/session/document/file_access.py",
        "playground/session/phrase.py",
        "playground/safety/system_words.py",
        "playground/widgets/matrix/tab_separated.py",
        "playground/words/look_up.py",
    }


def test_no_text_to_translate_hides_in_an_f_string():
    wrong = [
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        for path in SOURCES
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for node in ast.walk(text)
        if isinstance(node, ast.Call) and name_of(node) in ("tr", "translate") and any(map(is_literal, node.args))
    ]
    assert wrong == []  # the tool that collects the texts does not look into it


def test_the_messages_of_nn_are_found(tmp_path):
    fresh = tmp_path / "fresh.ts"
    run_readme_command("pyside6-lupdate", ts=str(fresh))
    raised = {node.args[0].value for _, name, node in calls() if name == "Message" and is_literal(node.args[0])}
    assert {m.source for m in messages(fresh) if m.context == MESSAGES} == raised


def test_nothing_is_said_without_a_translation():
    def untranslated(node):
        if is_literal(node):
            return MARKUP.sub("", node.value)
        if isinstance(node, ast.Call | ast.Subscript):
            return ""  # what these give, the tests of the real window see
        return " ".join(map(untranslated, ast.iter_child_nodes(node)))

    said = [
        (place, text)
        for place, name, node in calls()
        if name in SAYING
        for text in map(untranslated, node.args)
        if set(re.findall(r"[^\W\d_]{2,}", text)) - PROPER_NAMES
    ]
    assert said == []
