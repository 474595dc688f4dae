"""A theme's style sheets as one, written small, for the browsers that know cascade layers."""

from __future__ import annotations

from pathlib import Path

import lightningcss

BROWSERS = ["chrome >= 99", "firefox >= 97", "safari >= 15.4", "ios_saf >= 15.4"]
"""The first that know layers, as browserslist writes them: an older one shows the words without any style."""


def bundled(path: Path) -> str:
    """Give a sheet with all that it imports, each in its layer and its medium (CSS Cascading 5, section 2).

    Raises ValueError for what is not CSS.
    """
    return lightningcss.bundle_css(str(path), browsers_list=BROWSERS)


def small(css: str) -> str:
    """Write a sheet without what only people read. Raises ValueError for what is not CSS."""
    return lightningcss.process_stylesheet(css, browsers_list=BROWSERS)
