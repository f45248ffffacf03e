from __future__ import annotations

import pytest

from playground.lessons.lines import line_of, said

SOURCE = '''# a comment
chapter = "3"

title.en = "One"
title.ko = """
[start]
steps = 3
"""

[start]
sample = { x = [1, 2] }
layers = [
  { kind = "Affine" },
  { kind = "Relu" },
]

[[steps]]
text.en = "first"

[[steps.numbers]]
value = "a"

[[steps.numbers]]
value = "b"

[[steps]]
text.en = "second"

[[steps.numbers]]
value = "c"  # [[steps]]

[steps.question]
answer = 1

[[steps.question.choices]]
text = "1"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("chapter",), 2),
        (("title",), 4),
        (("title", "ko"), 5),
        (("start",), 10),
        (("start", "sample", "x"), 11),
        (("start", "layers", 1, "kind"), 12),
        (("steps", 0), 17),
        (("steps", 0, "text", "en"), 18),
        (("steps", 0, "text", "ko"), 18),
        (("steps", 0, "numbers", 1, "value"), 24),
        (("steps", 0, "numbers", 1, "missing"), 23),
        (("steps", 1), 26),
        (("steps", 1, "numbers", 0, "value"), 30),
        (("steps", 1, "question", "answer"), 33),
        (("steps", 1, "question", "choices", 0, "text"), 36),
        (("steps", 1, "question", "ask"), 32),
        (("missing",), 1),
        ((), 1),
    ],
)
def test_it_finds_the_line_of_a_field_or_of_what_should_hold_it(path, line):
    assert line_of(SOURCE, path) == line


def test_a_path_is_said_as_a_person_counts():
    assert said(("steps", 1, "numbers", 0, "value")) == "steps[2].numbers[1].value"
