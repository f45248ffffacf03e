"""What is said of learners' code: right code is right, whatever its style; slips have their line and their change."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from nn.own_code.judgement import Certainty, TickState, from_json, to_json
from nn.own_code.judging import judge
from nn.own_code.source import Source

HERE = Path(__file__).parent
MODELS = {path.name: path.read_text("utf-8") for path in files("nn.own_code.diagnosis.models").iterdir()
          if path.name.endswith(".txt")}  # fmt: skip
DOCUMENTS = {path.stem: path.read_text("utf-8") for path in sorted((HERE / "documents").glob("*.txt"))}


def variants():
    for path in sorted((HERE / "variants").glob("*.txt")):
        parts = re.split(r"^# ---- (.*)\n", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
        for title, text in zip(parts[::2], parts[1::2], strict=True):
            yield pytest.param(text, id=title)


VARIANTS = list(variants())


def judged(text, **options):
    return {judgement.name: judgement for judgement in judge(Source(text), **options)}


def only(text, **options):
    (judgement,) = judge(Source(text), **options)
    return judgement


def errors(judgement):
    return [str(finding.message) for finding in judgement.findings if finding.is_error]


@pytest.mark.parametrize("name", MODELS)
def test_the_books_classes_are_right(name):
    judgements = judged(MODELS[name], explains=False)
    assert judgements
    assert {name: errors(each) for name, each in judgements.items() if not each.is_right} == {}


def test_there_are_enough_variants():
    assert len(VARIANTS) >= 40


@pytest.mark.parametrize("text", VARIANTS)
def test_unusual_code_that_is_right_raises_no_alarm(text):
    for judgement in judge(Source(text), explains=False):
        assert errors(judgement) == []
        assert judgement.is_right is not False


# ---- the five documents


def test_layers_of_a_blog():
    found = judged(DOCUMENTS["layers_of_a_blog"])
    assert {name: each.is_right for name, each in found.items()} == {
        "Relu": False, "Sigmoid": True, "Affine": True, "SoftmaxWithLoss": False, "softmax": False,
    }  # fmt: skip
    assert {each.kind for each in found["Relu"].findings} == {"argument overwritten", "misspelt __init__"}
    loss = found["SoftmaxWithLoss"].diagnosis
    assert (loss.line, loss.edit.new, loss.certainty) == (68, "(self.y - self.t) / batch_size", Certainty.SURE)
    assert "axis=-1, keepdims=True" in found["softmax"].diagnosis.edit.new


def test_all_changes_together_put_the_blog_right():
    text = DOCUMENTS["layers_of_a_blog"]
    for _ in range(6):
        wrong = [each for each in judge(Source(text)) if each.is_right is False]
        if not wrong:
            break
        text = wrong[0].diagnosis.edit.applied(text)
    assert all(each.is_right for each in judge(Source(text), explains=False))


def test_chapter_3_with_a_name_that_numpy_removed():
    found = judged(DOCUMENTS["chapter_3"], explains=False)
    assert {name: each.is_right for name, each in found.items()} == {
        "step": True, "sigmoid": True, "identity_function": True, "softmax": False,
    }  # fmt: skip
    assert any("np.int" in note for note in found["step"].notes)


@pytest.mark.parametrize("name", ["overflowing_softmax", "softmax_along_columns"])
def test_softmax_of_another_blog(name):
    softmax = judged(DOCUMENTS[name])["softmax"]
    assert "overflow" in {each.kind for each in softmax.findings}
    assert softmax.diagnosis is not None
    others = [each for each in judge(Source(DOCUMENTS[name]), explains=False) if each.name != "softmax"]
    assert all(each.is_right for each in others)


@pytest.mark.parametrize("name", ["sigmoid_layer", "affine_of_tensors"])
def test_documents_without_a_fault(name):
    assert all(each.is_right for each in judge(Source(DOCUMENTS[name])))


# ---- what is found

FAULTS = [
    ("layers.txt", "        dx = dout.copy()\n", "        dx = dout\n", "Relu", 15, "copy"),
    ("layers.txt", "out[self.mask] = 0\n        return out", "return out", "Relu", 11, "missing"),
    ("layers.txt", "dxc - dmu / self.batch_size", "dxc - dmu", "BatchNormalization", 136, "batch_size"),
    ("layers.txt", "np.sum(dout, axis=0)\n        dx = dx", "np.sum(dout)\n        dx = dx", "Affine", 53, "axis"),
    ("optimizers.txt", "+= grads[key] * grads[key]\n", "+= grads[key]\n", "AdaGrad", 59, "grads[key]"),
    ("two_layer_net_by_hand.txt", "(y - t) / batch_num", "y - t", "TwoLayerNet", 52, "batch"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "right", "wrong", "name", "line", "word"), FAULTS, ids=[f[3] + f[5] for f in FAULTS])
def test_a_fault_has_its_line_and_its_change(file, right, wrong, name, line, word):
    assert MODELS[file].count(right) == 1
    text = MODELS[file].replace(right, wrong)
    judgement = only(text, name=name)
    assert judgement.is_right is False
    assert abs(judgement.diagnosis.line - line) <= 1
    assert judgement.diagnosis.certainty == Certainty.SURE
    assert word in judgement.diagnosis.how + judgement.diagnosis.edit.new
    mended = judgement.diagnosis.edit.applied(text)
    assert only(mended, name=name, explains=False).is_right


def test_a_return_that_is_missing_has_the_last_line_of_its_method():
    forward = "    def forward(self, x):\n        self.s = 1.0\n        self.x = x\n"
    text = f"class Wave:\n{forward}    def backward(self, dout):\n        return dout * np.cos(self.x)\n"
    diagnosis = only(text).diagnosis
    assert diagnosis.line == 4
    assert diagnosis.certainty == Certainty.PERHAPS


def test_a_loop_that_never_ends_is_no_change():
    text = MODELS["functions.txt"].replace(
        "        it.iternext()\n", "        it.reset() if False else it.iternext()\n"
    )
    text = text.replace("(2 * h)", "(3 * h)")
    judgement = only(text, name="numerical_gradient", budget=2)
    assert judgement.is_right is False


def test_a_learners_own_loop_that_never_ends_has_its_line():
    forward = "    def forward(self, x):\n        while True:\n            pass\n"
    text = f"class Relu:\n{forward}    def backward(self, dout):\n        return dout\n"
    finding = only(text, explains=False).findings[0]
    assert finding.line == 3
    assert finding.message == "Line 3: after 50,000 turns this loop has not come to an end."


RELU = """import numpy as np
import itertools
class Relu:
    def forward(self, x):
        self.n, self.mask = 0, x <= 0
{loop}
        return np.where(self.mask, 0, x)
    def backward(self, dout):
        return np.where(self.mask, 0, dout)
