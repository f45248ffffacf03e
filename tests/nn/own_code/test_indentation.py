"""Text as it comes from a page: prose among the lines, indentation lost."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from nn.own_code.indentation import difference, mended, reading_of, reindented, unreadable_lines, without_prose
from nn.own_code.loading import load
from nn.own_code.source import Source

RETYPED = Path(__file__).parent / "retyped"
OPTIMIZERS = """\
class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {}
            for key, val in params.items():
                self.v[key] = np.zeros_like(val)

        for key in params.keys():
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]
"""
BRANCHES = """\
def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)

    for idx in range(x.size):
        tmp = x[idx]
        x[idx] = tmp + h
        above = f(x)

        x[idx] = tmp - h
        grad[idx] = (above - f(x)) / (2 * h)
        x[idx] = tmp
    return grad


class Norm:
    @staticmethod
    def forward(x, train_flg=True):
        if train_flg:
            mu = x.mean(axis=0)

            xn = x - mu
        elif x.ndim == 1:
            return x
        else:
            try:
                xn = f(
                    x,
                    1,
                )
            except ValueError:
                raise

        while xn.max() > 1:
            xn = xn / 2
        return xn


if __name__ == "__main__":
    for i in range(3):
        loss = i
        if i % 2 == 0:
            print(loss)

    print("done")
"""


def flat(text):
    return "\n".join(line.strip() for line in text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [OPTIMIZERS, BRANCHES, *(path.read_text("utf-8") for path in sorted(RETYPED.glob("*.txt")))],
    ids=["optimizers", "branches", *sorted(path.stem for path in RETYPED.glob("*.txt"))],
)
def test_indentation_that_was_lost_is_found_again(text):
    proposal = reindented(flat(text))
    assert ast.dump(ast.parse(proposal.text)) == ast.dump(ast.parse(text))
    assert proposal.commented == ()


PAGE = """\
ReLU 계층
- 값이 0보다 작으면 0으로 만든다.
import numpy as np
class Relu:
def __init__(self):
self.mask = None
def forward(self, x):
self.mask = (x <= 0)
out = x.copy()
out[self.mask] = 0
return out
활성화
x = np.array([1.0, -2.0])
print(x)
# [ 1. -2.]
[1 0]
y = Relu().forward(x)
array([1., 0.])
A =, dim1)
"""


def test_the_lines_of_a_page_that_are_no_python_are_told():
    assert [line.line for line in unreadable_lines(PAGE)] == [1, 2, 12, 16, 18, 19]
    assert "Line 16" in unreadable_lines(PAGE)[3].message


def test_a_page_becomes_a_program_whose_prose_is_comments():
    proposal = mended(PAGE)
    assert proposal.commented == (1, 2, 12, 16, 18, 19)
    program = load(Source(proposal.text))
    assert program.failure is None, program.failure.message
    assert program.namespace["y"].tolist() == [1, 0]
    code = [line for line in PAGE.split("\n") if line]
    assert [line.strip().removeprefix("# ") for line in proposal.text.split("\n") if line] == [
        line.removeprefix("# ") for line in code
    ]


def test_indentation_that_is_there_is_kept():
    text = "시그모이드 계층\n\u00a0\nclass Sigmoid:\n  def forward(self, x):\n    값은 이렇다\n    return x\n그림, 표\n"
    proposal = mended(text)
    assert proposal == without_prose(text.replace("\u00a0", " "))
    assert "  def forward(self, x):\n    # 값은 이렇다\n    return x" in proposal.text


def test_a_block_all_of_whose_lines_are_lost_passes():
    assert "if x:\n    pass" in mended("if x:\n글 뿐이다\ny = 1\n").text.replace("    # 글 뿐이다\n", "")


def test_nothing_is_proposed_where_nothing_helps():
    assert (
        mended("def f(:\n) = x\nreturn 3\nbreak\n") is None or "# " in mended("def f(:\n) = x\nreturn 3\nbreak\n").text
    )


def test_a_text_that_is_python_needs_no_reading():
    assert reading_of(OPTIMIZERS) is None


def test_of_a_text_that_is_none_the_lines_are_told_and_a_proposal_made():
    flat = "Here is what I typed:\n" + "\n".join(line.strip() for line in OPTIMIZERS.split("\n"))
    reading = reading_of(flat)
    assert reading.unreadable == (1,)
    assert reading.proposal.text.startswith("# Here is what I typed:\nclass Momentum:\n    def __init__")
    lines = list(difference(flat, reading.proposal.text))
    assert "- def __init__(self, lr=0.01, momentum=0.9):" in lines
    assert "+     def __init__(self, lr=0.01, momentum=0.9):" in lines
    assert not any("class Momentum" in line for line in lines)


def test_of_what_can_be_no_program_nothing_is_proposed():
    assert reading_of("(((((\n").proposal is None
