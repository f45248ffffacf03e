"""The search box: every command, panel, setting, layer and lesson by its name, in both languages."""
