"""Where a learner's code leaves the truth, in what way, and the one change that puts it right."""
