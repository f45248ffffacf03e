"""A computational graph to look at: what is drawn as plain data, where it stands, and the widget that shows it."""
