"""The press: teaches Pelican our content, stops on problems, and prints what the rooms make.

A room that makes something connects its ``artefacts`` to ``printing`` and returns ``Artefact`` values.
"""

from __future__ import annotations

from plugins.press.artefact import Artefact, Batch, CannotMake, Drawn, Seen, Wanted, fingerprint, unpacked
from plugins.press.porch import Press, presses, printed, printing, stop_on_problems
from plugins.press.runs import last_of_all

__all__ = [
    "Artefact",
    "Batch",
    "CannotMake",
    "Drawn",
    "Press",
    "Seen",
    "Wanted",
    "fingerprint",
    "printed",
    "printing",
    "register",
    "unpacked",
]


def register() -> None:
    """Let Pelican know the press."""
    from pelican import signals  # noqa: PLC0415 - most commands need no Pelican, and it is dear

    signals.initialized.connect(last_of_all)
    signals.get_generators.connect(presses)
    signals.all_generators_finalized.connect(stop_on_problems)
