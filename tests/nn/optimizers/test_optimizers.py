"""Every optimizer against the book's rule written out, against PyTorch, and what all have in common."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn import OPTIMIZERS, TrainingConfig
from nn.exports.pieces import numpy_optimizers
from nn.graph import evaluate, variable

STEPS = 200
KINDS = pytest.mark.parametrize("kind", OPTIMIZERS)


# The book's update rules (6.1), in float64, each on a dictionary of what it remembers.
def sgd(p, g, m, lr, i):
    return p - lr * g


def momentum(p, g, m, lr, i):
    m["v"] = 0.9 * m.get("v", 0) - lr * g
    return p + m["v"]


def nesterov(p, g, m, lr, i):
    # the book's code: params += momentum² v - (1 + momentum) lr grad, then v = momentum v - lr grad
    v = m.get("v", 0)
    m["v"] = 0.9 * v - lr * g
    return p + 0.9 * 0.9 * v - 1.9 * lr * g


def adagrad(p, g, m, lr, i):
    m["h"] = m.get("h", 0) + g * g
    return p - lr * g / (np.sqrt(m["h"]) + 1e-7)


def rmsprop(p, g, m, lr, i):
    m["h"] = 0.99 * m.get("h", 0) + 0.01 * g * g
    return p - lr * g / (np.sqrt(m["h"]) + 1e-7)


def adam(p, g, m, lr, i):
    m["m"] = m.get("m", 0) + 0.1 * (g - m.get("m", 0))
    m["v"] = m.get("v", 0) + 0.001 * (g * g - m.get("v", 0))
    lr_t = lr * math.sqrt(1 - 0.999**i) / (1 - 0.9**i)
    return p - lr_t * m["m"] / (np.sqrt(m["v"]) + 1e-7)


RULES = {"SGD": sgd, "Momentum": momentum, "Nesterov": nesterov, "AdaGrad": adagrad, "RMSprop": rmsprop, "Adam": adam}


def rule_of(kind):
    """Return the book's rule; for an optimizer that the book does not have, what an exported program does."""
    if kind in RULES:
        return RULES[kind]
    options = {option.name: option.default for option in OPTIMIZERS[kind].options}

    def exported(p, g, m, lr, i):
        own = m.setdefault("exported", getattr(numpy_optimizers, kind)(lr, **options))
        params = {"p": p.copy()}
        own.update(params, {"p": g})
        return params["p"]

    return exported


def slope(p):
    """Return the gradient of a bent valley, twenty times steeper one way than the other, with a few bumps."""
    return np.linspace(0.05, 1, p.size) * p + 0.1 * np.sin(5 * p)


@pytest.fixture
def start(rng):
    return rng.uniform(-2, 2, 50)


@KINDS
@pytest.mark.parametrize("lr", [0.05, 0.01])
def test_the_rule_is_the_book_s(kind, lr, start):
    optimizer, rule, p, q, memory = OPTIMIZERS[kind](lr=lr), rule_of(kind), start.copy(), start.copy(), {}
    for i in range(1, STEPS + 1):
        optimizer.step(p, slope(p), i)
        q = rule(q, slope(q), memory, lr, i)
        np.testing.assert_allclose(p, q, rtol=1e-10, atol=1e-11, err_msg=f"step {i}")


@KINDS
def test_the_rule_holds_in_float32(kind, start):
    p, q, memory = start.astype(np.float32), start.copy(), {}
    optimizer, rule = OPTIMIZERS[kind](lr=0.01), rule_of(kind)
    for i in range(1, 31):
        optimizer.step(p, slope(p).astype(np.float32), i)
        q = rule(q, slope(q), memory, 0.01, i)
    assert p.dtype == np.float32
    assert all(slot.dtype == np.float32 for slot in optimizer.memory.values())
    np.testing.assert_allclose(p, q, atol=2e-5)


