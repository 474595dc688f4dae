"""How labels and texts become parts of a sentence."""

from __future__ import annotations

from collections.abc import Iterable


def inside_a_sentence(label: str) -> str:
    """Write a label with a small first letter, unless it is an abbreviation, or a name: a large one in each word."""
    named = all(word[:1].isupper() for word in label.split()[1:]) and " " in label
    return label if named or label[1:2].isupper() else label[:1].lower() + label[1:]


def listed(parts: tuple[str, ...], joint: str = "and") -> str:
    """Say several things: one, two and three."""
    if len(parts) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {joint} {parts[-1]}"


def sentences(parts: tuple[str, ...]) -> str:
    """Say several things as a sentence each, whether or not they end as one; a thing by itself stays as it is."""
    if len(parts) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(parts)
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts)


def labelled(labels: Iterable[str], joint: str = "and") -> str:
    """Say several labels as one sentence: only the first keeps its large letter."""
    return listed(tuple(inside_a_sentence(one) if at else one for at, one in enumerate(labels)), joint)


def begun(text: str) -> str:
    """Write a text with a large first letter, as it stands where a sentence begins."""
    return text[:1].upper() + text[1:]
