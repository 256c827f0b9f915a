"""Words before any question: tokens, numbers, amounts, names, clauses, and what words most likely mean."""
