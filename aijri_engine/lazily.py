"""Names of a package that are loaded when they are first used, as its imports for the type checker list them."""

import ast
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any


def lazily(package: str, file: str) -> tuple[list[str], Callable[[str], Any]]:
    """`__all__` and `__getattr__` of a package: it offers what stands below `if TYPE_CHECKING` in its own file."""
    blocks = [one for one in ast.parse(Path(file).read_text("utf-8")).body if isinstance(one, ast.If)]
    imports = [one for block in blocks for one in block.body if isinstance(one, ast.ImportFrom)]
    places = {name.name: str(one.module) for one in imports for name in one.names}

    def load(name: str) -> Any:
        if name not in places:
            raise AttributeError(f"{package} has no {name!r}; it offers {', '.join(sorted(places))}")
        return getattr(import_module(places[name]), name)

    return list(places), load