@pytest.mark.parametrize(
    ("kind", "theirs", "options"),
    [
        ("SGD", "SGD", {}),
        ("Momentum", "SGD", {"momentum": 0.9}),
        ("Nesterov", "SGD", {"momentum": 0.9, "nesterov": True}),
        ("AdaGrad", "Adagrad", {"eps": 1e-7}),
        ("RMSprop", "RMSprop", {"alpha": 0.99, "eps": 1e-7}),
        ("Adam", "Adam", {"eps": 1e-7}),
    ],
)
def test_pytorch_goes_the_same_way(kind, theirs, options, start):
    """PyTorch corrects the bias of Adam inside the root, where the book's 1e-7 is outside: equal but for that."""
    torch = pytest.importorskip("torch")
    theirs_p = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    theirs = getattr(torch.optim, theirs)([theirs_p], lr=0.05, **options)
    optimizer, p = OPTIMIZERS[kind](lr=0.05), start.copy()
    for i in range(1, STEPS + 1):
        theirs_p.grad = torch.from_numpy(slope(theirs_p.detach().numpy()))
        theirs.step()
        optimizer.step(p, slope(p), i)
    np.testing.assert_allclose(p, theirs_p.detach().numpy(), rtol=1e-5, atol=1e-5 if kind == "Adam" else 1e-9)


@KINDS
def test_dictionaries_are_updated_in_place_as_in_the_book(kind, rng):
    params = {"W1": rng.standard_normal((3, 2)), "b1": rng.standard_normal(2)}
    flat = np.concatenate([params["W1"].ravel(), params["b1"]])
    kept = dict(params)
    by_name, by_vector = OPTIMIZERS[kind](lr=0.1), OPTIMIZERS[kind](lr=0.1)
    for i in range(1, 11):
        grads = {key: slope(p) if p.ndim == 1 else p * 0.5 for key, p in params.items()}
        before = {key: grad.copy() for key, grad in grads.items()}
        by_vector.step(flat, np.concatenate([grads["W1"].ravel(), grads["b1"]]), i)
        by_name.update(params, grads)
        for key, grad in grads.items():
            np.testing.assert_array_equal(grad, before[key])
    assert all(params[key] is kept[key] for key in params)
    np.testing.assert_array_equal(np.concatenate([params["W1"].ravel(), params["b1"]]), flat)


@KINDS
def test_a_learning_rate_of_0_changes_no_bit(kind, start):
    optimizer, p = OPTIMIZERS[kind](lr=0.0), start.copy()
    before = p.tobytes()
    for i in range(1, 20):
        optimizer.step(p, slope(start), i)
    assert p.tobytes() == before


@KINDS
def test_a_large_vector_goes_the_way_of_small_ones(kind):
    """Large ones are updated a stretch at a time."""
    p = np.random.default_rng(5).normal(size=300_001).astype(np.float32)
    parts = np.array_split(p.copy(), 3)
    whole, each = OPTIMIZERS[kind](lr=0.1), [OPTIMIZERS[kind](lr=0.1) for _ in parts]
    for i in range(1, 67):  # what has decayed is flushed at the 64th
        whole.step(p, p / 2, i)
        for optimizer, part in zip(each, parts, strict=True):
            optimizer.step(part, part / 2, i)
    assert p.tobytes() == b"".join(part.tobytes() for part in parts)


@KINDS
def test_memory_is_one_vector_a_slot_and_no_more_is_needed_to_go_on(kind, start):
    first, p = OPTIMIZERS[kind](lr=0.1), start.copy()
    assert first.memory == {}
    for i in range(1, 6):
        first.step(p, slope(p), i)
    assert tuple(first.memory) == first.slots
    assert all(slot.shape == p.shape for slot in first.memory.values())
    second, q = OPTIMIZERS[kind](lr=0.1), p.copy()
    second.memory = {slot: values.copy() for slot, values in first.memory.items()}
    for i in range(6, 11):
        first.step(p, slope(p), i)
        second.step(q, slope(q), i)
    assert p.tobytes() == q.tobytes()


@pytest.mark.parametrize("kind", [kind for kind, optimizer in OPTIMIZERS.items() if optimizer.slots])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_memory_that_decays_never_stays_subnormal(kind, dtype):
    optimizer, p = OPTIMIZERS[kind](lr=0.01), np.ones(3, dtype)
    optimizer.step(p, np.full(3, 1e-15, dtype), 1)
    tiny = np.finfo(dtype).tiny
    for i in range(2, 2049):
        optimizer.step(p, np.zeros(3, dtype), i)
    for slot in optimizer.memory.values():
        assert ((slot == 0) | (abs(slot) >= tiny)).all()


