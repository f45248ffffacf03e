"""What is looked at: the network, the sample, and what the one makes of the other."""
