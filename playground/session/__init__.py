"""The state of the application; knows nothing of windows."""
