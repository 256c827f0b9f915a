"""Days as they are typed on the command line."""

from datetime import date

import click

EXAMPLES = "for example 2027-06-30, 'next friday' or 'in two weeks'"


class Day(click.ParamType[date]):
    """A day: YYYY-MM-DD, or in the words people use."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Raises UsageError with an example."""
        if isinstance(value, date):
            return value
        from aijri_engine.text import clean
        from aijri_engine.text.days import read_day

        found = read_day(str(value), date.today())
        if found is None:
            self.fail(f"{clean(str(value), 40)!r} is not a day; {EXAMPLES}.", param, ctx)
        return found


DAY = Day()