"""


def relu_with(loop):
    return RELU.format(loop="\n".join(f"        {line}" for line in loop.split("\n")))


@pytest.mark.parametrize(
    ("loop", "said"),
    [
        ("for i in range(45000): pass", None),
        (
            "for i in range(10**6):\n    print(i)",
            "The loop in line 6 does nothing but print, 1,000,000 turns at a time",
        ),
        ("for i in range(60000):\n    self.n += 1", "The loop in line 6 takes 60,000 turns at a time"),
        ("while self.n < 60000:\n    print(self.n)\n    self.n += 1", "The loop in line 6 takes 60,000 turns"),
    ],
    ids=["short", "prints", "counts", "counts and prints"],
)
def test_a_loop_that_ends_is_no_mistake_however_long_it_is(loop, said):
    judgement = only(relu_with(loop))
    assert judgement.is_right
    notes = [finding.message for finding in judgement.findings if finding.kind == "long loop"]
    assert [said] * len(notes) == [note[: len(said)] for note in notes]
    assert len(notes) == (said is not None)
    assert judgement.verdict.endswith(tuple(notes) or "checks passed.")


@pytest.mark.parametrize(
    ("loop", "line"),
    [
        ("while True:\n    for i in range(2):\n        pass", 6),
        ("while True:\n    print(x)", 6),
        ("while self.n < 3:\n    y = np.exp(x)", 6),
        ("k = 0\nwhile k < len(x):\n    y = self.backward(x)", 7),
        ("for i in range(3):\n    while i >= 0:\n        for k in x:\n            break", 7),
        ("for i in itertools.count():\n    pass", 6),
        ("y = [i for i in itertools.count() if i < 0]", 6),
    ],
    ids=["a loop within", "prints", "stands still", "calls", "leaves another one", "counts on", "counts on in a list"],
)
def test_a_loop_that_cannot_end_is_one(loop, line):
    (finding,) = only(relu_with(loop), explains=False).findings
    assert (finding.kind, finding.line, finding.is_error) == ("raises", line, True)
    assert finding.message == f"Line {line}: after 50,000 turns this loop has not come to an end."


@pytest.mark.parametrize(
    "loop",
    [
        "while self.n != 10:\n    self.n += 3",
        "for i in range(10**12):\n    print(i)",
        "while True:\n    self.n += 1\n    if self.n > 10**12:\n        break",
        "try:\n    rows = iter(range(10**12))\n    while True:\n        next(rows)\nexcept StopIteration:\n    pass",
    ],
    ids=["misses", "prints", "leaves it late", "an exception ends it"],
)
def test_a_loop_that_nobody_can_wait_for_is_neither_right_nor_wrong(loop, monkeypatch):
    monkeypatch.setattr("nn.own_code.fuel.PATIENCE", 1)
    relu = "def relu(x):\n    return np.maximum(0, x)\n"
    wanting, after = judge(Source(relu_with(loop) + relu))
    assert (wanting.is_right, wanting.diagnosis, after.is_right) == (None, None, True)
    assert [finding.kind for finding in wanting.findings] == ["unfinished"]
    assert wanting.verdict.startswith("Whether Relu is right was not found out. Line ")
    assert "of processor time this has not come to an end." in wanting.verdict


def test_what_a_loop_that_prints_stops_with_is_said():
    finding = only(relu_with("for i in range(10**6):\n    print(x[i])"), explains=False).findings[0]
    assert (finding.kind, finding.line) == ("raises", 7)


def test_a_mistake_beside_a_long_loop_that_prints_is_found():
    text = relu_with("for i in range(10**6):\n    print(i)").replace(
        "return np.where(self.mask, 0, dout)", "return dout"
    )
    diagnosis = only(text).diagnosis
    assert (diagnosis.line, diagnosis.certainty) == (10, Certainty.SURE)


def test_a_class_that_cannot_be_defined_keeps_no_other_from_being_judged():
    relu = "def relu(x):\n    return np.maximum(0, x)\n"
    text = f"import torch\nimport numpy as np\nclass Net(torch.nn.Module):\n    pass\n{relu}"
    judgement = only(text, explains=False)
    assert (judgement.name, judgement.is_right) == ("relu", True)
    assert any("Line 3: This uses torch" in note for note in judgement.notes)


def test_a_function_that_calls_itself_without_end_is_said_to():
    finding = only("def softmax(x):\n    return softmax(x)\n", explains=False).findings[0]
    assert finding.message == "Line 2 stops with RecursionError: a function calls itself without end."


def test_the_same_text_is_judged_alike_twice():
    text = MODELS["losses.txt"].replace("(self.y - self.t) / batch_size", "self.y - self.t")
    assert judge(Source(text)) == judge(Source(text))


BOOK_SLIPS = {
    "Dropout": ("layers.txt", "backward of a test", "stops with TypeError: no mask was drawn"),
    "Pooling": ("images.txt", "border", "With pad = 1 it stops with ValueError"),
    "Convolution": ("images.txt", "precision", "float32 goes in and float64 comes out"),
}


@pytest.mark.parametrize("name", BOOK_SLIPS)
def test_what_the_books_own_class_does_elsewhere_is_a_note(name):
    file, kind, said = BOOK_SLIPS[name]
    judgement = only(MODELS[file], name=name, explains=False)
    (note,) = (finding for finding in judgement.findings if finding.kind == kind)
    assert said in note.message
    assert not note.is_error
    assert judgement.is_right


def test_a_border_that_is_counted_and_numbers_that_stay_narrow_are_no_note():
    text = MODELS["images.txt"].replace("np.zeros((N, C, filter_h", "np.zeros(dtype=img.dtype, shape=(N, C, filter_h")
    for side in ("h", "w"):
        high = side.upper()
        text = text.replace(
            f"({high} - self.pool_{side}) / self.stride", f"({high} + 2 * self.pad - self.pool_{side}) / self.stride"
        )
    assert text != MODELS["images.txt"]
    for name in ("Pooling", "Convolution"):
        assert only(text, name=name, explains=False).findings == ()


LOST_ON_THE_WAY = {
    "a col2im that sets": ("images.txt", ":stride] += col", ":stride] = col", "Convolution", "col2im"),
    "other axes": ("images.txt", "transpose(0, 4, 5, 1, 2, 3)", "transpose(0, 4, 5, 2, 3, 1)", "im2col", "im2col"),
    "the largest of all": (
        "images.txt",
        "arg_max = np.argmax(col, axis=1)",
        "arg_max = np.argmax(col, axis=0)",
        "Pooling",
        "",
    ),
}


@pytest.mark.parametrize(("file", "right", "wrong", "name", "helper"), LOST_ON_THE_WAY.values(), ids=LOST_ON_THE_WAY)
def test_layers_of_pictures_are_judged(file, right, wrong, name, helper):
    assert MODELS[file].count(right) == 1
    found = judged(MODELS[file].replace(right, wrong))
    assert found[name].is_right is False
    assert found[name].diagnosis.line == 1 + MODELS[file][: MODELS[file].index(right)].count("\n")
    assert helper == "" or found[helper].is_right is False


# ---- beside the lines


def ticks(judgement):
    return {(tick.line, tick.name): tick.state for tick in judgement.ticks}


def test_every_line_of_a_right_backward_has_its_tick():
    found = ticks(only(MODELS["layers.txt"], name="BatchNormalization"))
    assert len(found) >= 10
    assert set(found.values()) == {TickState.RIGHT}


def test_the_first_wrong_line_is_told_from_those_that_follow():
    text = MODELS["two_layer_net_by_hand.txt"].replace("dy = (y - t) / batch_num", "dy = y - t")
    judgement = only(text, name="TwoLayerNet")
    states = [tick.state for tick in judgement.ticks]
    assert states[0] == TickState.WRONG
    assert set(states[1:]) == {TickState.FOLLOWS}
    assert judgement.ticks[0].line == judgement.diagnosis.line
    assert "6 times too large" in judgement.ticks[0].message


def test_an_optimizer_is_compared_with_what_it_keeps():
    text = MODELS["optimizers.txt"].replace("(grads[key] ** 2 - self.v[key])", "(grads[key] - self.v[key])")
    judgement = only(text, name="Adam")
    by_name = {tick.name.split("[")[0]: tick.state for tick in judgement.ticks}
    assert by_name["self.m"] == TickState.RIGHT
    assert by_name["self.v"] == TickState.WRONG


def test_the_smallest_case_that_fails_can_be_followed_by_hand():
    text = MODELS["layers.txt"].replace("dx[self.mask] = 0\n", "dx[self.mask] = 1\n")
    assert only(text, name="Relu").diagnosis.example == "x = [[-2]], dout = [[1]]: dx gives [[1]]; it should be [[0]]."


# ---- as JSON


def test_judgements_travel_as_json():
    text = DOCUMENTS["layers_of_a_blog"]
    judgements = judge(Source(text))
    again = from_json(to_json(judgements))
    assert again == judgements
    assert again[0].findings[0].message.template == judgements[0].findings[0].message.template


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t[:-1],
        lambda t: "[" * 100_000,
        lambda t: t.replace('"line":4', '"line":-4'),
        lambda t: t.replace('"checks":', '"checks":1e400,"x":'),
        lambda t: t.replace('"is_right":false', '"is_right":"false"'),
        lambda t: t.replace('"sure"', '"certain"'),
        lambda t: "[" + t[1:-1] + ("," + t[1:-1]) * 100 + "]",
        lambda t: t.replace('"name":"Relu"', '"name":["Relu"]'),
        lambda t: " " * 3_000_000,
    ],
)
def test_what_is_no_judgement_is_refused(change):
    text = to_json(judge(Source(DOCUMENTS["layers_of_a_blog"])))
    assert change(text) != text
    with pytest.raises(ValueError, match="judgement"):
        from_json(change(text))


@pytest.mark.parametrize(
    "template", ["{x.__class__}", "{x:>999999999}", "{x!r}", "{missing}", "{x[0]}", "{", "\x1b[2J{x}"]
)
def test_a_forged_sentence_is_shown_as_the_text_that_it_is(template):
    judgement = judge(Source(DOCUMENTS["sigmoid_layer"]))[0]
    forged = json.dumps({"template": template, "values": {"x": "y"}})
    text = to_json((replace(judgement, notes=()),)).replace('"notes":[]', f'"notes":[{forged}]')
    (read,) = from_json(text)
    assert read.notes[0].isprintable()
    assert len(read.notes[0]) < 300
    assert read.notes[0] != "y"


def test_a_file_that_runs_is_not_said_to_end_early():
    text = "import numpy as np\nx = np.arange(3)\nx[x > 1] = 0\nlow, high = 0, 1\n"
    text += "def relu(x):\n    return np.maximum(x, low)\n"
    (judgement,) = judge(Source(text))
    assert (judgement.is_right, judgement.notes) == (True, ())


TWO_SLIPS = """import numpy as np


