"""What is asked of a learner's class or function, by what it is for; each answer is a finding."""
