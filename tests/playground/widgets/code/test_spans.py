"""Python coloured line by line: what one line tells the next is whether a string is open."""

from __future__ import annotations

import pytest

from playground.widgets.code.spans import KEYWORD, NAME, QUIET, coloured

PROGRAM = '''class Relu:
    """y = x
    if x > 0"""

    def forward(self, x):
        return x  # the input
'''


def looks(text):
    state, found = 0, set()
    for number, line in enumerate(text.split("\n")):
        spans, state = coloured(line, state)
        found |= {(number, line[s.start : s.start + s.length], s.look) for s in spans}
    return found


def test_words_strings_and_comments_are_found():
    assert looks(PROGRAM) == {
        (0, "class", KEYWORD),
        (0, "Relu", NAME),
        (1, '"""y = x', QUIET),
        (2, '    if x > 0"""', QUIET),
        (4, "def", KEYWORD),
        (4, "forward", NAME),
        (5, "return", KEYWORD),
        (5, "# the input", QUIET),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = np.dot(x,", set()),  # closed further below
        ("        self.b, np.zeros(3))  # b", {(0, "# b", QUIET)}),
        (
            "x = r'''a\nif\n''' if 1 else 2",
            {(0, "r'''a", QUIET), (1, "if", QUIET), (2, "'''", QUIET), (2, "if", KEYWORD), (2, "else", KEYWORD)},
        ),
        ('s = """a\\"""b"""  # c', {(0, '"""a\\"""b"""', QUIET), (0, "# c", QUIET)}),
        ("return '가", {(0, "return", KEYWORD)}),  # still being typed
        ("$ ? 0x", set()),
        ("", set()),
    ],
)
def test_what_is_not_finished_is_coloured_as_far_as_it_goes(text, expected):
    assert looks(text) >= expected
    assert {each for each in looks(text) if each[2] == KEYWORD} == {each for each in expected if each[2] == KEYWORD}
