"""What a recording tells: places, names, lines, versions, ties, and that it is finished data."""

from __future__ import annotations

import numpy as np
import pytest

from nn.own_code.recording import Recorder, Thing
from tests.nn.own_code.recorded import loaded, recorded

RELU = """\
import numpy as np

class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x <= 0)
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        dx = dout
        return dx
"""


def run(text, call, **limits):
    recorder = Recorder(**limits)
    namespace = loaded(text, recorder).namespace
    with recorder.recording():
        call(namespace)
    return recorder.last


def test_each_value_knows_the_text_it_was_computed_by():
    text = "import numpy as np\ndef loss(y, t):\n    값 = -np.sum(t * np.log(y + 1e-7)) / 2  # 한글\n    return 값\n"
    recording = run(text, lambda own: own["loss"](np.ones(2), np.ones(2)))
    texts = [recording.text(node.site) for node in recording.nodes if node.site]
    assert texts == [
        "y + 1e-7",
        "np.log(y + 1e-7)",
        "t * np.log(y + 1e-7)",
        "np.sum(t * np.log(y + 1e-7))",
        "-np.sum(t * np.log(y + 1e-7))",
        "-np.sum(t * np.log(y + 1e-7)) / 2",
    ]
    assert recording.nodes[-1].site.function == "loss"
    assert recording.nodes[-1].name == "값"


def test_lines_names_and_functions_come_in_their_order():
    recording = run(RELU, lambda own: own["Relu"]().forward(np.array([[1.0, -2.0]])))
    told = [(e.kind, e.site.line, e.name) for e in recording.events]
    assert told == [
        ("enter", 4, "__init__"),
        ("line", 5, ""),
        ("bind", 5, "self.mask"),
        ("leave", 4, "__init__"),
        ("enter", 7, "forward"),
        ("bind", 7, "x"),
        ("line", 8, ""),
        ("bind", 8, "self.mask"),
        ("line", 9, ""),
        ("bind", 9, "out"),
        ("line", 10, ""),
        ("bind", 10, "out[self.mask]"),
        ("line", 11, ""),
        ("bind", 11, "return"),
        ("leave", 7, "forward"),
    ]
    values = {e.site.line: e.node.value.tolist() for e in recording.events if e.kind == "bind" and e.node is not None}
    assert values == {7: [[1, -2]], 8: [[False, True]], 9: [[1, -2]], 10: [[1, 0]], 11: [[1, 0]]}
    assert recording.events[1].value is None


def test_values_that_are_no_numbers_are_told_by_their_type():
    recording = run("def f():\n    a, b = {}, (1, 'x\\n')\n", lambda own: own["f"]())
    assert [e.value for e in recording.events if e.kind == "bind"] == [Thing("dict"), (1, "x�")]


def test_a_value_keeps_the_numbers_it_had_when_its_array_is_written_into():
    text = (
        "def f(x):\n    y = x * 2\n    z = y\n    row = y[1]\n    y[0] = 7\n    row += 1\n    y *= 10\n    return z\n"
    )
    recording = run(text, lambda own: own["f"](np.array([[1.0], [2.0]])))
    assert [node.value.ravel().tolist() for node in recording.named("y")] == [[2, 4], [70, 50]]
    assert [node.value.ravel().tolist() for node in recording.named("y[0]")] == [[7, 4]]
    assert [node.value.tolist() for node in recording.named("row")] == [[4], [5]]
    assert recording.named("return")[-1].value.ravel().tolist() == [70, 50]
    assert recording.named("z")[0].value.ravel().tolist() == [2, 4]


def test_every_version_can_be_looked_at_in_any_order():
    text = """
    def f(x, note):
        v = x[::-1]
        for i in range(40):
            v[i % 4] += i
            x *= 1.5
            note(x, v)
    """
    seen = []
    recording = run(text, lambda own: own["f"](np.arange(4.0), lambda x, v: seen.append(x.copy())))
    xs = [node for node in recording.nodes if node.operation == "multiply"]
    vs = [node for node in recording.nodes if node.operation == "gather"]
    assert (len(xs), len(vs), len(seen)) == (40, 40, 40)
    for k in (39, 0, 20, 19, 21, 38, 3, 39, *range(40)):
        np.testing.assert_array_equal(xs[k].value, seen[k])
        np.testing.assert_array_equal(vs[k].value, seen[k][::-1])


