"""What happens at this step, told: its formula whole, and one sentence in the words of the book."""
