"""Fields and forms: they report only what a person did."""
