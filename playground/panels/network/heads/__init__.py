"""The heads above the columns: the architecture is edited here."""
