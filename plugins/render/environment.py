"""A Jinja environment for one target: its faces of the components, escaping, and nothing undefined."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, MutableMapping
from enum import Enum
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.exceptions import TemplateNotFound

from plugins.render.assets import asset, drawing, folder_digest
from plugins.render.compiled import Compiled
from plugins.render.text import wrapped
from plugins.render.tokens import Tokens
from plugins.render.whole import Wrapping
from plugins.render.words import Words
from plugins.view.passages import Html

_NAMED = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_COMPONENT = re.compile(r"""component\(\s*["']([^"']+)["']\s*\)""")
_SHOW = re.compile(r"\bshow\(|\bcomponent\(\s*[^\s\"']")


@lru_cache(maxsize=4)
def _wrapping(static: Path, digest: bytes) -> Wrapping:  # noqa: ARG001 - of all that it is made of
    return Wrapping(static)


class Target(Enum):
    """What a view is drawn for; the value is the name of a component's face."""

    WEB = "web.html"
    EMAIL = "email.html"
    TEXT = "text.txt"
    PRINT = "print.html"


class _Environment(Environment):
    """Gives all templates the same names: Jinja would compare two tables of them at each import."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give a template what all have; none has names of its own."""
        return super().make_globals(d) if d else self.globals


def _environment(templates: Path, target: Target) -> _Environment:
    """Open a folder of templates."""
    made = _Environment(
        loader=FileSystemLoader(templates),
        autoescape=target is not Target.TEXT,  # plain text has nothing to escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=Compiled(target.name.lower()),
    )
    made.filters["wrapped"] = wrapped
    return made


class Renderer:
    """Draws views with the templates of a theme, for one target.

    Templates see what ``render`` is given, the tokens (``light`` and ``dark``), and these functions:
    ``component(name)`` names a component's template on this target, ``show(block)`` draws a block by
    the component it names, ``asset(name)`` says where a file of ``static`` is, from the site's root and
    without a slash, ``drawing(name)`` gives a drawing of that folder as a ``data:`` address, ``say(words, language)``
    the theme's own words in a page's language, ``named(words, language)`` the same for an attribute,
    and the filter ``wrapped`` breaks plain text into lines.
    """

    def __init__(self, theme: Path, target: Target) -> None:
        """Open a theme's ``templates`` folder; ``static/css/tokens.css`` beside it holds the tokens."""
        self.target = target
        self.theme = theme
        self.tokens = Tokens.read(theme / "static/css/tokens.css")
        self.words = Words(theme / "words")
        self.environment = _environment(theme / "templates", target)
        self.environment.globals |= self._functions()
        self.digest = cache(self._digest)
        self._reached = cache(self._reached_from)
        self._source = cache(self._source_of)
        self._macro = cache(self._macro_of)

    def _functions(self) -> dict[str, Any]:
        """Give what every template sees beside its view."""
        static = self.theme / "static"
        return {
            "asset": cache(lambda name: asset(static, name)),
            "drawing": cache(lambda name: drawing(static, name)),
            "component": self.component,
            "show": self.show,
            "say": self.words.say,
            "named": self.words.named,
            "light": self.tokens.light,
            "dark": self.tokens.dark,
        }

    def component(self, name: str) -> str:
        """Name the template of a component's face on this target."""
        return f"components/{name}/{self.target.value}"

    def show(self, block: Any) -> str:
        """Draw a block with the macro that its component is named for."""
        drawn = self._macro(block.component)(block)
        return drawn if self.target is Target.TEXT else Html(drawn)

    def _macro_of(self, component: str) -> Callable[[Any], str]:
        macro: Callable[[Any], str] = getattr(
            self.environment.get_template(self.component(component)).module, component
        )
        return macro

    def render(self, template: str, **values: Any) -> str:
        """Draw a template. Raises UndefinedError for a name that is not there, TemplateNotFound likewise."""
        return self.environment.get_template(template).render(**values)

    def page(self, template: str, view: Any) -> str:
        """Draw a whole page of the website, with its style, script, policy and cost. Raises as ``render`` does."""
        return self.wrapping(self.render(template, page=view))

    @cached_property
    def wrapping(self) -> Wrapping:
        """Give what the theme puts into each page; renderers share it while the files are the same."""
        static = self.theme / "static"
        return _wrapping(static, folder_digest(static))

    @cached_property
    def everything(self) -> bytes:
        """Stand for all that the theme holds: while it is the same, so is whatever it draws of the same views."""
        return folder_digest(self.theme)

    def has(self, template: str) -> bool:
        """Say whether the theme has a template."""
        try:
            self.environment.get_template(template)
        except TemplateNotFound:
            return False
        return True

    def _digest(self, template: str) -> str:
        """Name a template and all it can draw on, tokens and assets too: equal digests draw equal views equally."""
        found = hashlib.sha256(repr((self.target, self.tokens)).encode())
        if self.target is Target.WEB:
            found.update(folder_digest(self.theme / "static") + self.words.contents())
        for name in sorted(self._closure(template)):
            found.update(f"{name}\0{self._source(name)}\0".encode())
        return found.hexdigest()

    def _closure(self, template: str) -> set[str]:
        """Give a template and all it can reach; one that shows blocks can reach every component."""
        seen: set[str] = set()
        waiting = {template}
        while waiting:
            name = waiting.pop()
            seen.add(name)
            waiting |= self._reached(name) - seen
        return seen

    def _reached_from(self, name: str) -> set[str]:
        source = self._source(name)
        reached = set(_NAMED.findall(source))
        reached |= {self.component(found) for found in _COMPONENT.findall(source)}
        if _SHOW.search(source):
            folders = (self.theme / "templates/components").iterdir()
            reached |= {self.component(folder.name) for folder in folders if (folder / self.target.value).exists()}
        return reached

    def _source_of(self, name: str) -> str:
        return (self.theme / "templates" / name).read_text("utf-8")
