"""``python -m gametheory`` is the command line."""

from gametheory.cli import main

if __name__ == "__main__":  # processes that judge claims import this file too
    main()
