"""The dock that shows how training goes."""
