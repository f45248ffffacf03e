"""Settings that must stand before NumPy and Qt are imported, and the profile of the random tests."""

import os
import signal
from pathlib import Path

SCREEN = Path(__file__).parents[1] / "resources" / "screen_1366x768.json"
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

if hasattr(signal, "SIGHUP"):  # a run under nohup ignores it, and so would every program that a test starts
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

from hypothesis import HealthCheck, settings  # noqa: E402 - only now, it may import NumPy

# The same examples in every run: a failure in CI is one that can be looked at here. Nothing is measured by the clock.
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci")
