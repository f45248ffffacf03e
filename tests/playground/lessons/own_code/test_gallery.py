"""The gallery of bugs: each program shows what its question says, the mended one does not, and mistakes are named."""

from __future__ import annotations

import ast
import builtins
import re

import pytest

from playground.lessons.format import LessonError
from playground.lessons.own_code.gallery import exercise, exercises, read_exercise
from tests.programs import ran

EXERCISES = tuple(exercises())
TRAINED = {"563-passes-and-is-wrong", "574-600-updates", "643-two-answers"}
"""Of those that train on MNIST; `tests/long/own_code_figures.py` runs all of them."""
HANGUL = re.compile("[가-힣]")

SMALL = """
chapter = "5.1"
title.en = "Small"
title.ko = "작은 것"
question.en = "Why 3?"
question.ko = "왜 3일까요?"
answer.en = "A sign."
answer.ko = "부호입니다."
program = '''
a = 1
b = a + 2
'''

[[mends]]
old = "a + 2"
new = "a - 2"

[[symptoms]]
name = "b"
faulty = 3
mended = -1
within = 0

[[places]]
look = "step"
at = "b = a + 2"
text.en = "Here."
text.ko = "여기."

[[hints]]
text.en = "Look."
text.ko = "보세요."

[[hints]]
text.en = "Look twice."
text.ko = "두 번 보세요."
"""


def named(exercise):
    return exercise.name


def texts_of(exercise):
    yield from (exercise.title, exercise.question, exercise.answer, *exercise.hints)
    yield from (place.text for place in exercise.places)


def see_symptoms(exercise):
    """Run an exercise with and without its fault, and compare the figures."""
    if exercise.stops:
        with pytest.raises(getattr(builtins, exercise.stops)):
            exec(compile(exercise.program, "own.py", "exec"), {})  # in plain Python: our own reads np.int as meant
        ran(exercise.mended)
        assert exercise.is_solved(exercise.mended, {})
        assert not exercise.is_solved(exercise.program, {})
        return
    faulty, mended = ran(exercise.program), ran(exercise.mended)
    for symptom in exercise.symptoms:
        assert symptom.is_faulty(float(faulty[symptom.name])), (symptom, faulty[symptom.name])
        assert symptom.is_mended(float(mended[symptom.name])), (symptom, mended[symptom.name])
    assert not exercise.is_solved(exercise.program, numbers(exercise, faulty))
    assert exercise.is_solved(exercise.mended, numbers(exercise, mended))


def numbers(exercise, names):
    return {symptom.name: float(names[symptom.name]) for symptom in exercise.symptoms}


def test_the_gallery_is_large():
    assert len(EXERCISES) >= 40


@pytest.mark.parametrize("exercise", EXERCISES, ids=named)
def test_both_languages_are_what_they_say(exercise):
    for words in texts_of(exercise):
        assert HANGUL.search(words.ko)
        assert not HANGUL.search(words.en)
        assert not re.search(r"\*\*[^*]*[^\w\s*]\*\*\w", words.ko), "Markdown sees no end of bold text here"


@pytest.mark.parametrize("exercise", EXERCISES, ids=named)
def test_the_lines_told_are_those_that_differ(exercise):
    faulty, mended = exercise.program.splitlines(), exercise.mended.splitlines()
    for line in exercise.lines:
        assert 1 <= line <= len(faulty)
    if len(faulty) == len(mended):
        differ = tuple(i for i, pair in enumerate(zip(faulty, mended, strict=True), 1) if pair[0] != pair[1])
        assert set(differ) == set(exercise.lines)


@pytest.mark.parametrize("exercise", EXERCISES, ids=named)
def test_what_is_judged_is_there(exercise):
    tree = ast.parse(exercise.program)
    made = {each.name for each in tree.body if isinstance(each, ast.ClassDef | ast.FunctionDef)}
    assert set(exercise.judged) <= made


@pytest.mark.parametrize("exercise", EXERCISES, ids=named)
def test_no_hint_is_the_answer(exercise):
    told = " ".join(words.en for words in (exercise.title, exercise.question, *exercise.hints))
    for mend in exercise.mends:
        new = [line.strip() for line in mend.new.splitlines() if line.strip() not in mend.old]
        assert not any(len(line) > 12 and line in told for line in new)


@pytest.mark.parametrize("exercise", [e for e in EXERCISES if "load_mnist" not in e.program], ids=named)
def test_the_fault_shows_as_it_is_said(exercise):
    see_symptoms(exercise)


@pytest.mark.parametrize("exercise", [e for e in EXERCISES if e.name in TRAINED], ids=named)
def test_the_fault_shows_in_a_training(exercise):
    see_symptoms(exercise)


def test_one_is_found_by_its_name():
    assert exercise(EXERCISES[3].name) == EXERCISES[3]
    assert exercise("563-nothing") is exercise("../course/05-relu") is None


def test_a_small_exercise_is_read():
    small = read_exercise(SMALL, "51-small.toml")
    assert (small.name, small.chapter, small.lines) == ("51-small", (5, 1), (2,))
    assert small.mended == "a = 1\nb = a - 2\n"
    assert small.places[0].line == 2
    see_symptoms(small)


def test_a_missing_line_is_told_by_the_one_before_it():
    text = SMALL.replace('new = "a - 2"', 'new = """a + 2\nb = -1"""')
    assert read_exercise(text, "x.toml").lines == (2,)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('old = "a + 2"', 'old = "a"', "field mends[1].old: is 'a', which stands in the program 2 times"),
        ('new = "a - 2"', 'new = "a - "', "field mends: cannot be read: .*expected a Python program"),
        ("b = a + 2\n'''", "b = = a + 2\n'''", "field program: cannot be read"),
        ('look = "step"', 'look = "smell"', "field places[1].look: is 'smell'; expected one of breakpoint, step"),
        ('at = "b = a + 2"', 'at = "c"', "field places[1].at: is 'c', which stands in the program 0 times"),
        ("within = 0", "within = -1", "field symptoms[1].within: is -1; expected 0 or more"),
        ('name = "b"', 'name = "b[0]"', "field symptoms[1].name: is 'b[0]'; expected a name"),
        ('answer.ko = "부호입니다."', "", "field answer.ko: is missing"),
        ('text.ko = "두 번 보세요."', "", "field hints[2].text.ko: is missing"),
        ('chapter = "5.1"', 'chapter = "five"', "field chapter: is 'five'"),
        ("within = 0", "inside = 0", "field symptoms[1].inside: is not known here"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_field(old, new, said):
    assert SMALL.count(old) == 1
    pattern = "x.toml, line [0-9]+, " + re.escape(said).replace(r"\.\*", ".*")
    with pytest.raises(LessonError, match=pattern):
        read_exercise(SMALL.replace(old, new), "x.toml")
