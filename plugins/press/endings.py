"""How a run of the press ends that could not be finished: in words for whoever began it, and never with code 0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from plugins.model import Problem
from plugins.press import report
from plugins.press.artefact import CannotMake
from plugins.press.broken import in_theme
from plugins.press.plan import Clash


@contextmanager
def told_plainly(problems: Sequence[Problem], content: str, theme: Path) -> Iterator[None]:
    """Turn what may end the work inside into SystemExit; ``problems`` are what the content's folder has besides."""
    try:
        yield
    except CannotMake as fault:
        report.tell([*problems, fault.problem], content)
        raise SystemExit(1) from None
    except Clash as clash:
        raise SystemExit(f"Two rooms would both write {clash}. Nothing was published.") from None
    except Exception as error:
        fault_of_theme = in_theme(error, theme)
        if fault_of_theme:
            report.tell([*problems, fault_of_theme])
            raise SystemExit(1) from None
        if isinstance(error, OSError) and error.errno is not None:  # a missing template calls itself one too
            raise SystemExit(_in_the_way(error) or f"The output could not be written: {error}") from None
        raise


def _in_the_way(error: OSError) -> str:
    """Say what stands where a file or a folder has to be; nothing where nothing does."""
    wanted = Path(str(error.filename2 or error.filename))
    if isinstance(error, IsADirectoryError):
        return f"{wanted} is a folder, and a file has to be there. Take the folder away, and build again."
    for path in reversed(wanted.parents) if isinstance(error, NotADirectoryError) else ():
        if path.is_file():
            return f"{path} is a file, and a folder has to be there. Take the file away, and build again."
    return ""