def test_a_recording_is_not_changed_by_what_comes_after_it():
    recorder = Recorder()
    step = loaded("def step(w, g):\n    w -= g\n    return w\n", recorder).namespace["step"]
    w = np.ones(3)
    recording, node = recorded(lambda: step(w, np.full(3, 0.5)), ("w", w), recorder=recorder)
    w[...] = 99
    step(w, w)
    assert node.value.tolist() == [0.5, 0.5, 0.5]
    assert recording.nodes[0].value.tolist() == [1, 1, 1]
    with pytest.raises(ValueError, match="read-only"):
        node.value[0] = 1


def test_names_that_share_memory_are_tied():
    text = "def f(x):\n    y = x * 1.0\n    v = y.T\n    c = y.copy()\n    top = y[0]\n    low = y[1]\n    return v\n"
    recording = run(text, lambda own: own["f"](np.ones((2, 2))))
    [y], [v], [c], [top], [low] = (recording.named(name) for name in ("y", "v", "c", "top", "low"))
    assert set(recording.sharing(y)) == {v, top, low}
    assert set(recording.sharing(top)) == {y, v}
    assert recording.sharing(c) == ()


def test_names_that_are_tied_at_a_moment_are_told():
    text = RELU + "\ndef run(x, dout):\n    relu = Relu()\n    y = relu.forward(x)\n    return relu.backward(dout)\n"
    recording = run(text, lambda own: own["run"](np.array([1.0, -1.0]), np.ones(2)))
    last = {event.name: place for place, event in enumerate(recording.events)}
    *_, backward = recording.frames(last["dx"] + 1)
    assert backward.function == "Relu.backward"
    assert set(backward.names) == {"self.mask", "dout", "dout[self.mask]", "dx"}
    assert ("dout", "dx") in backward.ties()
    assert not any("self.mask" in pair for pair in backward.ties())
    assert [frame.function for frame in recording.frames(last["dx"])] == ["", "run", "Relu.backward"]
    assert [frame.function for frame in recording.frames(len(recording.events))] == [""]


def test_a_name_bound_anew_is_no_longer_tied():
    text = "def f(p, g):\n    q = p\n    p = p - g\n    return p\n"
    recording = run(text, lambda own: own["f"](np.ones(2), np.ones(2)))
    binds = [place for place, event in enumerate(recording.events) if event.kind == "bind"]
    assert recording.frames(binds[2] + 1)[-1].ties() == (("p", "q"),)
    assert recording.frames(binds[3] + 1)[-1].ties() == ()


def test_rounds_of_loops_are_counted():
    text = "def f(x):\n    for i, row in enumerate(x):\n        for v in row:\n            n = v\n    for k in 'ab':\n"
    text += "        pass\n    return x\n"
    recording = run(text, lambda own: own["f"](np.arange(6.0).reshape(2, 3)))
    seen = [
        [(loop.line, n) for loop, n in recording.frames(place + 1)[-1].rounds.items()]
        for place, event in enumerate(recording.events)
        if event.name in ("n", "k", "return")
    ]
    inner = [[(2, i), (3, k)] for i in (1, 2) for k in (1, 2, 3)]
    assert seen == [*inner, [(5, 1)], [(5, 2)], []]


def test_names_of_elements_carry_their_key():
    text = (
        "def f(p):\n    for key in ('W1', 'b1'):\n        p[key] -= 0.5\n        q = {}\n        q[key] = p[key] * 2\n"
    )
    recording = run(text, lambda own: own["f"]({"W1": np.ones(1), "b1": np.zeros(1)}))
    names = [event.name for event in recording.events if event.kind == "bind" and event.node is not None]
    assert names == ["p['W1']", "q['W1']", "p['b1']", "q['b1']"]


def test_each_round_of_a_loop_binds_its_name_again():
    text = "def f(x):\n    n = 0\n    for i, row in enumerate(x):\n        n += i\n"
    text += "    while n > 1:\n        n -= 1\n    return n\n"
    recording = run(text, lambda own: own["f"](np.ones((3, 1))))
    assert [event.value for event in recording.events if event.kind == "bind" and event.name == "i"] == [0, 1, 2]
    assert [e.site.line for e in recording.events if e.kind == "line"] == [2, 3, 4, 4, 4, 5, 6, 5, 6, 5, 7]


