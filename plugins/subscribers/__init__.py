"""Who gets the newsletter, and by what right: kept outside every repository, in one file that only its owner reads.

What other rooms need of it is here: where it is kept, who is on a list, and who must get nothing.
"""

from __future__ import annotations

from plugins.subscribers.folder import VARIABLE, NoFolder, data_folder
from plugins.subscribers.person import Basis, Joining, Subscriber
from plugins.subscribers.store import SUPPRESSED, Store
from plugins.subscribers.tokens import BadToken, Purpose, Tokens

__all__ = [
    "SUPPRESSED",
    "VARIABLE",
    "BadToken",
    "Basis",
    "Joining",
    "NoFolder",
    "Purpose",
    "Store",
    "Subscriber",
    "Tokens",
    "data_folder",
]
