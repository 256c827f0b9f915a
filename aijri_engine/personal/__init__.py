"""From answers to a result: scorecard, contributions, bridge, range, advice, outlook, fit, quality."""
