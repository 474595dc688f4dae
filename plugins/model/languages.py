"""Languages: what each calls itself, and which way it runs."""

from __future__ import annotations

NAMES = {
    "am": "አማርኛ",
    "ar": "العربية",
    "bn": "বাংলা",
    "bsl": "British Sign Language",
    "ckb": "کوردیی ناوەندی",
    "cy": "Cymraeg",
    "en": "English",
    "es": "Español",
    "fa": "فارسی",
    "fa-af": "دری",
    "fr": "Français",
    "ga": "Gaeilge",
    "gd": "Gàidhlig",
    "hi": "हिन्दी",
    "it": "Italiano",
    "kmr": "Kurmancî",
    "ku": "Kurdî",
    "lt": "Lietuvių",
    "om": "Afaan Oromoo",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "prs": "دری",
    "ps": "پښتو",
    "pt": "Português",
    "ro": "Română",
    "sco": "Scots",
    "so": "Soomaali",
    "sq": "Shqip",
    "sw": "Kiswahili",
    "ti": "ትግርኛ",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
    "yo": "Yorùbá",
    "zh": "中文",
}
"""Names by code (RFC 5646, in small letters), as their own speakers write them."""

_LEFTWARD = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi"})
_LEFTWARD_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "syrc", "thaa"})


def name(code: str) -> str:
    """Give what a language calls itself, ``prs`` → دری; nothing for one that we do not know."""
    code = code.casefold()
    while code:
        if code in NAMES:
            return NAMES[code]
        code = code.rpartition("-")[0]
    return ""


def direction(code: str) -> str:
    """Give the way a language runs: ``rtl`` or ``ltr``. A script in the code decides (RFC 5646, section 2.2.3)."""
    first, *rest = code.casefold().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")  # noqa: PLR2004 - a script's length
    leftward = script in _LEFTWARD_SCRIPTS if script else first in _LEFTWARD
    return "rtl" if leftward else "ltr"
