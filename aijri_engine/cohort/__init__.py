"""One index for many: a flat table of answers to figures, as expressions that a database or a data frame runs.

For services and research, never for hiring, promotion, pay or redundancy (design promise 9).
"""
