"""Python as a person reads and writes it: its colours."""
