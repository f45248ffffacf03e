"""Run every exercise of the gallery, with and without its fault, and compare all figures with those of its file.

``python -m tests.long.gallery_figures [name ...]``; the test run does it with those that train nothing, and three that
do. The exit code is 1 if one shows another figure than it says.
"""

from __future__ import annotations

import math
import sys

from playground.lessons.own_code.gallery import exercises
from tests.programs import ran


def figures(exercise):
    """Give of each symptom what is seen, what is said, and how far that may be off."""
    for program, side in ((exercise.program, "faulty"), (exercise.mended, "mended")):
        names = ran(program)
        for symptom in exercise.symptoms:
            yield side, symptom.name, float(names[symptom.name]), getattr(symptom, side), symptom.within


def main(wanted):
    off = 0
    for exercise in exercises():
        if exercise.stops or (wanted and exercise.name not in wanted):
            continue
        for side, name, seen, said, within in figures(exercise):
            is_right = math.isnan(seen) if math.isnan(said) else abs(seen - said) <= within
            off += not is_right
            figure = f"{exercise.name:32} {side} {name:12} {seen:12.6g} said {said:12.6g}"
            sys.stdout.write(f"{figure}{'' if is_right else '  OFF'}\n")
    return 1 if off else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
