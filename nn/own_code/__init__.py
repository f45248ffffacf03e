"""A learner's own code: recorded, judged, explained."""
