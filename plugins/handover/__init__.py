"""Hands an issue over to an engine that sends it: once, to one engine, and only what the content says today."""

from __future__ import annotations

from plugins.handover.claims import Claim, Taken, answered, claim, forget, refuse_others
from plugins.handover.package import NotToday, Package, packages

__all__ = ["Claim", "NotToday", "Package", "Taken", "answered", "claim", "forget", "packages", "refuse_others"]
