"""A session without data, small lessons, and a course to put them in."""

from __future__ import annotations

import pytest

from playground.lessons.course import Course
from playground.lessons.format import read_lesson
from playground.session.session import Session

LESSON = '''
chapter = "3.4"
title.en = "Small"
title.ko = "작은 수업"
intro.en = "Two inputs, one neuron."
intro.ko = "입력 둘, 뉴런 하나."

[start]
data = { name = "plane", samples = 20 }
breakpoints = [[{ kind = "dead", share = 0.75 }, { kind = "loss_jump" }], [{ kind = "softmax_rows" }]]
sample = { x = [1.0, 0.5], t = [0.0] }
plot = { functions = ["Step"], low = -8, high = 8 }
neuron = { layer = "Affine1", index = 0 }
panels = ["network"]
training = { optimizer = "SGD", lr = 0.5, epochs = 40, batch_size = 10 }

[start.network]
input_shape = [2]
layers = [{ kind = "Affine", units = 1 }, { kind = "Sigmoid" }]
loss = "IdentityWithLoss"
dtype = "float64"

[start.weights]
W1 = [[1.0], [2.0]]
b1 = [0.5]

[[steps]]
title.en = "Read"
title.ko = "읽기"
text.en = """
Read a
line.

And another."""
text.ko = "읽으세요."

[[steps.numbers]]
value = "a1"
expected = [2.5]
decimals = 4

[[steps]]
title.en = "Do"
title.ko = "하기"
text.en = "Choose ReLU."
text.ko = "ReLU를 고르세요."
after.en = "Done."
after.ko = "했습니다."
done = { condition = "activation", function = "Relu" }

[[steps.offers]]
label.en = "ReLU"
label.ko = "ReLU"
[steps.offers.network]
input_shape = [2]
layers = [{ kind = "Affine", units = 1 }, { kind = "Relu" }]
loss = "IdentityWithLoss"
dtype = "float64"

[[steps.offers]]
weights = { b1 = [1.5] }

[[steps]]
title.en = "Answer"
title.ko = "답하기"
text.en = "Think."
text.ko = "생각하세요."

[steps.question]
ask.en = "How many?"
ask.ko = "몇 개?"
answer = 1

[[steps.question.choices]]
text = "1"
reply.en = "More."
reply.ko = "더."

[[steps.question.choices]]
text = "2"
'''


@pytest.fixture
def source() -> str:
    """The text of a lesson that has everything once."""
    return LESSON


@pytest.fixture
def lesson():
    return read_lesson(LESSON, "small.toml")


@pytest.fixture
def session(qtbot):
    """Give a session whose only data are the ones that a lesson asks for."""
    made = Session(load=False)
    yield made
    made.close()
    made.deleteLater()  # by Qt, from the root down: the garbage collector may free a child twice


@pytest.fixture
def course(session):
    return Course(session, session)


@pytest.fixture
def opened(qtbot, session, course, lesson):
    """Give a course in which the small lesson is open and its data are loaded."""
    course.open(lesson)
    qtbot.waitUntil(lambda: session.library.data is not None and bool(course.readings))
    return course