class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        return dout


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=1)
        return np.dot(dout, self.W.T)
"""


def test_lines_are_those_of_the_text_also_below_a_change_that_brings_a_line():
    found = judged(TWO_SLIPS)
    assert "\n" in found["Relu"].diagnosis.edit.new
    diagnosis = found["Affine"].diagnosis
    lines = TWO_SLIPS.split("\n")
    assert "axis=1" in lines[diagnosis.line - 1]
    mended = diagnosis.edit.applied(TWO_SLIPS)
    assert judged(mended, name="Affine")["Affine"].is_right, "the change fits the text that was written"
    ticks = {tick.line: tick for tick in found["Affine"].ticks}
    assert ticks[diagnosis.line].state is TickState.WRONG


def test_a_network_names_every_layer_it_waits_for():
    network = MODELS["two_layer_net_of_layers.txt"].replace("layers import *", "layers import SoftmaxWithLoss")
    found = judged(TWO_SLIPS + network)["TwoLayerNet"].diagnosis
    assert str(found.how) == "It is right once these are: Relu, Affine."


def test_a_softmax_of_batches_only_is_right_with_a_note():
    text = """import numpy as np
def softmax(x):
    x = x - np.max(x, axis=1, keepdims=True)
    return np.exp(x) / np.sum(np.exp(x), axis=1, keepdims=True)
