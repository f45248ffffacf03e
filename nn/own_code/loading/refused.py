"""What a program asks for and does not get."""

from __future__ import annotations


class Refused(Exception):
    """Raised within a learner's program, with a `Message`, where it uses what is not there."""
