"""What a lesson file says is understood, and a mistake in it is named with its line and its field."""

from __future__ import annotations

import re

import numpy as np
import pytest

from nn.breakpoints import Breakpoint, Condition
from nn.network import LayerSpec
from playground.lessons.conditions import CONDITIONS
from playground.lessons.fields import LANGUAGES
from playground.lessons.format import LessonError, read_lesson
from playground.lessons.shelf import lessons


def test_everything_in_the_file_is_in_the_lesson(lesson):
    start, (read, do, ask) = lesson.start, lesson.steps
    assert (lesson.name, lesson.chapter, lesson.title.ko) == ("small", (3, 4), "작은 수업")
    assert start.spec.layers == (LayerSpec.of("Affine", units=1), LayerSpec.of("Sigmoid"))
    np.testing.assert_array_equal(start.weights["W1"], [[1], [2]])
    assert (start.data.name, start.neuron, start.panels) == ("plane", (0, 0), ("network",))
    assert start.breakpoints == (
        Breakpoint((Condition.of("dead", share=0.75), Condition.of("loss_jump"))),
        Breakpoint.when("softmax_rows"),
    )
    assert do.task.offers[1].setting.breakpoints is None, "what a button does not mention it leaves as it is"
    assert (start.plot.functions, start.plot.low, start.training["lr"]) == (("Step",), -8, 0.5)
    np.testing.assert_array_equal(start.sample.x, [1, 0.5])
    assert (read.task.numbers[0].expression.text, read.task.numbers[0].decimals) == ("a1", 4)
    assert (do.done, do.task.offers[0].label.en) == (CONDITIONS["activation"]("Relu"), "ReLU")
    assert (do.task.offers[1].label, do.task.offers[1].setting.spec) == (None, None)
    (question,) = ask.task.asks
    assert (question.answer, question.choices[1].text.ko) == (1, "2")
    assert ask.done is None, "an answer is enough"


def test_the_lines_of_a_paragraph_are_joined_and_paragraphs_stay_apart(lesson):
    assert lesson.steps[0].text.en == "Read a line.\n\nAnd another."


def test_the_short_form_is_the_network_of_the_long_one(source):
    begin, end = source.index("[start.network]"), source.index("[start.weights]")
    short = '[start.network]\ninputs = 2\nhidden = [3]\noutputs = 1\nactivation = "Tanh"\ninitializer = "Xavier"\n'
    cut = source[:begin] + short + source[end : source.index("[start.weights]") + 15]
    text = cut + "\nb2 = [0.5]\n" + source[source.index("[[steps]]") : source.index("[[steps.offers]]")]
    spec = read_lesson(text, "short.toml").start.spec
    assert [layer.kind for layer in spec.layers] == ["Affine", "Tanh", "Affine"]
    assert (spec.layers[0].options["initializer"], spec.loss, spec.dtype) == ("Xavier", "SoftmaxWithLoss", "float32")


@pytest.mark.parametrize("file", [entry.name for entry in lessons()])
def test_what_is_bold_ends_where_markdown_lets_it_end(file):
    """Behind a question mark and before a letter two stars end nothing: they were shown, in Korean, as stars."""
    text = next(entry for entry in lessons() if entry.name == file)
    for line in re.findall(r".*\*\*.*", repr(text)):
        runs = line.split("**")
        for bold, behind in zip(runs[1::2], runs[2::2], strict=False):
            assert bold[-1:].isalnum() or not behind[:1].isalnum(), bold


