"""Where the site goes: what differs from pelicanconf.py when it is published."""

from pelicanconf import *  # noqa: F403 - a settings file is the one place for this

OUTPUT_PATH = "public"
SITEURL = "https://clnm.example.org"

# Sample content stops a live build. For a demo: make publish DEMO=1
EXAMPLES_ALLOWED = False

# Editions may hold what was agreed for email only, so a published site has none of them: see docs/why.md.
PLUGINS = [room for room in PLUGINS if room != "plugins.editions"]  # noqa: F405 - from pelicanconf
