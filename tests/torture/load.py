"""How much of a load runs when: a share in every `make test`, all of it in `make torture`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def shared(cases: Iterable[tuple[str, Any]], every: int) -> list[Any]:
    """Named cases as parameters of a test; of each `every` one is in the share, the rest wait for `make torture`."""
    return [
        pytest.param(case, id=name, marks=() if number % every == 0 else pytest.mark.torture)
        for number, (name, case) in enumerate(cases)
    ]