def test_a_line_can_be_given_another_value():
    recorder = Recorder()
    f = loaded("def f(x):\n    y = x * 2\n    y += 1\n    return y\n", recorder).namespace["f"]
    first, second = (next(s for s in recorder.sites if s.line == line and s.kind == "assignment") for line in (2, 3))
    with recorder.substitute(first, lambda value: value * 10):
        assert f(np.ones(1)).tolist() == [21]
    with recorder.substitute(second, lambda value: -value):
        assert f(np.ones(1)).tolist() == [-3]
    assert f(np.ones(1)).tolist() == [3]


def test_a_full_recording_ends_with_what_it_has():
    text = "def f(x):\n    for i in range(1000):\n        x += 1.0\n    return x\n"
    results = []
    recording = run(text, lambda own: results.append(own["f"](np.zeros(1))), most_nodes=50)
    assert (len(recording.nodes), recording.is_full, results[0].tolist()) == (50, True, [1000])
    assert [node.value.tolist() for node in recording.nodes] == [[k] for k in range(50)]
    assert recording.notes == ("Line 2: the recording is full after 50 values; it ends here.",)
    ended = run(text, lambda own: results.append(own["f"](np.zeros(1))), most_nodes=50, ends_program=True)
    assert [node.value.tolist() for node in ended.nodes] == [[k] for k in range(50)]
    assert len(results) == 1  # the second never came back


@pytest.mark.parametrize(
    "loop",
    [
        "while True:\n        pass",
        "while True: x = x + 1",
        "[x * 2 for k in itertools.count()]",
        "any(np.all(x > 5) for k in itertools.count())",
    ],
)
def test_a_loop_without_end_ends_with_the_recording(loop):
    text = f"import itertools\nimport numpy as np\ndef f(x):\n    {loop}\n"
    assert run(text, lambda own: own["f"](np.zeros(1)), most_nodes=50, ends_program=True).is_full


def test_memory_counts_as_well():
    text = "def f(x):\n    for i in range(1000):\n        x = x + 1.0\n    return x\n"
    recording = run(text, lambda own: own["f"](np.zeros(1000)), most_bytes=100_000)
    assert recording.is_full
    assert sum(node.value.nbytes for node in recording.nodes) < 120_000


def test_a_program_behaves_as_without_a_recorder():
    text = """
    import numpy as np
    class Base:
        count = 0
        def __init__(self, *parts, scale=1, **more):
            self.__hidden = scale
            Base.count += 1
            self.parts = parts
        @property
        def hidden(self):
            return self.__hidden
        @staticmethod
        def double(x): return 2 * x
        @classmethod
        def made(cls, n): return cls(*range(n))
        def __call__(self, x): return self.hidden * x
    class Own(Base):
        def __init__(self, *parts):
            super().__init__(*parts, scale=3)
            self.__hidden = 5
            self.__hidden += 1
        def own(self): return self.__hidden
    def fib():
        a, b = 0, 1
        while True:
            yield a
            a, b = b, a + b
    def first(n):
        from itertools import islice
        return list(islice(fib(), n))
    o = Own.made(3)
    found = [o(2), o.own(), o.hidden, Base.count, Own.double(4), o.parts, first(7)]
    def outer():
        total = 0
        def inner(x):
            nonlocal total
            total += x
            return total
        return [inner(k) for k in range(4)], {k: v for k, v in zip('ab', (1, 2))}, 1 < 2 < 3, not [], -1
    found.append(outer())
    match found[0]:
        case int(n) if n > 5: found.append(('six', n))
        case -1: found.append('minus')
    with np.errstate(all='ignore'):
        found.append(f"{np.float64(1) / 0:.1f} {3!r}")
    text = 'a' 'b'
    found.append(text[::-1])
    if (n := len(found)) > 3: found.append(n)
    x: int = 3
    found.append(x)
    for i in range(3):
        if i == 1: continue
        found.append(i)
    else:
        found.append('else')
    try:
        raise ValueError('x')
    except (ValueError, TypeError) as error:
        found.append(str(error))
    finally:
        found.append('finally')
    from functools import partial, reduce, wraps
    def twice(f):
        @wraps(f)
        def again(*args, **kwargs): return f(f(*args, **kwargs))
        return again
    @twice
    def add_one(v, by=1): return v + by
    found += [add_one(3), partial(add_one, by=2)(1), reduce(lambda a, b: a * b, [1, 2, 3.5])]
    class Money:
        def __init__(self, n): self.n = n
        def __mul__(self, k): return Money(self.n * k)
        __rmul__ = __mul__
        def __getattr__(self, name): return name.upper()
        def __eq__(self, other): return self.n == other.n
    found += [(2 * Money(3)).n, Money(1) == Money(1), Money(1).tag, "%d %s" % (1, "x"), "=" * 3, {1} | {2}, [1] + [2]]
    itself = []
    itself.append(itself)
    longer = [0.5] * 3
    longer += [1.5]
    found += [len(itself), longer, np.vectorize(lambda v: v * 2)(np.arange(3)).tolist(), list(zip(*np.eye(2)))[0]]
    found += [sorted(np.array([3.0, 1.0])), max(np.array([1.0, 2.0])), sum(np.ones(3)), [*map(float, np.ones(2))]]
    it = iter(np.arange(3)); found.append(next(it) + next(it))
    found[-7:] = [str(v) for v in found[-7:]]
    def kw(a, /, b, *, site=1, function=2, self=3): return a, b, site, function, self
    found.append(kw(1, b=2, site=5, function=6, self=7))
    found.append(sorted(locals().keys())[:2])
    del text
    assert 'text' not in globals()
    """
    bare = loaded(text).namespace["found"]
    recorder = Recorder()
    with recorder.recording():
        own = loaded(text, recorder).namespace["found"]
    assert own == bare


