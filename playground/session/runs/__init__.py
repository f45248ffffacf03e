"""The runs of a document: kept when another one begins, named, compared, taken back; groups that differ in a seed."""
