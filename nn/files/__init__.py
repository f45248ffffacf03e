"""Files of this library: written whole or not at all, and read as if a stranger had written them."""
