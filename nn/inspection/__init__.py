"""What there is to see in a network and in its passes: mathematics for those who look, which training never needs."""
