"""Trainings as trials: what differs between them, how well each did, and where to look next."""