MISTAKES = [
    ("lr = 0.5", "lr = ,", "Invalid value"),
    (
        "units = 1",
        "units = 0",
        r"field start.network.layers\[1\]: is no layer: Affine: units is 0; give a whole number",
    ),
    (
        'loss = "Identity',
        'loss = "Identical',
        "field start.network: is not a network: unknown loss 'IdenticalWithLoss'",
    ),
    ('chapter = "3.4"', 'chapter = "x"', "field chapter: is 'x'; expected a section of the book"),
    ('chapter = "3.4"', "chapter = 3", "field chapter: is 3; expected a text"),
    ('title.ko = "작은 수업"', "", "field title.ko: is missing; expected a text in each of en, ko"),
    ('intro.ko = "입력 둘, 뉴런 하나."', 'intro.ko = " "', "field intro.ko: is missing"),
    ('title.ko = "작은 수업"', 'title.fr = "petite"', "field title.fr: is not known here; known: en, ko"),
    ("[start]", "[begin]", "field begin: is not known here; known: chapter, title, intro, start, steps"),
    ('panels = ["network"]', "panels = [1]", r"field start.panels: is \[1\]; expected a list of texts"),
    ('name = "plane"', 'name = "nor"', "field start.data: cannot be used: unknown dataset 'nor'; "),
    ("samples = 20", "size = 20", "field start.data: cannot be used: dataset plane has no option 'size'"),
    ("lr = 0.5", "lr = -1", "field start.training: cannot be used: .*lr is -1"),
    ("lr = 0.5", "speed = 1", "field start.training.speed: is not known here; known: optimizer, "),
    ("x = [1.0, 0.5]", "x = [1.0]", "field start.sample.x: does not fit: x has shape .1,., but the network takes 2"),
    ("x = [1.0, 0.5]", "x = [[1.0], [0.5, 2]]", "field start.sample.x: is .*; expected numbers in rows of the same"),
    ("x = [1.0, 0.5]", "y = 1", "field start.sample.y: is not known here; known: x, t, row, part"),
    ('functions = ["Step"]', 'functions = ["Stop"]', "field start.plot.functions: is .'Stop'.; expected some of Elu, "),
    ("low = -8", "low = 9", "field start.plot.low: is 9; expected less than high, which is 8"),
    (
        'layer = "Affine1"',
        'layer = "Affine2"',
        "field start.neuron.layer: is 'Affine2'; expected one of input, Affine1",
    ),
    ("index = 0", "index = 1", "field start.neuron.index: is 1; expected 0 to 0"),
    (
        '"loss_jump"',
        '"jump"',
        r"field start.breakpoints\[1\]\[2\]: is no condition: unknown condition 'jump'; kn",
    ),
    (
        "share = 0.75",
        "share = 75",
        r"start.breakpoints\[1\]\[1\]: is no condition: dead: share is 75; give a num",
    ),
    ('{ kind = "loss_jump" }', '"loss_jump"', r"breakpoints\[1\]\[2\]: is 'loss_jump'; expected a table with the cond"),
    (
        '[{ kind = "softmax_rows" }]',
        "[]",
        r"field start.breakpoints\[2\]: is \[\]; expected a list of conditions that hold",
    ),
    ('[{ kind = "softmax_rows" }]', '"NaN"', r"field start.breakpoints\[2\]: is 'NaN'; expected a list of conditions"),
    ('kind = "Sigmoid"', 'kind = "Sigmod"', r"field start.network.layers\[2\]: is no layer: unknown layer 'Sig"),
    ('dtype = "float64"', 'dtyp = "float64"', "field start.network.dtyp: is not known here; known: input_shape, "),
    ("units = 1", "units = 600000", "field start.network: has 1,800,000 parameters; a lesson's has at most"),
    ("W1 = [[1.0], [2.0]]", "W1 = [[1.0, 2.0]]", r"start.weights.W1: does not fit: W1 has shape \(1, 2\); .* \(2, 1\)"),
    ("W1 = [[1.0], [2.0]]", "W2 = [[1.0], [2.0]]", "field start.weights.W2: is not known here; known: W1, b1"),
    ('value = "a1"', 'value = "a1("', r"field steps\[1\].numbers\[1\].value: cannot be used: 'a1\(' is no expression"),
    ('value = "a1"', 'value = "foo"', "value: asks for 'foo', which is no name; expected y, t, loss, iteration"),
    ('value = "a1"', "", r"field steps\[1\].numbers\[1\].value: is missing; expected a text"),
    ("decimals = 4", "decimals = 20", "decimals: is 20; expected 0 to 16"),
    ("decimals = 4", "decimals = 4\ndigits = 3", "digits: stands beside decimals; expected one or the other"),
    ("decimals = 4", "at_most = 4", "expected: stands beside a limit; expected one or the other"),
    (
        '"activation", function',
        '"activated", function',
        r"steps\[2\].done: has the condition 'activated'; expected one",
    ),
    ('function = "Relu"', 'funktion = "Relu"', r"done.funktion: is not known here; known: condition, function, layer"),
    (', function = "Relu"', "", r"steps\[2\].done.function: is missing; expected a text"),
    ('function = "Relu"', 'function = "Relu", layer = "1"', "done.layer: is '1'; expected a whole number"),
    (
        'done = { condition = "activation", function = "Relu" }',
        'done = { condition = "answered" }',
        "waits for an answ",
    ),
    ("b1 = [1.5]", "b1 = [1.5, 2]", r"steps\[2\].offers\[2\].weights.b1: does not fit: b1 has shape \(2,\)"),
    ("answer = 1", "answer = 2", r"steps\[3\].question.answer: is 2; expected 0 to 1, counted from 0"),
    ('ask.en = "How many?"', "", r"steps\[3\].question.ask.en: is missing; expected a text in each of en, ko"),
    ('ask.ko = "몇 개?"', "ask.ko = 3", r"steps\[3\].question.ask.ko: is 3; expected a text"),
    ('title.en = "Answer"', 'name.en = "Answer"', r"field steps\[3\].name: is not known here; known: title, text, "),
]


@pytest.mark.parametrize(("right", "wrong", "told"), MISTAKES, ids=[f"{n}" for n in range(len(MISTAKES))])
def test_a_mistake_is_named_with_its_line_and_field(source, right, wrong, told):
    assert right in source
    with pytest.raises(LessonError, match=told) as caught:
        read_lesson(source.replace(right, wrong, 1), "broken.toml")
    assert str(caught.value).startswith("broken.toml")
    line = source[: source.index(right)].count("\n") + 1
    assert line - named_line(str(caught.value)) in range(-1, 4), "a missing field has the line of what holds it"


def named_line(message):
    return int(message.split("line ")[1].split(",")[0].split(")")[0].split(":")[0])


@pytest.mark.parametrize("begin", ["[start]", "[[steps]]"])
def test_what_is_missing_altogether_is_named_too(source, begin):
    text = source[: source.index(begin)]
    with pytest.raises(LessonError, match="is missing; expected"):
        read_lesson(text, "half.toml")


def test_texts_are_asked_for_in_the_languages_of_the_program():
    from playground.window.language import LANGUAGES as spoken  # Qt's, and so not the reader's to import

    assert set(spoken) == set(LANGUAGES)


def test_a_broken_file_is_given_with_its_message_and_the_others_as_lessons(tmp_path, source):
    (tmp_path / "a.toml").write_text(source, encoding="utf-8")
    (tmp_path / "b.toml").write_text(source.replace("answer = 1", "answer = 7"), encoding="utf-8")
    (tmp_path / "c.toml").write_bytes(source.encode("utf-16"))
    (tmp_path / "README.md").write_text("no lesson", encoding="utf-8")
    good, wrong, no_text = lessons(tmp_path)
    assert good.title.en == "Small"
    assert wrong.name == "b.toml"
    assert "field steps[3].question.answer: is 7; expected 0 to 1" in wrong.reason
    assert no_text.reason == "c.toml: byte 0 is no UTF-8; save the file as UTF-8"
