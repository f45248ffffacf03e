"""What Python says of a text that is none comes as a message, word for word, whichever Python it is."""

from __future__ import annotations

import ast
import warnings

import pytest

from nn.messages import Message
from nn.own_code.source import Source, SourceError, parse
from nn.own_code.syntax_reasons import reason_of

NO_PYTHON = [
    "x = (1 +", "x = 1)", "x = (1]", "x = (1,\n2]", "def f(x)\n    return x", "x = 1 2", "x = [1 2]",
    "if x = 1:\n    pass", "1 = x", "f() = 1", "x + 1 = 2", "None = 1", "f(a.b=1)", "del f()", "f() += 1",
    "(x, y): int", "x = 'abc", 'x = """abc\n', "x = f'abc", "f'{}'", "f'}'", "f'{a'", "f'{a!x}'", "x = 3a",
    "x = 0b12", "x = 0xZ", "x = 08", "x = 1e", "x = “a”", "x = 1\u200b", "x = 'C:\\Users'", "x = b'é'", "  x = 1",
    "if x:\ny = 1", "def f():\nreturn 1", "class A:\nx = 1", "for i in x:\ny", "try:\n    x\nexcept:\ny",
    "if x:\n    y\n  z", "return 1", "break", "continue", "def f():\n    await x", "def f(x, x): pass",
    "def f(x=1, y): pass", "f(x=1, 2)", "f(a=1, a=2)", "f(x for x in y, 1)", "def f(*): pass", "def f((a, b)): pass",
    "try:\n    x\n", "from a import b,", "import", "def f(x):\n    global x", "def f():\n    x = 1\n    global x",
    "def f():\n    nonlocal x", "nonlocal x", "from __future__ import nix", "x = 1\nfrom __future__ import division",
    "x = a if b", "x = {1: 2, 3}", "x = {1: }", "x = \\ 1", "*a, *b = c", "*a = c", "[x, y for x, y in z]",
    "for i range(3): pass", "exec 'a'", "x <> y", "a + not b",
]  # fmt: skip
"""What people type, and paste."""


def said_of(text):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(ast.parse(text), "own.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error.msg
    return pytest.fail(f"{text!r} is Python")


@pytest.mark.parametrize("text", NO_PYTHON)
def test_a_reason_of_pythons_is_a_message_word_for_word(text):
    reason = reason_of(said_of(text))
    assert isinstance(reason, Message)
    assert reason == said_of(text)


@pytest.mark.parametrize(
    ("said", "template", "values"),
    [
        ("'(' was never closed", "'{bracket}' was never closed", {"bracket": "("}),
        ("f-string: unmatched ')'", "f-string: {reason}", {"reason": "unmatched ')'"}),
        ("cannot assign to literal", "cannot assign to {what}", {"what": "literal"}),
        (
            "Missing parentheses in call to 'exec'. Did you mean exec(...)?",
            "Missing parentheses in call to '{name}'. Did you mean {name}(...)?",
            {"name": "exec"},
        ),
    ],
)
def test_what_stands_in_its_places_is_known(said, template, values):
    reason = reason_of(said)
    assert (reason.template, dict(reason.values)) == (template, values)


def test_words_among_them_are_messages_and_names_of_the_learners_are_not():
    assert isinstance(reason_of("cannot assign to literal").values["what"], Message)
    assert not isinstance(reason_of("keyword argument repeated: literal").values["name"], Message)


def test_what_no_python_is_known_to_say_stays_as_it_is():
    said = "this is said by a Python that nobody has seen yet"
    assert reason_of(said) is said


def test_the_sentence_names_the_line_and_has_the_reason():
    with pytest.raises(SourceError) as caught:
        parse(Source("x = 1\ny = (2\n"))
    message = caught.value.message
    assert message == "Line 2 is not Python: '(' was never closed"
    assert message.values["reason"].template == "'{bracket}' was never closed"
