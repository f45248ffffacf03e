"""A learner's own classes in a training: which of them can learn, how they are made, what they keep to themselves."""
