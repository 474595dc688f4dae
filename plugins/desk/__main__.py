"""The same as ``clnm``: ``python -m plugins.desk``."""

from __future__ import annotations

import sys

from plugins.desk import main

sys.exit(main())
