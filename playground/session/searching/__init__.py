"""A search beside the window: what is tried, what came out, where to look next, and the winner judged once."""
