"""``python -m gametheory`` is the command line."""

from gametheory.cli import main

# Processes that judge claims import this file too.
if __name__ == "__main__":  # pragma: no branch - where it is imported, nothing is to be done
    main()
