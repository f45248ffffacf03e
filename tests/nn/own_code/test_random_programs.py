"""Programs drawn at random of views, other names and writes: reverse mode and central differences agree."""

from __future__ import annotations

import random

import numpy as np
import pytest

from tests.nn.own_code.recorded import by_differences, by_reverse_mode, function


class Drawn:
    """A program over the input x, of shape (3, 4), that makes views, other names and copies, and writes into them."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.shapes = {"y": (3, 4), "z": (3, 4)}
        self.lines = ["y = x * 1.5", "z = x + 0.5"]
        for number in range(self.random.randint(4, 12)):
            self.line(f"v{number}")
        squares = (f"np.sum({1 + 0.1 * k:.1f} * {name} * {name})" for k, name in enumerate(self.shapes))
        self.lines.append("r = " + " + ".join(squares))

    @property
    def text(self):
        return "\n".join(self.lines)

    def number(self):
        return f"x[{self.random.randrange(3)}, {self.random.randrange(4)}]"

    def line(self, new):
        a = self.random.choice(list(self.shapes))
        shape = self.shapes[a]
        b = self.random.choice([name for name, other in self.shapes.items() if other == shape])
        makes = {a: shape, f"{a}.copy()": shape, f"np.tanh({a})": shape, f"{a}.reshape(-1)": (int(np.prod(shape)),)}
        writes = [
            f"{a} *= {self.random.choice([self.number(), '1.25'])}",
            f"{a} += {self.number()} * {self.number()}",
            f"{a}[...] = {b} * 0.75",
            f"{a}[{a} > 0.3] = {self.number()}",
            f"np.multiply({a}, {a}, out={a})",
        ]
        if len(shape) == 2:
            i, j = self.random.randrange(shape[0]), self.random.randrange(shape[0])
            makes |= {f"{a}.T": shape[::-1], f"{a}[{i}]": shape[1:], f"{a}[::-1, :2]": (shape[0], min(2, shape[1]))}
            writes += [f"{a}[{i}] -= {a}[{j}] * 0.5", f"for q in {a}:\n    q += q[0] * 0.3"]
        else:
            writes += [f"{a}[0] = {self.number()} * 2", f"np.add.at({a}, [0, 0], {self.number()})"]
        if self.random.random() < 0.5:
            made = self.random.choice(list(makes))
            self.lines.append(f"{new} = {made}")
            self.shapes[new] = makes[made]
        else:
            self.lines.append(self.random.choice(writes))


@pytest.mark.parametrize("first", range(0, 120, 20))
def test_any_order_of_views_and_writes_is_differentiated(first):
    for seed in range(first, first + 20):
        text = Drawn(seed).text
        x = np.random.default_rng(seed).normal(size=(3, 4)) * 0.5
        expected = by_differences(function(text), x, 1.0)
        found = by_reverse_mode(text, x.copy(), 1.0)
        scale = max(1.0, np.abs(expected).max())
        np.testing.assert_allclose(found / scale, expected / scale, atol=1e-5, err_msg=f"seed {seed}\n{text}")
