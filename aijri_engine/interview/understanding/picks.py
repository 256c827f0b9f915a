"""What a line picks from options."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Pick:
    """What a line picks: options when clear, else the nearest ones and why it is not clear."""

    chosen: tuple[str, ...] = ()
    nearest: tuple[tuple[str, ...], ...] = ()
    """Each a set of options to offer."""
    confident: bool = True
    why: str = ""

    @property
    def clear(self) -> bool:
        """Something was picked."""
        return bool(self.chosen)


NOTHING: Final = Pick()


def unclear(why: str, *nearest: tuple[str, ...]) -> Pick:
    """No pick, with what comes near."""
    return Pick(nearest=tuple(one for one in nearest if one), confident=False, why=why)
