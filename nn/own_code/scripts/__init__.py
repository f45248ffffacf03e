"""A learner's training script: run for a while, watched, and judged; its own slips, not those of its classes."""
