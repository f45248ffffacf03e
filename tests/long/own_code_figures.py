"""Run every exercise of the gallery, with and without its fault, and every proof of the course; compare all figures.

``python -m tests.long.own_code_figures [name ...]``; the test run does it with those that train nothing, and some that
do. The exit code is 1 if one shows another figure than its file says.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

from playground.lessons.own_code.build_it_yourself import milestones
from playground.lessons.own_code.gallery import exercises
from tests.programs import ran

SOLUTIONS = Path(__file__).parents[1] / "playground/lessons/own_code/solutions"


def figures_of_the_gallery(exercise):
    """Give of each symptom what is seen, what is said, and how far that may be off."""
    if exercise.stops:
        return
    for program, side in ((exercise.program, "faulty"), (exercise.mended, "mended")):
        names = ran(program)
        for symptom in exercise.symptoms:
            yield f"{side} {symptom.name}", float(names[symptom.name]), getattr(symptom, side), symptom.within


def figures_of_the_course(milestone):
    """Give the accuracy that a right solution reaches."""
    own = (SOLUTIONS / f"{milestone.skeleton.name}.txt").read_text(encoding="utf-8")
    accuracy = float(ran(milestone.proof.program, own=own)["accuracy"])
    yield "accuracy", accuracy, milestone.proof.seen, 0.015


def main(wanted):
    off = 0
    for things, figures in ((exercises(), figures_of_the_gallery), (milestones(), figures_of_the_course)):
        for thing in things:
            if wanted and thing.name not in wanted:
                continue
            for name, seen, said, within in figures(thing):
                is_right = math.isnan(seen) if math.isnan(said) else abs(seen - said) <= within
                off += not is_right
                figure = f"{thing.name:32} {name:20} {seen:12.6g} said {said:12.6g}"
                sys.stdout.write(f"{figure}{'' if is_right else '  OFF'}\n")
    return 1 if off else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
