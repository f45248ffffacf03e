"""What is carried out of the window: programs, weights, tables and pictures."""
