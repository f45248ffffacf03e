"""Who may import whom: the rules of ARCHITECTURE.md, read from the source text."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("nn/**/*.py"), *ROOT.glob("playground/**/*.py")])
CROWDED = 25
"""Modules that lie directly in one folder, at the most: above it nobody finds a thing by looking."""

_QUIET = {"nn", "numpy", "PySide6.QtCore", "PySide6.QtGui", "shiboken6", "resources"}  # what needs no widgets

# Folder: what its files may import beside the standard library. The longest matching folder counts. Each folder of
# `panels` gets a rule of its own below: panels never meet each other.
ALLOWED = {
    "nn": {"numpy", "nn"},
    "nn/layers": {
        "numpy",
        "nn.arrays",
        "nn.choices",
        "nn.functions",
        "nn.graph",
        "nn.image_memory",
        "nn.initializers",
        "nn.layers",  # of which only base, elementwise and images: below
        "nn.messages",
        "nn.recorded",
        "nn.windows",
    },
    "nn/exports": {"numpy", "nn", "onnx", "torch"},  # both only when they are asked for
    "playground/safety": {
        "nn",
        "numpy",
        "PySide6",
        "shiboken6",
        "threadpoolctl",
        "playground.safety",
        "playground.widgets",
    },
    "playground/widgets": {
        "numpy",
        "PySide6",
        "pyqtgraph",
        "nn",  # but no training: below
        "playground.widgets",
        "playground.safety",
        "resources",
    },
    "playground/session": _QUIET
    | {"playground.session", "playground.safety", "playground.confined", "playground.trials"},
    "playground/lessons": (_QUIET - {"PySide6.QtGui"}) | {"playground.session", "playground.lessons"},
    "playground/words": {"PySide6.QtCore", "playground.words"},
    "playground/panels": {
        "nn",
        "numpy",
        "PySide6",
        "playground.confined",  # the types of what it answers
        "playground.safety",
        "playground.session",
        "playground.widgets",
        "playground.lessons",
        "playground.words",
        "resources",
    },
    "playground/confined": {"numpy", "nn", "playground.confined"},
    "playground/trials": {"numpy", "nn", "threadpoolctl", "pebble", "distributed", "playground.trials"},
    "playground/commands": _QUIET
    | {
        "playground.commands",
        "playground.confined",
        "playground.trials",
        "playground.session",
        "playground.safety",
        "playground.widgets.picture",
    },
}
NEVER = {
    "nn": {"playground", "PySide6", "pyqtgraph"},
    "nn/layers": {"nn.network", "nn.training"},
    "playground/widgets": {"nn.training", "playground.session", "playground.panels"},
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


def module_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): path for path in SOURCES}
LOOSE = {m for m, path in MODULES.items() if path.parent == ROOT / "playground/panels"} - {"playground.panels"}
"""What lies in `panels` beside the rooms: the base of all panels, and what several of them share."""


def rules_for(path):
    """Return what a file may import and what it must not: those of its folder, and for a panel its own room."""
    folders = [folder for folder in ALLOWED if name_of(path).startswith(folder + "/")]
    allowed = ALLOWED[max(folders, key=len)] if folders else None
    parts = path.relative_to(ROOT).parts
    if parts[:2] == ("playground", "panels"):
        room = {f"playground.panels.{parts[2]}"} if len(parts) > 3 else set()
        allowed = allowed | LOOSE | room
    never = set().union(*(NEVER[folder] for folder in NEVER if name_of(path).startswith(folder + "/")))
    return allowed, never


def target_of(name):
    """Return the module of ours that an imported name stands in, None for all others."""
    return name if name in MODULES else name.rpartition(".")[0] if name.rpartition(".")[0] in MODULES else None


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_imports_only_what_its_folder_may(path):
    allowed, never = rules_for(path)
    names = list(imports_of(path))
    assert [n for n in names if is_in(n, never)] == []
    if allowed is not None:
        assert [n for n in names if not is_in(n, allowed | sys.stdlib_module_names)] == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("nn/layers/*.py")), ids=name_of)
def test_layers_know_not_each_other(path):
    if path.name == "__init__.py":
        return
    shared = {"nn.layers.base", "nn.layers.elementwise", "nn.layers.images"}
    others = {f"nn.layers.{file.stem}" for file in path.parent.glob("*.py")} - shared
    assert [n for n in imports_of(path) if is_in(n, others)] == []


def test_nobody_outside_names_a_panel():
    rooms = {f"playground.panels.{p.parent.name}" for p in ROOT.glob("playground/panels/*/panel.py")}
    outside = [p for p in SOURCES if "panels" not in p.relative_to(ROOT).parts]
    assert len(rooms) > 8
    assert [(name_of(p), n) for p in outside for n in imports_of(p) if is_in(n, rooms)] == []


def test_no_module_leads_back_to_itself():
    """Imports for type checkers count, too: who must know each other in a circle is one thing in several files."""
    needs = {m: {t for n in imports_of(p) if (t := target_of(n)) not in (None, m)} for m, p in MODULES.items()}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail("a circle of imports: " + " -> ".join(error.args[1]))


def test_no_folder_is_crowded():
    counts = Counter(name_of(p.parent) for p in SOURCES if p.name != "__init__.py")
    assert {folder: n for folder, n in counts.items() if n > CROWDED} == {}


def test_every_folder_says_what_lives_there():
    folders = {p.parent for p in SOURCES}
    assert [name_of(f) for f in folders if not ast.get_docstring(ast.parse((f / "__init__.py").read_text()))] == []


def test_no_package_of_tests_hides_the_real_one():
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_the_rules_see_a_forbidden_import(tmp_path):
    path = tmp_path / "bad.py"
    path.write_text("def f():\n    from PySide6.QtWidgets import QWidget\n    return QWidget\n")
    assert [n for n in imports_of(path) if not is_in(n, ALLOWED["playground/session"])] == ["PySide6.QtWidgets.QWidget"]


def test_the_page_of_the_rules_stays_short():
    lines = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 180
    assert [line for line in lines if len(line) > 160] == []


def test_the_page_names_only_files_that_are_there():
    """In the walks, a file a line, below the folder `playground` or from the root."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    walks = text.partition("## 3. ")[2].partition("## 4. ")[0]
    files = [word for word in walks.split() if word.endswith(".py")]
    assert len(files) > 20
    assert [f for f in files if not ((ROOT / f).exists() or (ROOT / "playground" / f).exists())] == []
