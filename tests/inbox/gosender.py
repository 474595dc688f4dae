"""As much of listmonk as an edition meets: Go's html/template, with the functions that it knows there.

It deletes comments from what is written, reads actions with their quotes, and escapes what they give unless it was
called safe (https://pkg.go.dev/html/template).
"""

from __future__ import annotations

import html
import json
import re

_ACTION = re.compile(r"\{\{\s*((?:`[^`]*`|\"(?:\\.|[^\"\\])*\"|[^`\"}]|\}(?!\}))*?)\s*\}\}", re.DOTALL)
_CALL = re.compile(r"(?:(?P<safe>Safe)\s+)?(?:`(?P<raw>[^`]*)`|(?P<quoted>\"(?:\\.|[^\"\\])*\"))", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def sent(template: str, unsubscribe: str) -> str:
    """Execute a template for one reader. Raises ValueError for an action that listmonk does not know."""
    found, last = [], 0
    for action in _ACTION.finditer(template):
        found += [_literal(template[last : action.start()]), _value(action[1], unsubscribe)]
        last = action.end()
    return "".join([*found, _literal(template[last:])])


def _literal(written: str) -> str:
    if "{{" in written:
        message = "unexpected action"
        raise ValueError(message)
    return _COMMENT.sub("", written)


def _value(action: str, unsubscribe: str) -> str:
    if action == "UnsubscribeURL":
        return html.escape(unsubscribe)
    call = _CALL.fullmatch(action)
    if call is None:
        raise ValueError(action)
    words = call["raw"] if call["raw"] is not None else json.loads(call["quoted"])
    return str(words) if call["safe"] else html.escape(str(words))
