"""Changes that put right what people get wrong, one kind of place a file; a search tries them."""
