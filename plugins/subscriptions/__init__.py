"""A very small web application: sign up and confirm, leave with one click, see and erase what is held."""

from __future__ import annotations

from plugins.subscriptions.app import application
from plugins.subscriptions.posting import Post, through
from plugins.subscriptions.service import Service

__all__ = ["Post", "Service", "application", "through"]
