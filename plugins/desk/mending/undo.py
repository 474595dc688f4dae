"""What files were before the last mending, kept beside the content until the next one."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from plugins.disk import write_whole

FOLDER = Path(".cache") / "before-mending"


@dataclass(slots=True)
class Kept:
    """Takes a copy of each file before it changes, and notes what was not there."""

    content: Path
    folder: Path
    names: dict[str, bool] = field(default_factory=dict)

    def keep(self, path: Path) -> None:
        """Keep a file as it is now, or note that there is none; the first time counts."""
        name = path.relative_to(self.content).as_posix()
        if name in self.names:
            return
        self.names[name] = path.is_file()
        if path.is_file():
            copy = self.folder / "files" / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, copy)
        write_whole(self.folder / "kept.json", json.dumps(self.names).encode())


def begin(content: Path) -> Kept:
    """Forget the last mending and begin another."""
    folder = content.resolve().parent / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    return Kept(content, folder)


def restore(content: Path) -> int:
    """Put everything back as it was before the last mending; give how many files that were."""
    folder = content.resolve().parent / FOLDER
    noted = folder / "kept.json"
    if not noted.is_file():
        return 0
    names: dict[str, bool] = json.loads(noted.read_text("utf-8"))
    for name, was_there in names.items():
        if was_there:
            write_whole(content / name, (folder / "files" / name).read_bytes())
        else:
            (content / name).unlink(missing_ok=True)
    shutil.rmtree(folder)
    return len(names)
