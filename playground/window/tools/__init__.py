"""Parts of the tool bar."""
