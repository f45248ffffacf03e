"""The computational graph of the function that is stepped through."""
