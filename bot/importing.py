"""Import: files in, articles in the store. A file that fails is told and left out; the others are kept."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from corpus.errors import PolicyError
from corpus.preparing import prepare
from corpus.reading.files import expand, read, slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from corpus.preparing import Prepared
    from corpus.vocabulary import Document
    from db.articles import Saved
    from db.store import Store

FEW = (
    4  # documents prepared in this very process before others are started: starting them takes half a second
)
AHEAD = 4  # documents that wait per worker, so that memory holds a few articles and not the folder


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document of one file: it was saved, or it failed and the error says why."""

    path: Path
    saved: Saved | None = None
    error: PolicyError | None = None


@dataclass(frozen=True, slots=True)
class _Job:
    """A document on its way: its file, and its preparation, done or to come; or why it failed."""

    path: Path
    prepared: Callable[[], Prepared]


def import_paths(
    store: Store, paths: Sequence[Path], given: Mapping[str, str], stamp: Callable[[], str]
) -> Iterator[Outcome]:
    """Read, prepare and save every document under `paths`, in order; give the outcome of each.

    Reading and saving happen here; preparation in one process a core once there are more than a few. At the
    end the new articles are looked through for the names of the others, and these for the new names.
    """
    written = 0
    with _preparing() as begin:
        for job in _jobs(paths, given, begin):
            if isinstance(job, Outcome):
                yield job
                continue
            try:
                saved = store.articles.save(job.prepared(), stamp())
            except PolicyError as error:
                yield Outcome(job.path, error=error)
                continue
            written += saved.edited + saved.added
            yield Outcome(job.path, saved=saved)
    store.initiatives.look_over()
    store.settle(written)


def _jobs(
    paths: Sequence[Path], given: Mapping[str, str], begin: Callable[[Document], Callable[[], Prepared]]
) -> Iterator[_Job | Outcome]:
    """Start preparations some documents ahead of the one that is being saved."""
    found = documents(paths, given)
    few = list(islice(found, FEW + 1))
    if len(few) <= FEW:
        yield from (_inline(item) for item in few)
        return
    waiting: deque[_Job | Outcome] = deque()
    for item in chain(few, found):
        waiting.append(item if isinstance(item, Outcome) else _Job(item[0], begin(item[1])))
        if len(waiting) > AHEAD * _workers():
            yield waiting.popleft()
    yield from waiting


def _inline(item: tuple[Path, Document] | Outcome) -> _Job | Outcome:
    """Prepare in this process, when the result is asked for."""
    if isinstance(item, Outcome):
        return item
    path, document = item
    return _Job(path, lambda: prepare(document))


def documents(paths: Sequence[Path], given: Mapping[str, str]) -> Iterator[tuple[Path, Document] | Outcome]:
    """Give each document of each file, or the error that its file met."""
    named: dict[str, Path] = {}
    for path in expand(paths):
        try:
            found = read(path, given)
        except PolicyError as error:
            yield Outcome(path, error=error)
            continue
        for item in _each(path, found):
            yield item if isinstance(item, Outcome) else (path, _apart(path, item[1], named))


def _apart(path: Path, document: Document, named: dict[str, Path]) -> Document:
    """Keep files of one name in several folders apart: the later ones carry their folder's name too."""
    article = document.article
    if path.suffix.lower() == ".jsonl" or named.setdefault(article.id, path) == path:
        return document
    other = slug(f"{path.parent.name}-{article.id}")
    while named.setdefault(other, path) != path:
        other += "-2"
    return replace(document, article=replace(article, id=other))


def _each(path: Path, found: Iterator[Document]) -> Iterator[tuple[Path, Document] | Outcome]:
    """Give the documents of one file; behind a bad line of JSON the next lines are read all the same."""
    while True:
        try:
            yield path, next(found)
        except StopIteration:
            return
        except PolicyError as error:
            yield Outcome(path, error=error)


def _workers() -> int:
    """Return how many processes prepare: one a core."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _preparing() -> Iterator[Callable[[Document], Callable[[], Prepared]]]:
    """Give a function that starts a preparation elsewhere; the processes start with its first use."""
    pool: list[ProcessPoolExecutor] = []

    def begin(document: Document) -> Callable[[], Prepared]:
        if not pool:
            # a fork would take along the store's connections, which SQLite forbids
            pool.append(ProcessPoolExecutor(_workers(), mp_context=get_context("spawn")))
        future: Future[Prepared] = pool[0].submit(prepare, document)
        return future.result

    try:
        yield begin
    finally:
        for one in pool:
            one.shutdown(cancel_futures=True)
