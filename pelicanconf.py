"""What the site is. Constants only: the rooms named in PLUGINS do the work."""

import os

PATH = "content"
# One area's own site, at the address that its file names: SITE_AREA=merecombe make
SITE_AREA = os.environ.get("SITE_AREA", "")
OUTPUT_PATH = f"output-{SITE_AREA}" if SITE_AREA else "output"
THEME = "theme"
PLUGINS = [
    "plugins.press",
    "plugins.pages",
    "plugins.finder",
    "plugins.moved",
    "plugins.exchange",
    "plugins.search",
    "plugins.offline",
    "plugins.feeds",
    "plugins.editions",
    "plugins.calendars",
    "plugins.images",
    "plugins.cards",
    "plugins.icons",
    "plugins.assets",
    "plugins.sitemaps",
    "plugins.wellknown",
    "plugins.headers",
]

# The site's fixed facts, as plugins/view/site.py explains them.
SITEURL = "https://clnm.example.org"
SITENAME = "Care Leavers National Movement"
SHORT_NAME = "CLNM"
TAGLINE = "Young people leaving care, changing what comes next."
NEWSLETTER_NAME = "CLNM News"
PUBLISHER = "Care Leavers National Movement (sample)"
CHARITY_NUMBER = "0000000"
POSTAL_ADDRESS = "CLNM, 1 Example Street, Northbridge NB1 2AB"
CONTACT_EMAIL = "hello@clnm.example.org"
WHY_YOU_GET_IT = "You get this because you asked us to send you our newsletter."
LANGUAGE = "en-GB"
NAVIGATION = [
    ("Home", "/"),
    ("News", "/newsletters/"),
    ("Stories", "/stories/"),
    ("Events", "/events/"),
    ("Offers", "/offers/"),
    ("About", "/about/"),
    ("Search", "/search/"),
]
FOLLOW: list[tuple[str, str]] = []
# Who sends the emails: listmonk, mailchimp, buttondown or plain. Each gets its own tags.
SENDERS: list[str] = []

# Where `clnm subscriptions` runs, if you have a server: https://news.clnm.example.org (docs/subscriptions.md). The form
# on “Get the news” then leads there, and so does the way out in each email.
SUBSCRIPTIONS_URL = ""

# Sample content may be built, for a look; publishconf.py refuses it.
EXAMPLES_ALLOWED = True

# Pelican's own articles, pages, feeds and files: none. Everything in the output is made by our rooms.
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
DELETE_OUTPUT_DIRECTORY = False
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
