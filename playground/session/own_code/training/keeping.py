"""A training of a person's own code on its way into a document and back."""

from __future__ import annotations

from playground.session.document.code_training import CodeTraining
from playground.session.document.state import kept_losses
from playground.session.own_code.training.course import Course


def kept(course: Course) -> CodeTraining | None:
    """Return what a document keeps of a training; None of one that has handed in no parameters."""
    if course.code is None or course.remains is None or not course.parameters:
        return None
    at, remains = course.parameters_at, course.remains
    return CodeTraining(
        course.code,
        course.settings,
        at,
        course.last,
        dict(course.parameters),
        kept_losses(course.losses[:at]),
        tuple(each for each in course.accuracies if each[0] <= at),
        remains.parameters,
        remains.remembered,
        remains.answers_otherwise,
    )


def course_of(training: CodeTraining) -> Course:
    """Return a training as a document kept it."""
    from playground.confined.trained import Remains

    course = Course(training.settings, training.code)
    course.last = training.last
    course.losses = training.losses.tolist()
    course.accuracies = list(training.accuracies)
    course.parameters, course.parameters_at = training.parameters, training.iteration
    course.remains = Remains(training.count, training.remembered, training.answers_otherwise)
    return course
