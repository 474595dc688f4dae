"""Where the site goes: what differs from pelicanconf.py when it is published."""

from pelicanconf import *  # noqa: F403 - a settings file is the one place for this

OUTPUT_PATH = f"public-{SITE_AREA}" if SITE_AREA else "public"  # noqa: F405 - from pelicanconf
SITEURL = "https://clnm.example.org"

# Where the form on “Get the news” sends an email address, https://lists.example.org/subscribe/clnm-news, and the name
# that it has there. SUBSCRIPTIONS_URL comes before it; without either, people write to us.
SIGN_UP_URL = ""
SIGN_UP_FIELD = "email"

# Sample content stops a live build. For a demo: make publish DEMO=1
EXAMPLES_ALLOWED = False

# Whom to tell of a fault in the site: it stands in .well-known/security.txt.
SECURITY_CONTACT = "mailto:hello@clnm.example.org"

# Editions may hold what was agreed for email only, so a published site has none of them: see docs/why.md.
PLUGINS = [room for room in PLUGINS if room != "plugins.editions"]  # noqa: F405 - from pelicanconf

# Pictures that readers pay for are made with more care: 4 % fewer bytes for twice the work.
PICTURE_SPEED = 8

# Beside each text lies the same, compressed with gzip and brotli, for hosts that hand out what lies there.
COMPRESSED = True

# Where visitors see the site: on this machine, by the link public/, unless docs/publishing.md is followed.
HOST = {"kind": "folder"}

# So many earlier releases are kept, to go back to: make rollback
KEPT_RELEASES = 3

# More bytes than these are not published: what GitHub Pages takes.
LARGEST_SITE = 1_000_000_000
