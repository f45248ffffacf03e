"""Trials of a search at work, without Qt: here, in processes or on other machines, and a journal of what came out."""
