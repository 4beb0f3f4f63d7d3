"""Which files an import means: those named, and those with a known ending in the folders named."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.disk import shown
from corpus.reading.formats import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Place = tuple[int, int]  # device and inode: what a folder is, whatever path leads to it


def expand(paths: Sequence[Path]) -> Iterator[Path | ReadingError]:
    """Yield the files named, and those in the folders named, sorted; errors stand where files would.

    A folder reached a second time is entered once; one that holds itself, through a link, is an error, and
    so is a folder named that holds nothing to read, and a document in it of a form that nothing here reads.
    A link in a folder that leads out of the one named is an error too; one that is named itself is followed.
    """
    entered: set[Place] = set()
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        before, found = len(entered), False
        for one in _inside(path, entered, (), Path(os.path.realpath(path))):
            found = True
            yield one
        if not found and len(entered) > before:
            step = f"files end in {' '.join(table.ENDINGS)}; name a file outright to read it as plain text"
            yield ReadingError("no file to read in it", which=shown(path), next_step=step)


def _inside(
    folder: Path, entered: set[Place], above: tuple[Place, ...], root: Path
) -> Iterator[Path | ReadingError]:
    try:
        status = folder.stat()
        here = status.st_dev, status.st_ino
        if here in above:
            yield ReadingError(
                "a loop: this folder lies within itself", which=shown(folder), next_step="remove the link"
            )
            return
        if here in entered:
            return
        entered.add(here)
        inside = sorted(folder.iterdir())
    except OSError as error:
        yield ReadingError(
            f"cannot be opened ({error.strerror})", which=shown(folder), next_step="check its rights"
        )
        return
    for path in inside:
        if not (path.name.startswith((".", "~$")) or _belongs_to_a_page(path, inside)):
            fault = _fault(path, root)
            if fault:
                yield fault
            elif path.is_dir():
                yield from _inside(path, entered, (*above, here), root)
            elif path.suffix.lower() in table.ENDINGS:
                yield path


def _belongs_to_a_page(folder: Path, beside: Sequence[Path]) -> bool:
    """Return whether a folder holds the pictures and scripts of a page that a browser saved beside it."""
    stem, mark, _ = folder.name.rpartition("_files")
    if not mark:
        stem, mark, _ = folder.name.rpartition(".files")
    return (
        bool(mark)
        and folder.is_dir()
        and any(path.stem == stem and path.suffix.lower() in {".htm", ".html", ".mht"} for path in beside)
    )


def _fault(path: Path, root: Path) -> ReadingError | None:
    """Return why what would be read in a folder is left out: a link out of it, or a form that nothing here reads."""
    known = path.is_dir() or path.suffix.lower() in table.ENDINGS
    if known and path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
        step = "name what it leads to, or put it into the folder"
        return ReadingError("a link out of the folder", which=shown(path), next_step=step)
    if not known and path.suffix.lower() in table.FOREIGN:
        step = "save it as .docx, .pdf or .txt, and import that"
        return ReadingError(f"left out: {path.suffix} files are not read", which=shown(path), next_step=step)
    return None
