"""What a lesson asks before it shows anything: numbers and lines as they are typed, and how they are judged."""
