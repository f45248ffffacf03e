"""What a learner writes and mends, as plain data: skeletons, the course *Build it yourself*, the gallery of bugs."""
