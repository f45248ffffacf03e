"""How long a test waits before it says that something hangs. A machine that is busy with other work fails no test."""

HANG_S = 300
"""For what happens in this process: where nothing else runs, it comes within seconds."""

PROCESS_S = 300
"""For a process of its own, which starts and imports first."""
