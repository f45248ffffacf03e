from __future__ import annotations

import importlib
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from nn import DATASETS, INITIALIZERS, LAYERS, LOSSES, OPTIMIZERS
from nn.choices.registry import BrokenRegistry, Registry

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


@pytest.fixture
def grown(package):
    """Give a function that makes a registry over a new package, whose modules find it as ``grown_registry.THINGS``."""

    def make(name, **modules):
        module = type(sys)("grown_registry")
        module.THINGS = Registry("thing", package(name, **modules))
        sys.modules["grown_registry"] = module
        return module.THINGS

    return make


@pytest.fixture
def quick_switches():
    """Let threads take turns as often as they can."""
    kept = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(kept)


REGISTERS = "from grown_registry import THINGS\nTHINGS.register(__name__[-1])(__name__)\n"


def at_once(look_up, threads=6):
    """Return what six threads find that come at the same moment: a result, or the error it ended with."""
    gate = threading.Barrier(threads)

    def found(_):
        gate.wait()
        try:
            return look_up()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(found, range(threads)))


def test_a_new_file_is_all_that_a_new_entry_needs(grown):
    registry = grown("grown_things", a="from grown_registry import THINGS\nTHINGS.register('a')('from a')\n")
    assert "grown_things.a" not in sys.modules  # loaded at the first look-up, not before
    assert registry["a"] == "from a"


def test_a_broken_file_is_an_error_and_not_a_missing_entry(grown):
    """At every look-up: what is left would be taken for all there is."""
    registry = grown("grown_broken", a=REGISTERS, b=f"{REGISTERS}import there_is_no_such_module\n", c=REGISTERS)
    look_ups = [
        lambda: list(registry),
        lambda: registry["a"],
        lambda: registry.get("a"),
        lambda: "a" in registry,
        lambda: len(registry),
        lambda: registry["no such thing"],
    ]
    for look_up in [*look_ups, *reversed(look_ups)]:
        with pytest.raises(BrokenRegistry, match=r"^no thing .* grown_broken\.b .*there_is_no_such_module"):
            look_up()


def test_six_threads_see_every_entry(grown, quick_switches):
    for turn in range(5):
        registry = grown(f"grown_shared{turn}", **dict.fromkeys("abcdefgh", REGISTERS))
        assert at_once(lambda registry=registry: sorted(registry)) == [list("abcdefgh")] * 6


def test_six_threads_are_told_of_a_broken_file(grown, quick_switches):
    registry = grown("grown_refused", **dict.fromkeys("abc", REGISTERS), d="import there_is_no_such_module\n")
    for error in at_once(lambda: registry.get("a")) + at_once(lambda: registry.get("a")):
        assert isinstance(error, BrokenRegistry)
        assert "grown_refused.d" in str(error)
        assert "there_is_no_such_module" in str(error)


def test_a_module_may_look_up_what_is_registered_before_it(grown):
    registry = grown("grown_asking", a=REGISTERS, b=f"{REGISTERS}SEEN = list(THINGS)\n", c=REGISTERS)
    assert list(registry) == ["a", "b", "c"]
    assert importlib.import_module("grown_asking.b").SEEN == ["a", "b"]


def test_a_module_that_asks_while_it_is_imported_by_itself_leaves_nothing_out(grown):
    registry = grown("grown_alone", a=REGISTERS, b=f"from grown_registry import THINGS\nlist(THINGS)\n{REGISTERS}")
    importlib.import_module("grown_alone.b")
    assert sorted(registry) == ["a", "b"]


def test_a_thread_that_asks_within_an_import_does_not_wait_for_one_that_waits_for_that_import(grown):
    """One thread imports b, which asks; the other asks, and so waits for b."""
    registry = grown(
        "grown_crossed",
        a=f"{REGISTERS}import grown_registry\ngrown_registry.other_came.set()\n",
        b=f"import grown_registry\ngrown_registry.began.set()\ngrown_registry.other_came.wait()\n"
        f"SEEN = grown_registry.THINGS['a']\n{REGISTERS}",
    )
    shared = sys.modules["grown_registry"]
    shared.began, shared.other_came = threading.Event(), threading.Event()
    found = []
    imports = threading.Thread(target=importlib.import_module, args=("grown_crossed.b",), daemon=True)
    asks = threading.Thread(target=lambda: found.extend(sorted(registry)), daemon=True)
    imports.start()
    shared.began.wait()
    asks.start()
    for thread in (imports, asks):
        thread.join(20)
        assert not thread.is_alive()
    assert found == sorted(registry) == ["a", "b"]


def test_what_is_still_being_imported_by_another_thread_is_waited_for(grown):
    registry = grown(
        "grown_slow",
        a=REGISTERS,
        b=f"import grown_registry\nlist(grown_registry.THINGS)\ngrown_registry.asked.set()\n"
        f"grown_registry.go_on.wait()\n{REGISTERS}",
    )
    shared = sys.modules["grown_registry"]
    shared.asked, shared.go_on = threading.Event(), threading.Event()
    found = []
    imports = threading.Thread(target=importlib.import_module, args=("grown_slow.b",), daemon=True)
    asks = threading.Thread(target=lambda: found.extend(sorted(registry)), daemon=True)
    imports.start()
    shared.asked.wait()
    asks.start()
    asks.join(0.2)  # time enough to come back too soon
    shared.go_on.set()
    for thread in (imports, asks):
        thread.join(20)
    assert found == ["a", "b"]
