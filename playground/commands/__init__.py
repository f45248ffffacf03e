"""The program without a window: ``nn-playground train``, ``predict``, ``check`` and the like, one command a file."""

COMMANDS = ("train", "search", "race", "watch", "predict", "check", "export")
"""Each is a module here."""
