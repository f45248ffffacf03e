"""The matrices of the event at which the cursor stands."""