def test_the_gradient_check_of_the_program_is_one_value():
    text = """
    import numpy as np
    def numerical_gradient(f, x):
        grad = np.zeros_like(x)
        for i in np.ndindex(x.shape):
            before = x[i]
            x[i] = before + 1e-4; above = f(x)
            x[i] = before - 1e-4; below = f(x)
            grad[i] = (above - below) / 2e-4
            x[i] = before
        return grad
    def run(x):
        return numerical_gradient(lambda v: np.sum(v ** 2), x)
    """
    recording = run(text, lambda own: own["run"](np.ones((4, 5))))
    assert [node.operation for node in recording.nodes] == ["leaf", "numerical_gradient"]
    np.testing.assert_allclose(recording.nodes[-1].value, 2)


def test_a_set_of_data_is_neither_counted_nor_copied():
    data = np.zeros(3_000_000)
    recorder = Recorder(most_bytes=1_000_000)
    f = loaded("def f(x):\n    batch = x[5:8]\n    return batch * 2\n", recorder).namespace["f"]
    recording, _ = recorded(lambda: f(data), ("x", data), recorder=recorder)
    assert not recording.is_full
    assert np.shares_memory(recording.nodes[0].value, data)
    assert recording.nodes[0].value.flags.writeable is False


def test_a_million_prints_end_with_a_sentence(capsys):
    text = "def f():\n    for i in range(10**6):\n        print(i)\n"
    recording = run(text, lambda own: own["f"](), most_nodes=2_000, ends_program=True)
    assert recording.notes[0].startswith(("Line 2: ", "Line 3: "))
    assert len(recording.events) <= 6_001
    assert capsys.readouterr().out.count("\n") < 6_000


def test_endless_recursion_ends_as_it_would_without_a_recorder():
    recorder = Recorder()
    text = "def f(x):\n    y = x * 2\n    return f(y)\n"
    f = loaded(text, recorder).namespace["f"]
    with pytest.raises(RecursionError), recorder.recording():
        f(np.ones(2))
    recording = recorder.last
    assert len(recording.nodes) > 100
    assert recording.nodes[1].value.tolist() == [2, 2]


@pytest.mark.parametrize(
    "loop",
    [
        "for i in itertools.count():\n        pass",
        "return [i for i in itertools.count() if i < 0]",
        "return sum(i for i in itertools.count())",
        "return list(map(float, itertools.count()))",
    ],
    ids=["with nothing in it", "in a list", "in a sum", "mapped"],
)
def test_a_loop_that_computes_nothing_recorded_comes_to_the_limit_too(loop):
    text = f"import itertools\ndef go_on():\n    {loop}\n"
    recording = run(text, lambda own: own["go_on"](), most_nodes=500, ends_program=True)
    assert recording.is_full
    assert recording.notes[0].startswith("Line ")
