"""Import: files in, articles in the store. A file that fails is told and left out; the others are kept."""

from __future__ import annotations

from collections import deque
from contextlib import closing
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING

from bot.intake.doubles import Doubles
from bot.intake.finding import ImportOutcome, Intake
from bot.intake.work import Work, done
from bot.intake.workers import READY, Workers
from corpus.errors import PolicyError
from corpus.preparing import renamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from bot.intake.article_ids import ArticleIds
    from bot.read_limits import Limits
    from corpus.preparing import Prepared
    from db.store import Store
    from db.versions.saved import Saved

AHEAD = (
    2_000_000  # bytes of work that are under way or wait to be saved: memory holds those and not the folder
)
BATCH = 2_000  # sections saved in one transaction: a second, in which other writers wait
EVERY = 1.0  # seconds after which what was read is saved, however little it is
MOST = 1_000  # outcomes that wait to be told

Read = tuple[Work, "list[Prepared | PolicyError]"]


def import_paths(
    store: Store,
    paths: Sequence[Path],
    given: Mapping[str, str],
    stamp: Callable[[], str],
    *,
    again: bool = False,
    limits: Limits | None = None,
) -> Iterator[ImportOutcome]:
    """Read, prepare and save every document under `paths`, in order; give the outcome of each.

    Documents are read and prepared in one process a core, each within `limits`; what is saved is saved here,
    some documents in one transaction. With `again` known files are read anew. At the
    end the new articles are scanned for the names of the others, and these for the new names.
    """
    intake = Intake(store, given, again=again)
    batch = _Batch(store, intake.names, stamp)
    for item in _done(intake.found(paths), limits):
        yield from batch.add(item)
    yield from batch.save()
    store.initiatives.scan_new_articles()
    store.optimize_index(batch.written)


def _done(found: Iterator[Work | ImportOutcome], limits: Limits | None) -> Iterator[Read | ImportOutcome]:
    """Have the work done in other processes, some pieces ahead of what is being saved; the results come in order."""
    for item in found:
        if isinstance(item, Work):
            yield from _elsewhere(chain([item], found), Workers(done, limits, ready=READY))
            return
        yield item


def _elsewhere(
    found: Iterable[Work | ImportOutcome], workers: Workers[Prepared]
) -> Iterator[Read | ImportOutcome]:
    """Do work in other processes, which are ended with it."""
    waiting: deque[ImportOutcome | tuple[Work, Future[list[Prepared | PolicyError]]]] = deque()
    with closing(workers):
        ahead = 0
        for item in found:
            waiting.append(item if isinstance(item, ImportOutcome) else (item, workers.begin(item)))
            ahead += 0 if isinstance(item, ImportOutcome) else item.size
            while len(waiting) > workers.count and (ahead > AHEAD or len(waiting) > MOST):
                first = waiting.popleft()
                ahead -= 0 if isinstance(first, ImportOutcome) else first[0].size
                yield first if isinstance(first, ImportOutcome) else (first[0], first[1].result())
        for first in waiting:
            yield first if isinstance(first, ImportOutcome) else (first[0], first[1].result())


class _Batch:
    """What is to be saved next, in one transaction; outcomes are told when they are true."""

    def __init__(self, store: Store, names: ArticleIds, stamp: Callable[[], str]) -> None:
        self._store = store
        self._names = names
        self._stamp = stamp
        self._saver = store.articles.saver()
        self._doubles = Doubles()
        self._items: list[ImportOutcome | tuple[Path, Prepared]] = []
        self._began = monotonic()
        self.written = 0  # sections that went into the index

    def add(self, item: Read | ImportOutcome) -> Iterator[ImportOutcome]:
        """Take what was read; save, and tell the outcomes, where that is enough for once."""
        if isinstance(item, ImportOutcome):
            if item.saved:
                self._doubles.known(item.path, item.saved)
            self._items.append(item)
        else:
            work, found = item
            if work.rival:
                yield from self.save()  # it may be the rival of what waits here
            self._items += [self._one(work, one) for one in found]
        sections = sum(len(one[1].sections) for one in self._items if not isinstance(one, ImportOutcome))
        if sections >= BATCH or len(self._items) >= MOST or monotonic() - self._began > EVERY:
            yield from self.save()

    def _one(self, work: Work, prepared: Prepared | PolicyError) -> ImportOutcome | tuple[Path, Prepared]:
        """Give a document another id where its content is not that of the article of its name."""
        if isinstance(prepared, PolicyError):
            return ImportOutcome(work.path, error=prepared)
        if work.lines and (fault := self._doubles.fault(work.path, prepared.document)):
            return ImportOutcome(work.path, error=fault)
        name = self._names.settled(work, prepared.document, prepared.sections)
        same = name == prepared.document.article.id
        return work.path, prepared if same else renamed(prepared, name)

    def save(self) -> Iterator[ImportOutcome]:
        """Save what is there and tell the outcomes in order."""
        items, self._items, self._began = self._items, [], monotonic()
        saved = iter(self._saved([one[1] for one in items if not isinstance(one, ImportOutcome)]))
        for one in items:
            if isinstance(one, ImportOutcome):
                yield one
                continue
            became = next(saved)
            if isinstance(became, PolicyError):
                yield ImportOutcome(one[0], error=became)
            else:
                self.written += became.edited + became.added
                yield ImportOutcome(one[0], saved=became, remarks=one[1].document.outline.remarks)

    def _saved(self, documents: Sequence[Prepared]) -> Sequence[Saved | PolicyError]:
        """Save documents together; where that fails one by one, so that each fails for itself."""
        if not documents:
            return []
        try:
            return self._saver.save(documents, self._stamp())
        except PolicyError as error:
            if len(documents) == 1:
                return [error]
        return [became for one in documents for became in self._saved([one])]
