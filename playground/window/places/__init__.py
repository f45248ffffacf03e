"""Where panels stand: four places, five arrangements of them, and what fills the window or gives way for a while."""
