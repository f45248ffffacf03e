"""Views of a network and of its passes as plain numbers: for those who look; training needs none of it."""
