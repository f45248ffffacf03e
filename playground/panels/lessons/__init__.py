"""The dock with lessons: a list to choose from, and the lesson that is open."""
