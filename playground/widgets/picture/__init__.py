"""Pictures: read from files as if hostile, made of widgets, made of weights."""
