"""The conversation: path, events, answers, and what typed text means."""
