"""What a confined process can be asked for, one task a file: ``perform(desk, request)`` gives the answer."""

TASKS = ("run", "record", "train", "script", "iterate", "measure", "judge", "prove", "layer")
"""Names of the files of this folder. What comes in a request never names code of ours."""
PARAMETER = "param "
"""Begins the names of the arrays with which a network is to begin."""
