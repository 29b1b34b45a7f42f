"""``python -m claimsync`` is the command ``claimsync``."""

from claimsync.cli import main

if __name__ == "__main__":
    main(prog_name="claimsync")
