"""The dock of the numbers themselves: every weight and bias."""
