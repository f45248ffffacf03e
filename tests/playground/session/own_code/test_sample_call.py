"""The lines that let a file of definitions do something."""

from __future__ import annotations

from playground.session.own_code.sample_call import sample_call

RELU = """
class Relu:
    def forward(self, x):
        return x * (x > 0)

    def backward(self, dout):
        return dout
"""


def test_a_file_that_begins_as_those_of_the_book_do_is_no_program_for_that():
    head = "import sys, os\nsys.path.append(os.pardir)\nimport numpy as np\nnp.random.seed(0)\n"
    assert "layer = Relu()" in sample_call(head + RELU)


def test_a_file_that_does_something_itself_needs_no_lines():
    assert sample_call(f"import numpy as np\n{RELU}\nprint(Relu().forward(np.ones(3)))\n") == ""
    assert sample_call(f"import numpy as np\n{RELU}\nlayer = Relu()\n") == ""


def test_the_class_that_is_looked_at_comes_before_the_first():
    text = f"{RELU}\nclass SGD:\n    def update(self, params, grads):\n        pass\n\n\ndef f(x):\n    return x\n"
    assert "layer = Relu()" in sample_call(text)
    assert "optimizer = SGD()" in sample_call(text, "SGD")
    assert "f(x)" in sample_call(text, "f")
    assert "layer = Relu()" in sample_call(text, "gone")
