"""Programs that learners wrote: judged in a confined process, and told about."""
