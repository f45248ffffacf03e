"""The computational graph of the layer at which the cursor stands."""
