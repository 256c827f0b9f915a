"""Words by which a change of some rows leaves the others as they were, or takes back an earlier change."""

import re
from collections.abc import Sequence
from typing import Final

_REST: Final = (
    r"(?:the )?(?:rest|others|other (?:ones|rows|tasks)|everything else|all else|remaining ones|remainder)"
)
_AS: Final = (
    r"(?:(?:all|just|exactly|much|about|the) )*(?:same|unchanged|untouched|alone|as|like)"
    r"(?: (?:as|like|is|it|its|they|i|we|was|were|are|had|have|said|told|put|gave|before|first|at|the|start|now|them"
    r"|stand|stands|been|earlier|originally|time|last|same|way))*"
)
_STAYS: Final = (
    rf"(?:(?:keep|keeping|leave|leaving) {_REST}(?: {_AS})?"
    rf"|{_REST}(?: (?:(?:can|should|to|all|just) )*(?:stay|stays|is|are|be|remain|remains|kept|left))*(?: {_AS})"
    rf"|{_REST} (?:(?:can|should|all) )*(?:stays?|remains?))"
)
_REST_STAYS: Final = re.compile(
    rf"(?: (?:[,.;]|and|with|but))* {_STAYS}(?: please| thanks)* (?=$)| {_STAYS}(?: [,.;:])+ "
)
_AS_BEFORE: Final = re.compile(
    r"(?: [,.;])* (?:just |exactly )?(?:like|as) (?:(?:i|it|we|they|that|at|the|one|in) )*"
    r"(?:had|said|told|was|were|put|gave|before|first|start)"
    r"(?: (?:it|them|that|before|first|at|the|start|earlier|then))*"
    r"(?: please| thanks)* (?=$)"
)
_REMARK: Final = re.compile(
    r"(?: [,.;])+ (?:sorry |because |as )*"
    r"(?:i (?:was|am|got|had) (?:(?:it|that|them|a|bit|little|far) )*(?:off|wrong|out)(?: (?:there|before|with that))?"
    r"|my (?:mistake|bad|error)|sorry about that|i (?:miscounted|misremembered))"
    r"(?: sorry)? (?=$)"
)
"""A remark behind a change that says why, and nothing of the week."""
_CALLED_WRONG: Final = re.compile(
    r"(?<=^) (?:(?:sorry|no|well|oh) )?(?:my|the|that|this) (?:weeks?|is|was) "
    r"(?:(?:is|was|a|bit|little|all|quite|just) )*(?:off|wrong|out|not right)(?: [,.;])+ "
)
"""The same before it: "my week's a bit off, ..."."""
_NOT_ONE: Final = re.compile(r"(?<= not )one (?=$)")
_BACK: Final = re.compile(r" back(?= (?:to|at|up|down|on) )")


def without_as_before(tokens: Sequence[str]) -> tuple[list[str], bool]:
    """The tokens without words of what was so before, and whether there were such: they are no week of their own."""
    line = _CALLED_WRONG.sub(" ", _NOT_ONE.sub("1 ", _REMARK.sub(" ", f" {' '.join(tokens)} ")))
    left = _REST_STAYS.sub(" ", line, count=1)
    bare = _BACK.sub("", _AS_BEFORE.sub(" ", left))
    return (bare.split(), bare != line) if bare.strip() else ([*tokens], False)
