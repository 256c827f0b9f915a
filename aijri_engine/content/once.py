"""What is worked out from something that never changes: made once, kept with it."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

Made = TypeVar("Made")


class Once:
    """Keeps what follows from it alone; a changed copy begins anew."""

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What `make` works out from this alone, under a name of its own: made once."""
        if name not in self._made:
            self._made[name] = make()
        made: Made = self._made[name]
        return made

    @cached_property
    def _made(self) -> dict[str, Any]:
        return {}
