"""Occupations: starting tables and job titles from public figures, and finding a job by what people call it."""
