"""Windows that answer one question and go away again; imported when they are asked for."""
