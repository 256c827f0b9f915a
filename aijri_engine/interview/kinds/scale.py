"""A point on a scale: a number by another name, for questions whose ends have words."""

from aijri_engine.interview.kinds.number import NumberKind


class ScaleKind(NumberKind):
    """`float`."""
