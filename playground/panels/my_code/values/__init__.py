"""One value of a recording, whole, with the gradient that belongs to it."""
