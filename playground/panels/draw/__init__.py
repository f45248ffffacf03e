"""The dock in which a digit is drawn, picked or dropped, and recognised while it grows."""
