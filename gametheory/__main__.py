"""``python -m gametheory`` is the command line."""

from gametheory.cli import main

main()
