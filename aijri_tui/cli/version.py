"""The version of the program, installed or not."""

from importlib.metadata import PackageNotFoundError, version

NOT_INSTALLED = "(not installed)"
"""Shown when the program runs from a checkout."""


def program_version() -> str:
    """Version of the installed distribution."""
    try:
        return version("aijri")
    except PackageNotFoundError:
        return NOT_INSTALLED
