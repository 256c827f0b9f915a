"""The sections of a report, each a pure function from a result and options to blocks."""
