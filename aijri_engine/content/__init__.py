"""What authors write: models of the content files, their strict source, and the library that joins them."""
