"""The program without a window: ``nn-playground train``, ``predict``, ``check`` and ``export``, one command a file."""

COMMANDS = ("train", "search", "race", "predict", "check", "export")
