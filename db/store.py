"""The store: one database file with everything the bot keeps. Open it with `with Store(path) as store`."""

from __future__ import annotations

import threading
from time import monotonic
from typing import TYPE_CHECKING

from db import checking, numbers, opening
from db.address import path_of
from db.articles import Articles
from db.calendar import Calendar
from db.channel_settings import ChannelSettings
from db.claiming import Claiming
from db.connection import PATIENCE, Connections
from db.daily import Daily
from db.initiatives import Initiatives
from db.names.curated_aliases import CuratedAliases
from db.once import Once
from db.outages import Outages
from db.outbox import Outbox
from db.parcels import Parcels
from db.searching import index
from db.searching.indexed_library import IndexedLibrary
from db.sections import Sections
from db.spool import Spool
from db.subscriptions import Subscriptions
from db.versions.source_paths import SourcePaths
from db.watches import Watches

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from types import TracebackType

    from corpus.search.library import Library
    from corpus.vocabulary import Article

WORTH_MERGING = 10  # an import of a tenth of the library is worth merging the index for
STEP = 1_000  # pages of the index that are merged in one transaction, a tenth of a second


class Store:
    """Everything the bot keeps, by repository; safe to share between threads. Instants are ISO texts.

    The file is brought up to date when the store is opened, and with `make` made where it is not there; one
    that is up to date may be read-only. A writer waits up to `patience` seconds for another, then it gets an
    UnwritableError; for some seconds after that no claim waits, by the clock `ticks`. StoreError says in a line
    why the file cannot be opened; SettingsError that the address is none of SQLite's.
    """

    def __init__(
        self,
        url_or_path: str,
        *,
        make: bool = True,
        patience: float = PATIENCE,
        ticks: Callable[[], float] = monotonic,
    ) -> None:
        self.path = path_of(url_or_path)
        self._connections = Connections(self.path, patience)
        self._own = threading.local()
        self._checked = 0
        self._listed: tuple[int, Mapping[str, Article]] | None = None
        self.articles = Articles(self._connections)
        self.sections = Sections(self._connections)
        self.initiatives = Initiatives(self._connections)
        self.aliases = CuratedAliases(self._connections)
        self._claiming = Claiming(self._connections, ticks)
        self.once = Once(self._connections, self._claiming)
        self.source_paths = SourcePaths(self._connections)
        self.channel_settings = ChannelSettings(self._connections)
        self.watches = Watches(self._connections)
        self.subscriptions = Subscriptions(self._connections)
        self.daily = Daily(self._connections)
        self.outbox = Outbox(self._connections)
        self.outages = Outages(self._connections)
        self.parcels = Parcels(self._connections)
        self.spool = Spool(self._connections, self.once, self.parcels)
        self.calendar = Calendar(self._connections)
        try:
            opening.open_file(self._connections, make=make)
        except BaseException:
            self._connections.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections of all threads."""
        self._connections.close()

    def generation(self) -> int:
        """Return a number that grows with each change of articles or initiatives, by any process."""
        return numbers.get(self._connections.get(), numbers.GENERATION)

    def reading(self) -> AbstractContextManager[object]:
        """Read everything in a block from one moment: what others commit meanwhile is not seen."""
        return self._connections.reading()

    def writing(self) -> AbstractContextManager[object]:
        """Write everything in a block as one transaction, that outlives a power cut."""
        return self._connections.writing(durable=True)

    def claiming(self) -> AbstractContextManager[object]:
        """Write the claims of a block as one transaction, for which nobody waits while the store is held."""
        return self._claiming.writing()

    def optimize_index(self, written: int) -> None:
        """Merge the index after `written` sections have gone into it, where they are many beside the others.

        A step at a time, so that others may write meanwhile; searches then take half the time.
        """
        if written * WORTH_MERGING < self.sections.count():
            return
        pages = -STEP
        while True:
            with self._connections.writing() as connection:
                if not index.merge(connection, pages):
                    return
            pages = STEP

    def library(self) -> Library:
        """Return the library as a search sees it now; use it in this thread, and ask anew for each search."""
        connection = self._connections.get()
        library: IndexedLibrary | None = getattr(self._own, "library", None)
        if library is None or library.connection is not connection:
            library = self._own.library = IndexedLibrary(
                connection,
                sections=self.sections.by_ids,
                texts_beside=self.sections.texts_beside,
                articles=self._articles,
                initiatives=self.initiatives.among,
                curated=self.aliases.full_forms,
            )
        library.refresh(self.generation())
        return library

    def _articles(self) -> Mapping[str, Article]:
        """Return the articles by id, read again only when something has changed."""
        generation, listed = self.generation(), self._listed
        if listed is None or listed[0] != generation:  # a race only reads them twice
            found = {article.id: article for article, _ in self.articles.all()}
            listed = self._listed = generation, found
        return listed[1]

    def troubles(self) -> list[str]:
        """Look for damage; each finding is a line. It reads the whole file."""
        return checking.troubles(self._connections.get())

    def check(self) -> None:
        """Raise StoreError where answers would be bad: the file is gone, empty, another program's or damaged.

        It looks at a few sections each time, and keeps in mind what damage any answer has met.
        """
        if self._connections.damage is not None:
            raise self._connections.damage
        self._checked = checking.look(self._connections, self._checked)

    def check_writing(self) -> None:
        """Raise UnwritableError where nothing can be written now: locked, full, read-only. Nothing is written."""
        with self._connections.writing():
            pass
