"""What can be chosen by name, with its options: registries, options, and what is registered."""
