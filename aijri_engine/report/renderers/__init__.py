"""One module a format. Each imports its library when it is first used, and only then."""
