"""A learner's own code, run in a process of its own that can harm nothing; knows no Qt."""
