"""``nn-playground check`` of programs: the verdict of the window, by suffix, and a table over a folder."""

from __future__ import annotations

import csv
import json

import pytest

RIGHT = """
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x <= 0)
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[self.mask] = 0
        return dx
"""
WRONG = """import numpy as np

class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=1)
        return np.dot(dout, self.W.T)
"""


@pytest.fixture
def write(tmp_path):
    def call(name, text):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return call


def test_a_right_class_ends_with_0(command, write):
    write("own.py", RIGHT)
    done = command("check own.py")
    assert (done.code, done.err) == (0, "")
    assert "Relu          right: " in done.out


def test_a_wrong_one_ends_with_1_and_is_explained_when_asked(command, write):
    write("own.py", WRONG)
    bare, explained = command("check own.py"), command("check own.py --explain")
    assert (bare.code, explained.code) == (1, 1)
    assert "Affine        not right" in bare.out
    assert "+ " not in bare.out
    assert "→ line 14" in explained.out
    changes = [line.strip() for line in explained.out.splitlines() if line.strip()[:2] in ("- ", "+ ")]
    assert [line[0] for line in changes] == ["-", "+"]
    assert "axis=1" in changes[0]
    assert "axis=0" in changes[1]


def test_json_says_the_same_in_plain_sentences(command, write):
    write("own.py", WRONG)
    done = command("check own.py --json --explain")
    (told,) = json.loads(done.out)
    (affine,) = told["judgements"]
    assert (done.code, told["is_right"], affine["name"], affine["diagnosis"]["line"]) == (1, False, "Affine", 14)
    assert all(isinstance(said["message"], str) for said in affine["findings"])


def test_only_the_class_that_is_meant_is_judged(command, write):
    write("own.py", RIGHT + WRONG)
    assert command("check own.py --name Relu").code == 0
    missing = command("check own.py --name Dropout")
    assert missing.code == 4
    assert "defines no Dropout" in missing.err


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("import torch\nclass Net(torch.nn.Module):\n    pass\n", 1, "Line 2: This uses torch, which is not here"),
        ("for i in range(3):\n    print(k)\n", 1, "Line 2"),
        ("def f(:\n", 1, "Line 1 is not Python"),
        ("x = 1\n", 4, "there is no class and no function in it"),
        ("class A:\n    def __init__(self): pass\n", 4, "not checked"),
    ],
)
def test_what_cannot_be_judged_says_why(command, write, text, code, said):
    write("own.py", text)
    done = command("check own.py")
    assert done.code == code
    assert said in done.out


def test_files_that_are_no_text_are_refused(command, tmp_path):
    (tmp_path / "nul.py").write_bytes(b"x = 1\n\0")
    (tmp_path / "large.py").write_bytes(b"#" * 10**7)
    for name, reason in (("nul.py", "NUL"), ("large.py", "at most 1 MB"), ("gone.py", "")):
        done = command(f"check {name}")
        assert (done.code, reason in done.err, done.out) == (4, True, ""), done
        assert len(done.err.splitlines()) == 1


def test_what_lies_beside_a_file_is_there_for_its_imports(command, write):
    write("layers_of_mine.py", RIGHT)
    text = "import numpy as np\nfrom layers_of_mine import Relu\n\ndef relu(x):\n    return Relu().forward(x)\n"
    write("own.py", text)
    assert command("check own.py").code == 0
    assert command("check own.py --name relu").out.splitlines()[1].split()[:2] == ["relu", "right:"]


def test_korean_in_cp949_is_read(command, tmp_path):
    (tmp_path / "own.py").write_bytes(("# 렐루 계층\n" + RIGHT).encode("cp949"))
    assert command("check own.py").code == 0


