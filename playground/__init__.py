"""A desktop playground for seeing how a neural network thinks and learns."""
