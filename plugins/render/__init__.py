"""A view becomes text, for one target: web, email, plain text or print."""

from __future__ import annotations

from plugins.render.assets import asset, published, small
from plugins.render.environment import Renderer, Target
from plugins.render.inline import inlined
from plugins.render.policy import SITE as SITE_POLICY
from plugins.render.policy import strict_policy
from plugins.render.text import tidy
from plugins.render.tokens import Tokens

__all__ = [
    "SITE_POLICY",
    "Renderer",
    "Target",
    "Tokens",
    "asset",
    "inlined",
    "published",
    "small",
    "strict_policy",
    "tidy",
]
