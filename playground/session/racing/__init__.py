"""Races in the window: the half in a thread of its own, and the half that the panel talks to."""
