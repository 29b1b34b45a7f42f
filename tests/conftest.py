"""What every test may ask for: a hypothesis profile and the real figures."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from claimsync.findings.result import Reconciliation

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=300, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("deep", max_examples=5000, deadline=None)


def profile() -> str:
    """Name the profile that the environment selects."""
    default = "ci" if os.environ.get("CI") == "true" else "dev"
    return os.environ.get("HYPOTHESIS_PROFILE", default)


settings.load_profile(profile())


@pytest.fixture(scope="session", autouse=True)
def proofs() -> Iterator[None]:
    """Check every proof of every result that any test makes, as it is made.

    Not those of the many answers that ``ask`` tries out on the way.
    """
    begin, ask, verify = Reconciliation.__init__, Reconciliation.ask, Reconciliation.verify
    asking = False

    def begun(self: Reconciliation, *given: Any, **options: Any) -> None:
        begin(self, *given, **options)
        assert asking or verify(self) == ()

    def asked(self: Reconciliation, *given: Any, **options: Any) -> Any:
        nonlocal asking
        asking, before = True, asking
        try:
            return ask(self, *given, **options)
        finally:
            asking = before

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reconciliation, "__init__", begun)
        patch.setattr(Reconciliation, "ask", asked)
        yield


@pytest.fixture(scope="session")
def figures() -> Path:
    """Give the folder of real published figures; skip where it is not at hand.

    CLAIMSYNC_DATA names the folder that holds `figures`; without it, the folder beside the
    repository is taken.
    """
    data = Path(os.environ.get("CLAIMSYNC_DATA", ROOT.parent / "shared" / "data"))
    folder = data / "figures"
    if not folder.is_dir():
        pytest.skip(f"no {folder}: set CLAIMSYNC_DATA to the folder that holds figures/")
    return folder
