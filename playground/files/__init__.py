"""The document's file for a person: opened, saved, recovered; questions, progress and what became of it."""
