"""How things look: colours, icons, and widgets that follow the theme and the language."""
