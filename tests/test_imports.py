"""Who may import whom: the rules of ARCHITECTURE.md, read from the source text."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("nn/**/*.py"), *ROOT.glob("playground/**/*.py")])

# Folder: what its files may import beside the standard library. The longest matching folder counts.
ALLOWED = {
    "nn": {"numpy", "nn"},
    "nn/layers": {
        "numpy",
        "nn.arrays",
        "nn.functions",
        "nn.graph",
        "nn.initializers",
        "nn.layers",  # of which only the base: below
        "nn.messages",
        "nn.choices.options",
        "nn.choices.registry",
    },
    "nn/exports": {"numpy", "nn", "onnx", "torch"},  # both only when they are asked for
    "playground/widgets": {
        "numpy",
        "PySide6",
        "pyqtgraph",
        "playground.widgets",
        "playground.safety.system_words",
        "resources",
    },
    "playground/session": {
        "nn",
        "numpy",
        "PySide6.QtCore",
        "PySide6.QtGui",
        "playground.session",
        "playground.safety.system_words",
        "resources",
    },
    "playground/panels": {
        "nn",
        "numpy",
        "PySide6",
        "playground.session",
        "playground.widgets",
        "playground.forms",
        "playground.lessons",
        "playground.words",
        "playground.panels.base",
    },
    "playground/words": {"PySide6.QtCore", "playground.words"},
    "playground/lessons": {"nn", "numpy", "PySide6.QtCore", "playground.session", "playground.lessons", "resources"},
    "playground/forms": {
        "nn",
        "numpy",
        "PySide6",
        "playground.session",
        "playground.widgets",
        "playground.forms",
        "playground.words",
    },
}


def imports_of(path):
    """List the full names a file imports, wherever in the file, also those for type checkers only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where things come from"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def is_in(name, modules):
    return any(name == module or name.startswith(module + ".") for module in modules)


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def rule_for(path):
    folders = [folder for folder in ALLOWED if name_of(path).startswith(folder + "/")]
    return ALLOWED[max(folders, key=len)] if folders else None


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_imports_only_what_its_folder_may(path):
    allowed = rule_for(path)
    if allowed is None:
        return
    foreign = [n for n in imports_of(path) if not is_in(n, allowed | sys.stdlib_module_names)]
    assert foreign == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("nn/layers/*.py")), ids=name_of)
def test_layers_know_neither_each_other_nor_the_network(path):
    if path.name == "__init__.py":
        return
    others = {f"nn.layers.{file.stem}" for file in path.parent.glob("*.py")} - {"nn.layers.base"}
    assert [n for n in imports_of(path) if is_in(n, others | {"nn.network", "nn.training"})] == []


def test_only_the_panels_folder_names_its_panels():
    panels = {f"playground.panels.{file.stem}" for file in ROOT.glob("playground/panels/*.py")}
    named = panels - {"playground.panels.base", "playground.panels.__init__"}
    assert [(name_of(p), n) for p in SOURCES for n in imports_of(p) if is_in(n, named)] == []


def test_no_package_of_tests_hides_the_real_one():
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_the_rules_see_a_forbidden_import(tmp_path):
    path = tmp_path / "bad.py"
    path.write_text("def f():\n    from PySide6.QtWidgets import QWidget\n    return QWidget\n")
    assert [n for n in imports_of(path) if not is_in(n, ALLOWED["playground/session"])] == ["PySide6.QtWidgets.QWidget"]
