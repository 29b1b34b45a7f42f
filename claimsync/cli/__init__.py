"""The command line: one verb a file, each loaded when it is asked for."""

from __future__ import annotations

import gc
import importlib
from typing import Any

import click

from claimsync.cli.ends import guarded
from claimsync.cli.options import debug_option

VERBS = ("check", "extract", "why", "ask", "relate", "graph", "schema", "demo")


class Verbs(click.Group):
    """The verbs by name; a module is imported when its verb is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs, those used most first."""
        return list(dict.fromkeys((*VERBS, *super().list_commands(ctx))))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a verb."""
        if cmd_name not in VERBS:
            return super().get_command(ctx, cmd_name)
        command: click.Command = importlib.import_module(f"claimsync.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Do what was asked; whatever goes wrong ends with one clear message and an exit code.

        One run makes many values, no garbage in circles, and then ends: collecting would only
        rescan them.
        """
        gc.disable()
        with guarded(ctx):
            return super().invoke(ctx)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claimsync")
@debug_option
def main() -> None:
    """Say where sources agree, diverge, or do not confirm, with a proof for each finding.

    Exit codes: 0 nothing found, 1 something (see check --fail-on), 2 usage, 3 invalid input,
    4 internal error.
    """
