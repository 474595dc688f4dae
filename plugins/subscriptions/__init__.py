"""A very small web application: sign up and confirm, leave with one click, see and erase what is held."""

from __future__ import annotations

from plugins.subscriptions.app import application
from plugins.subscriptions.desk import Desk
from plugins.subscriptions.posting import Post, through

__all__ = ["Desk", "Post", "application", "through"]
