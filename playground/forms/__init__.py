"""Forms of panels: what they offer, what they show, and what their edits mean for the session."""
