"""The course *Build it yourself*: what is right reaches each milestone, an empty skeleton none."""

from __future__ import annotations

import ast
import importlib.resources
import re
import shutil
from pathlib import Path

import pytest

from nn.own_code.loading import load
from nn.own_code.source import Source
from playground.lessons.format import LessonError
from playground.lessons.own_code.build_it_yourself import milestones, read_milestone, skeletons
from tests.programs import ran

MILESTONES = tuple(milestones())
SKELETONS = skeletons()
KNOWN = {skeleton.name: skeleton for skeleton in SKELETONS}
SOLUTIONS = Path(__file__).parent / "solutions"
TRAINED = {"01-step", "09-two-layer-net", "11-momentum", "17-batch-normalization", "18-convolution"}
"""`tests/long/own_code_figures.py` runs all of them."""
FOLDER = importlib.resources.files("resources") / "own_code"


def named(thing):
    return thing.name


def bare(text):
    """Return the syntax of a program without docstrings; comments are not in it."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            node.body = node.body[1:]
    return ast.dump(tree)


def test_the_course_goes_from_the_step_to_pooling():
    made = [name for milestone in MILESTONES for name in milestone.judged]
    functions, layers = ["step_function", "sigmoid", "softmax", "cross_entropy_error"], ["Relu", "Sigmoid", "Affine"]
    optimizers = ["SGD", "Momentum", "Nesterov", "AdaGrad", "RMSprop", "Adam"]
    ends = ["Dropout", "BatchNormalization", "Convolution", "Pooling"]
    assert made == [*functions, *layers, "SoftmaxWithLoss", "TwoLayerNet", *optimizers, *ends]


@pytest.mark.parametrize("skeleton", SKELETONS, ids=named)
def test_a_skeleton_is_the_same_program_in_both_languages(skeleton):
    assert bare(skeleton.en) == bare(skeleton.ko)
    assert skeleton.said("ko") != skeleton.said("en") == skeleton.said("fr")
    assert not re.search("[가-힣]", skeleton.en)
    load_one = load(Source(skeleton.ko))
    assert load_one.failure is None


@pytest.mark.parametrize("milestone", MILESTONES, ids=named)
def test_a_skeleton_has_what_is_judged_and_says_what_is_wanted(milestone):
    tree = ast.parse(milestone.skeleton.en)
    made = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    assert set(milestone.judged) <= set(made)
    for name in milestone.judged:
        empty = [n for n in ast.walk(made[name]) if isinstance(n, ast.FunctionDef) and isinstance(n.body[-1], ast.Pass)]
        assert empty
        assert all(ast.get_docstring(node) for node in empty)


@pytest.mark.parametrize("milestone", [m for m in MILESTONES if m.name in TRAINED], ids=named)
def test_the_network_learns_with_what_is_right(milestone):
    own = (SOLUTIONS / f"{milestone.skeleton.name}.txt").read_text(encoding="utf-8")
    accuracy = ran(milestone.proof.program, own=own)["accuracy"]
    assert accuracy >= milestone.proof.at_least
    assert accuracy == pytest.approx(milestone.proof.seen, abs=0.015)


@pytest.mark.parametrize("milestone", MILESTONES, ids=named)
def test_the_proof_is_not_had_for_nothing(milestone):
    """An empty optimizer runs, and leaves the weights as they were drawn; all else ends with an error."""
    proof = milestone.proof
    assert 0.5 < proof.at_least < proof.seen
    short = proof.program.replace(f"range({proof.iterations})", "range(2)")
    assert short != proof.program
    loaded = load(Source(short, siblings={"own": milestone.skeleton.en}), name="__main__")
    assert loaded.failure is not None or loaded.namespace["accuracy"] < 0.3


def test_a_mistake_is_named_with_its_file_and_field():
    source = (FOLDER / "course" / "05-relu.toml").read_text(encoding="utf-8")
    assert read_milestone(source, "05-relu.toml", KNOWN) == MILESTONES[4]
    for old, new, said in (
        ('skeleton = "Relu"', 'skeleton = "Gelu"', "field skeleton: is 'Gelu'; expected one of AdaGrad, Adam"),
        ("at_least = 0.87", "at_least = 87", "field proof.at_least: is 87; expected a share above 0, up to 1"),
        ('judged = ["Relu"]', "judged = []", r"field judged: has 0; expected at least 1"),
        ("[proof]", "[prof]", "field prof: is not known here"),
        ("import numpy as np", "import numpy az np", "field proof.program: cannot be read"),
    ):
        assert source.count(old) == 1
        with pytest.raises(LessonError, match="^05-relu.toml, line [0-9]+, " + re.escape(said)):
            read_milestone(source.replace(old, new), "05-relu.toml", KNOWN)


def test_a_course_can_lie_elsewhere(tmp_path):
    with importlib.resources.as_file(FOLDER) as folder:
        shutil.copytree(folder / "skeletons", tmp_path / "skeletons")
        (tmp_path / "course").mkdir()
        shutil.copy(folder / "course" / "05-relu.toml", tmp_path / "course")
    assert [each.name for each in milestones(tmp_path)] == ["05-relu"]
