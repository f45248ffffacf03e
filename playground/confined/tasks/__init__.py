"""What a confined process can be asked for, one task a file: ``perform(desk, request)`` gives the answer."""

TASKS = ("run", "record", "train", "measure", "judge", "prove", "layer")
"""Names of the files of this folder. What comes in a request never names code of ours."""