@KINDS
def test_options_are_documented_and_are_the_keywords(kind):
    for option in OPTIMIZERS[kind].options:
        assert option.check(option.default) == option.default
        assert option.help.endswith(".")
        assert getattr(OPTIMIZERS[kind](**{option.name: 0.5}), option.name) == 0.5
        assert getattr(OPTIMIZERS[kind](), option.name) == option.default
    assert OPTIMIZERS[kind].__doc__


@KINDS
@pytest.mark.parametrize("lr", [-1, -1e-9, math.nan])
def test_learning_rates_below_0_are_refused(kind, lr):
    with pytest.raises(ValueError, match=rf"the learning rate is {lr}; it must be a number, 0 or larger"):
        OPTIMIZERS[kind](lr=lr)


@pytest.mark.parametrize(
    ("optimizer", "options", "message"),
    [
        ("Momentum", {"momentum": 1.5}, r"Momentum: momentum is 1.5; give a number from 0 to 0.9999"),
        ("Nesterov", {"momentum": -0.1}, r"Nesterov: momentum is -0.1"),
        ("RMSprop", {"decay": 1.0}, r"RMSprop: decay is 1.0"),
        ("Adam", {"beta1": 1}, r"Adam: beta1 is 1; give a number"),
        ("Adam", {"beta2": math.nan}, r"Adam: beta2 is nan"),
        ("SGD", {"momentum": 0.9}, r"SGD has no option 'momentum'; its options: none"),
        ("adam", {}, r"unknown optimizer 'adam'; known: .*Adam"),
    ],
)
def test_options_that_are_not_valid_are_refused(optimizer, options, message):
    with pytest.raises(ValueError, match=message):
        TrainingConfig(optimizer=optimizer, optimizer_options=options)


def test_the_config_builds_the_optimizer_it_names():
    optimizer = TrainingConfig(optimizer="RMSprop", optimizer_options={"decay": 0.5}, lr=0.25).build_optimizer()
    assert (type(optimizer), optimizer.lr, optimizer.decay) == (OPTIMIZERS["RMSprop"], 0.25, 0.5)


@KINDS
def test_every_optimizer_finds_the_bottom(kind, start):
    optimizer, p = OPTIMIZERS[kind](lr=0.05), start.copy()
    for i in range(1, 3001):
        optimizer.step(p, p.copy(), i)
    assert abs(p).max() < (1 if kind == "AdaGrad" else 0.06)


@pytest.mark.parametrize("lr", [float("inf"), "0.1", None])
@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_a_learning_rate_that_is_no_finite_number_is_refused(kind, lr):
    with pytest.raises(ValueError, match="the learning rate is "):
        OPTIMIZERS[kind](lr=lr)


def test_gradients_of_another_shape_are_refused_and_whole_numbers_taken():
    sgd, params = OPTIMIZERS["SGD"](lr=0.5), {"W": np.ones((2, 2))}
    with pytest.raises(ValueError, match=r"gradient of W has shape \(2,\), but W has shape \(2, 2\)"):
        sgd.update(params, {"W": np.ones(2)})
    sgd.update(params, {"W": np.ones((2, 2), int)})
    assert np.array_equal(params["W"], np.full((2, 2), 0.5))


@KINDS
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_the_graph_of_an_update_is_the_update(kind, dtype, start, rng):
    """The book's rule as circles gives the parameter and the memory that a step gives, to rounding."""
    p, optimizer = start.astype(dtype), OPTIMIZERS[kind](lr=0.05)
    for i in range(1, 6):
        g = rng.standard_normal(p.size).astype(dtype)
        slots = {slot: optimizer.memory.get(slot, np.zeros_like(p)) for slot in optimizer.slots}
        inputs = {"p": p, "g": g, **slots}
        new_p, *new_slots = optimizer.graph(
            variable("p"), variable("g"), tuple(variable(slot) for slot in slots), iteration=i
        )
        values = evaluate(new_p, {name: array.copy() for name, array in inputs.items()}, *new_slots)
        optimizer.step(p, g.copy(), i)
        rounding = {"rtol": 1e-12} if dtype == "float64" else {"rtol": 1e-5, "atol": 1e-7}
        np.testing.assert_allclose(values[new_p], p, **rounding)
        for node, memory in zip(new_slots, optimizer.memory.values(), strict=True):
            np.testing.assert_allclose(values[node], memory, **rounding)
            assert values[node].dtype == p.dtype
