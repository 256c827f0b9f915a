"""`aijri` and `python -m aijri_tui`: ctrl+c ends it without a traceback from the first line on, while modules load."""

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        from aijri_tui.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\nInterrupted.\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
