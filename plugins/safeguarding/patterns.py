"""What a regular expression is made of: the one place that knows Python's own parser of them.

No public function tells. ``sre_parse``, which did, is deprecated since Python 3.11, and what stands behind it is
private (``re._parser``); Hypothesis, Lark and others read it, too. Where a later Python has it no more, no pattern has
any parts: nothing is known of it then, so it is searched for everywhere, which is slow and misses nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any


def _private(name: str) -> Any:
    """Give one of the modules that ``re`` is made of; None where this Python has none of the name."""
    try:
        return importlib.import_module(f"re.{name}")
    except ImportError:
        return None


codes = _private("_constants")
"""What sorts of parts there are: ``codes.LITERAL``. It is only asked about a part, so it is there where one is."""
_parser = _private("_parser")


def parts(pattern: str, flags: int) -> Sequence[tuple[Any, Any]]:
    """Give a pattern's parts in their order, each as its sort and what is told of it; none where nothing can tell."""
    found: Sequence[tuple[Any, Any]] = _parser.parse(pattern, flags) if _parser and codes else ()
    return found
