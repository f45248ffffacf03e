"""Finding out why a training went wrong: in a thread, with what was found kept."""