"""
    judgement = only(text)
    assert judgement.is_right
    assert [finding.kind for finding in judgement.findings] == ["batches only"]


MISREADINGS = {
    "rows": ("def softmax(x):\n    e = np.exp(x - np.max(x))\n    return e / np.sum(e)\n", 2, "all rows together"),
    "along samples": (
        "def softmax(x):\n    e = np.exp(x - np.max(x, axis=0))\n    return e / np.sum(e, axis=0)\n",
        2, "from sample to sample",
    ),
    "dimension lost": (
        "def softmax(x):\n    e = np.exp(x - np.max(x, axis=1))\n    return e / np.sum(e, axis=1)\n",
        2, "one dimension less",
    ),
    "mean of all": (
        "def cross_entropy_error(y, t):\n    return -np.mean(t * np.log(y + 1e-7))\n", 1, "number of all elements",
    ),
    "one number": (
        "def step_function(x):\n    if x > 0:\n        return 1\n    else:\n        return 0\n", 1, "asks one number",
    ),
    "power": ("def mean_squared_error(y, t):\n    return 0.5 * np.sum(y - t) ** 2\n", 1, "brackets"),
    "put back": (
        "def numerical_gradient(f, x):\n    grad = np.zeros_like(x)\n    for i in range(x.size):\n        old = x[i]\n"
        "        x[i] = old + 1e-4\n        up = f(x)\n        x[i] = old - 1e-4\n"
        "        grad[i] = (up - f(x)) / 2e-4\n    return grad\n",
        8, "put back what was there",
    ),
    "value for slope": (
        "class Relu:\n    def forward(self, x):\n        self.x = x\n        return np.maximum(0, x)\n"
        "    def backward(self, dout):\n        return dout * np.maximum(0, self.x)\n",
        6, "the way back is multiplied by the slope",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "said"), MISREADINGS.values(), ids=MISREADINGS)
def test_a_misreading_is_told_by_what_it_is(text, line, said):
    diagnosis = only(f"import numpy as np\n{text}").diagnosis
    assert diagnosis.certainty is Certainty.SURE
    assert said in diagnosis.how
    assert abs(diagnosis.line - 1 - line) <= 1
    assert only(diagnosis.edit.applied(f"import numpy as np\n{text}")).is_right


def test_two_mistakes_of_which_each_stops_are_both_mended():
    text = """import numpy as np
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b
    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b
    def backward(self, dout):
        dx = np.dot(dout, self.W)
        self.dW = np.dot(self.x, dout)
        self.db = np.sum(dout, axis=0)
        return dx
"""
    judgement = only(text)
    assert [each.line for each in (judgement.diagnosis, *judgement.further)] == [9, 10]
    assert judgement.diagnosis.edit.new == "self.W.T"


def test_the_way_that_backward_leaves_out_is_named():
    text = """import numpy as np
class Centre:
    def forward(self, x):
        mu = x.mean(axis=0)
        self.xc = x - mu
        return np.sin(self.xc)
    def backward(self, dout):
        dxc = dout * np.cos(self.xc)
        dx = dxc
        return dx
"""
    judgement = only(text)
    assert (judgement.is_right, judgement.diagnosis.line) == (False, 9)
    assert "What flows back through mu is missing" in judgement.diagnosis.how
