"""The named values of the pass."""
