"""The plane of data with two inputs: decision surfaces, and points to edit."""
