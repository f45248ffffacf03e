"""The half that runs in the confined process: it confines itself, then runs one task."""
