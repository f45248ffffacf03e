"""Programs as they stand on pages and beside each other: their imports, their old names, their failures."""

from __future__ import annotations

import sys
import textwrap

import numpy as np
import pytest

from nn.own_code.loading import load
from nn.own_code.recording import Recorder
from nn.own_code.source import Source, SourceError


def of(text, recorder=None, name="own", **siblings):
    return load(Source(textwrap.dedent(text), siblings=siblings), recorder, name=name)


@pytest.mark.parametrize("recorder", [None, Recorder()], ids=["bare", "recorded"])
def test_the_imports_of_the_book_are_served(recorder):
    before = set(sys.modules)
    program = of(
        """
        import sys, os
        sys.path.append(os.pardir)
        import numpy as np
        from common.layers import *
        from common.functions import softmax, cross_entropy_error
        from common.gradient import numerical_gradient
        from common.optimizer import SGD, Adam
        from common.util import im2col
        import common.util as util
        import common.functions
        from dataset.mnist import load_mnist
        from collections import OrderedDict
        from two_layer_net import TwoLayerNet
        layer = Affine(np.ones((3, 2)), np.zeros(2))
        layer.W = layer.W * 2
        y = layer.forward(np.ones((4, 3)))
        dx = layer.backward(np.ones((4, 2)))
        dW = layer.dW
        loss = SoftmaxWithLoss().forward(y, np.eye(2)[[0, 1, 0, 1]])
        cols = im2col(np.ones((1, 1, 4, 4)), 2, 2)
        conv = Convolution(np.ones((2, 1, 2, 2)), np.zeros(2)).forward(np.ones((1, 1, 4, 4)))
        s = common.functions.sigmoid(np.zeros(2))
        net = TwoLayerNet()
        """,
        recorder,
        two_layer_net="from common.layers import Relu\nclass TwoLayerNet:\n    layer = Relu()\n",
    )
    assert program.failure is None, program.failure.message
    own = program.namespace
    assert own["y"].tolist() == [[6, 6]] * 4
    assert own["dW"].tolist() == [[4, 4]] * 3
    assert own["loss"] == pytest.approx(np.log(2))
    assert (own["cols"].shape, own["conv"].shape) == ((9, 4), (1, 2, 3, 3))
    assert not {
        name for name in set(sys.modules) - before if name.split(".")[0] in ("common", "dataset", "two_layer_net")
    }
    assert any("MNIST" in note for note in program.notes)


def test_plots_are_skipped_and_that_is_said_once():
    program = of(
        """
        import numpy as np
        import matplotlib.pyplot as plt
        import matplotlib.pylab
        from mpl_toolkits.mplot3d import Axes3D
        from PIL import Image
        from tqdm import tqdm
        x = np.arange(3.0)
        plt.plot(x, x, label="step", color="pink")
        fig, ax = plt.subplots()
        ax.set_title("한글"); plt.legend(); plt.show()
        total = sum(k for k in tqdm(range(4)))
        """
    )
    assert program.failure is None, program.failure.message
    assert program.namespace["total"] == 6
    assert len([note for note in program.notes if "matplotlib" in note]) == 1


def test_old_names_of_numpy_are_read_as_what_they_meant():
    program = of(
        """
        import numpy as np
        import numpy
        a = np.array([0.5, -1]) > 0
        b = a.astype(np.int)
        c = numpy.array([1, 2], dtype=np.float)
        d = np.product(np.array([2, 3])) + np.Inf
        int = None
        """
    )
    assert program.failure is None, program.failure.message
    assert program.namespace["b"].tolist() == [1, 0]
    assert program.namespace["c"].dtype == float
    notes = " ".join(program.notes)
    assert "Line 5: NumPy has no np.int any more; here it is read as int." in program.notes
    assert "np.product" in notes
    assert "np.prod" in notes


