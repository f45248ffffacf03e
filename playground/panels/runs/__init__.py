"""The runs of the document in a table: named, compared, drawn together, taken back, done again with other seeds."""