def test_a_folder_gives_one_table(command, write, tmp_path):
    write("class/kim.py", RIGHT)
    write("class/lee.py", WRONG)
    write("class/park.py", "def f(:\n")
    done = command("check class --output marks.csv")
    assert done.code == 1
    assert [line.split()[:2] for line in done.out.splitlines()] == [
        ["kim.py", "Relu"],
        ["lee.py", "Affine"],
        ["park.py", "not"],
    ]
    with (tmp_path / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["file"], row["name"], row["verdict"]) for row in rows] == [
        ("kim.py", "Relu", "right"),
        ("lee.py", "Affine", "not right"),
        ("park.py", "", "not right"),
    ]
    again = command("check class --output marks.csv")
    assert (again.code, "--force" in again.err) == (2, True)


def test_without_names_nobody_is_told_by_name_number_or_order(command, write, tmp_path):
    write("class/kim.py", RIGHT)
    write("class/lee.py", "=1(:\n")
    write("class/park.py", "#" * 10**7)
    done = command("check class --anonymous --output marks.html")
    page = (tmp_path / "marks.html").read_text(encoding="utf-8")
    assert sorted(line.split()[0] for line in done.out.splitlines()) == ["1", "2", "3"]
    for name in ("kim", "lee", "park"):
        assert name not in done.out
        assert name not in page
    assert page.count("<tr") == 4


def test_a_strangers_text_stays_text_in_the_table(command, write, tmp_path):
    write("class/a.py", "class A:\n    def f(self): raise ValueError('<b>')\n")
    write("class/=1+1.py", "def f(:\n")
    command("check class --output marks.csv")
    command("check class --output marks.html")
    assert "\n'=1+1.py," in (tmp_path / "marks.csv").read_text(encoding="utf-8-sig")
    assert "<b>" not in (tmp_path / "marks.html").read_text(encoding="utf-8")


def test_the_page_sums_up_tells_verdicts_apart_by_signs_and_repeats_its_head_in_print(command, write, tmp_path):
    write("5반/kim.py", RIGHT + WRONG)
    write("5반/lee.py", RIGHT)
    write("5반/park.py", "x = 1\n")
    command("check 5반 --output marks.html")
    page = (tmp_path / "marks.html").read_text(encoding="utf-8")
    assert "<title>5반, checked</title>" in page
    assert "<p>3 files: 1 right, 1 not right, 1 not checked</p>" in page
    for verdict in ('right">✓ right', 'wrong">✗ not right', 'open">– not checked'):
        assert f'<td class="verdict {verdict}</td>' in page
    assert page.count('<tr class="first"') == 3  # a file with two classes is one
    assert "table-header-group" in page
    assert ">Change<" not in page  # nobody asked for it


def test_options_of_programs_are_refused_for_other_files(command, write):
    write("table.csv", "a,b\n1,2\n")
    write("own.py", RIGHT)
    assert "only for a Python file" in command("check table.csv --json").err
    assert "folder of Python files" in command("check own.py --anonymous").err
    assert command("check table.csv --explain").code == 2


FLAT = "\n".join(line.strip() for line in RIGHT.split("\n"))


def test_a_text_without_its_indentation_is_explained_by_a_difference(command, write):
    write("own.py", FLAT)
    bare, explained, told = (
        command("check own.py"),
        command("check own.py --explain"),
        command("check own.py --explain --json"),
    )
    assert (bare.code, explained.code) == (1, 1)
    assert "+ " not in bare.out
    assert "-     def forward" not in explained.out
    assert "+     def forward(self, x):" in explained.out
    (file,) = json.loads(told.out)
    write("mended.py", file["proposal"])
    assert command("check mended.py").code == 0


def test_a_training_loop_is_judged_under_the_name_of_its_file(command, write):
    loop = "W = np.ones((2, 2))\nfor i in range(50):\n    dW = 2 * W\n    for p in (W,):\n        p = p - 0.1 * dW\n"
    write("train.py", f"import numpy as np\n{loop}")
    done = command("check train.py --explain")
    assert done.code == 1
    assert "train.py      not right" in done.out
    assert "→ line 6: " in done.out
    assert "+ p -= 0.1 * dW" in done.out
