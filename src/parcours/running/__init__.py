"""Jobs, the worker processes that do them, and the supervisor that never waits for ever."""
