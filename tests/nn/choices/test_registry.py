from __future__ import annotations

import sys

import pytest

from nn import DATASETS, INITIALIZERS, LAYERS, LOSSES, OPTIMIZERS
from nn.choices.registry import Registry

NAMES = {
    "layer": (
        LAYERS,
        "Affine BatchNormalization Dropout Elu Flatten Gelu Identity LeakyRelu Relu Sigmoid Softmax Softplus Step "
        "Swish Tanh",
    ),
    "loss": (LOSSES, "IdentityWithLoss SigmoidWithLoss SoftmaxWithLoss"),
    "initializer": (INITIALIZERS, "He Xavier constant std zeros"),
    "optimizer": (OPTIMIZERS, "AdaGrad Adam Momentum Nesterov RMSprop SGD"),
}


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Give a function that writes a package with these modules, each registering under its own name."""

    def write(name, **modules):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "__init__.py").write_text("")
        for module, source in modules.items():
            (folder / f"{module}.py").write_text(source)
        monkeypatch.syspath_prepend(tmp_path)
        return name

    yield write
    for module in [name for name in sys.modules if name.startswith("grown_")]:
        del sys.modules[module]


@pytest.mark.parametrize("kind", NAMES)
def test_the_names_that_stand_in_files(kind):
    """Renaming one would make saved networks unreadable."""
    registry, names = NAMES[kind]
    assert set(registry) >= set(names.split())
    assert registry.kind == kind


def test_classes_are_registered_under_their_own_names():
    for registry in (LAYERS, LOSSES, OPTIMIZERS):
        for name, item in registry.items():
            assert item.__name__ == name


@pytest.mark.parametrize("registry", [LAYERS, LOSSES, INITIALIZERS, OPTIMIZERS, DATASETS], ids=lambda r: r.kind)
def test_an_unknown_name_lists_the_known_ones(registry):
    with pytest.raises(ValueError, match=f"^unknown {registry.kind} 'Afine'; known: .*{sorted(registry)[0]}"):
        registry["Afine"]
    assert "Afine" not in registry
    assert registry.get("Afine") is None
    assert len(registry) == len(list(registry))


def test_a_name_is_given_once():
    registry = Registry("thing", "nn.initializers")
    registry.register("one")(1)
    with pytest.raises(ValueError, match="thing 'one' is already registered by 1"):
        registry.register("one")(2)
    assert registry["one"] == 1


def test_a_new_file_is_all_that_a_new_entry_needs(package):
    name = package("grown_things", a="from grown_registry import THINGS\nTHINGS.register('a')('from a')\n")
    registry = Registry("thing", name)
    module = type(sys)("grown_registry")
    module.THINGS = registry
    sys.modules["grown_registry"] = module
    assert "grown_things.a" not in sys.modules  # loaded at the first look-up, not before
    assert registry["a"] == "from a"


def test_a_broken_file_is_an_error_and_not_a_missing_entry(package):
    registry = Registry("thing", package("grown_broken", bad="import there_is_no_such_module\n"))
    with pytest.raises(ModuleNotFoundError, match="there_is_no_such_module"):
        list(registry)