def test_names_of_a_page_are_lent_and_that_is_said():
    program = of(
        "class S:\n    def forward(self, x):\n        return softmax(np.array(x))\ny = S().forward([0.0, 0.0])\n"
    )
    assert program.namespace["y"].tolist() == [0.5, 0.5]
    assert program.notes == ("softmax is not defined in this text; the book's is used.",)
    assert "softmax" not in program.namespace
    assert of("def softmax(x):\n    return x\ny = softmax(3)\n").notes == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("import torch\nx = 1\ny = torch.zeros(3)\n", 3, "torch"),
        ("from tensorflow.keras.layers import Dense\n", 1, "tensorflow"),
        ("import keras\nmodel = keras.Sequential()\n", 2, "keras"),
        ("from two_layer_net import TwoLayerNet\n", 1, "two_layer_net.py of the book is not beside this file"),
        ("from common.multi_layer_net import MultiLayerNet\n", 1, "common.multi_layer_net of the book is not served"),
        ("x = 1\nname = input('name?')\n", 2, "input()"),
        ("def f(n):\n    return f(n + 1)\nf(0)\n", 2, "calls itself without end"),
        ("x = [1, 2]\n\ny = x[5]\n", 3, "IndexError"),
        ("def f(x):\n    y = x.dot(x)\n    return y\nimport numpy as np\nf(np.ones((2, 3)))\n", 2, "ValueError"),
        ("import pickle\nw = pickle.load(open('sample_weight.pkl', 'rb'))\n", 2, "sample_weight.pkl is not here"),
        ("import nowhere_to_be_found\n", 1, "ModuleNotFoundError"),
        ("x = undefined_name\n", 1, "NameError"),
    ],
)
@pytest.mark.parametrize("is_recorded", [False, True])
def test_a_failure_names_its_line_and_keeps_what_was_there(text, line, words, is_recorded):
    recorder = Recorder() if is_recorded else None
    program = of("a = 7\n" + text + "a = 8\ndef later():\n    return a\n", recorder)
    assert program.namespace["later"]() == 7
    assert program.namespace["a"] == 7
    assert program.failure.line == line + 1
    assert program.failure.message.startswith(f"Line {line + 1}: ")
    assert words in program.failure.message


def test_an_unused_framework_is_a_note():
    program = of("import tensorflow as tf\nimport numpy as np\nx = np.ones(2)\n")
    assert program.failure is None
    assert "tensorflow" in program.notes[0]


def test_a_failure_in_another_file_names_that_file():
    program = of("import helper\n", helper="x = 1\ny = 1 / 0\n")
    assert (program.failure.file, program.failure.line) == ("helper.py", 2)
    broken = of("import helper\n", helper="x = 1\ny = (\n")
    assert broken.failure.line == 2


def test_the_main_part_of_a_script_runs_only_as_a_script():
    text = "x = 1\nif __name__ == '__main__':\n    x = 2\n    raise SystemExit\n"
    assert of(text).namespace["x"] == 1
    script = of(text, name="__main__")
    assert (script.namespace["x"], script.failure) == (2, None)


def test_operators_nested_too_deep_are_refused_in_one_sentence():
    text = "x = " + " + ".join(["1"] * 600)
    with pytest.raises(SourceError, match="nested too deep"):
        of(text, Recorder())
    assert "nested too deep" in of("import deep", Recorder(), deep=text).failure.message


def test_a_script_that_fills_the_recording_keeps_what_it_had():
    recorder = Recorder(most_nodes=100, ends_program=True)
    with recorder.recording():
        program = of("import numpy as np\nx = np.ones(2)\nwhile True:\n    x = x * 1.01\n", recorder)
    assert program.failure is None
    assert recorder.last.is_full
    assert program.namespace["x"][0] > 2


def test_what_python_only_warns_of_runs(recwarn):
    program = of("x = 3\nif x is 3:\n    y = '\\d'\n", Recorder())
    assert program.namespace["y"] == "\\d"
    assert not recwarn.list
