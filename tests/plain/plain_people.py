"""What a junior and a typical engineer answer, as their lines are typed."""

from tests.plain.plain_driver import SPLIT

DEPTH = ("design", "train", "infra", "debug", "research", "collaboration")

JUNIOR_DEPTH = dict(zip(DEPTH, "aaaabb", strict=True))
TYPICAL_DEPTH = dict(zip(DEPTH, "bbbbcb", strict=True))

REST = {
    "split_basis": "b", "practice": "all b", "employer": "b", "domain": "b", "oversight": "b", "signature": "b",
    "conditions": "g", "market": "", "duties": "f", "sounds_like": "a",
}  # fmt: skip

JUNIOR = {
    **REST,
    "years": "1",
    "split": "5/50/15/15/5/10",
    "level": "a",
    **{f"depth.{task}": letter for task, letter in JUNIOR_DEPTH.items()},
}

TYPICAL = {
    **REST,
    "years": "5",
    "split": SPLIT,
    "level": "b",
    "example.research": "a comparison of three optimisers",
    **{f"depth.{task}": letter for task, letter in TYPICAL_DEPTH.items()},
}
