"""The interview as one page that a person fills in anywhere: made from the content, it works out nothing."""
