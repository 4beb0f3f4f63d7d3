"""A channel's deck dealt again from its stored seed, and held against what it got."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.quoting.deck import deal
from handlers.daily.quote_pool import dealt, in_order

if TYPE_CHECKING:
    from collections.abc import Collection

    from db.daily import Post
    from db.store import Store
    from db.subscriptions import Subscription
    from handlers.daily.quote_pool import QuotePool


@dataclass(frozen=True, slots=True)
class ReplayedPost:
    """One post of a channel, and whether the seed gives its card from the library as far as that is known."""

    post: Post
    as_dealt: bool


def replayed(wanted: Subscription, store: Store, pool: QuotePool) -> list[ReplayedPost]:
    """Return a channel's posts, oldest first, each with whether the seed deals the same card again.

    For each post the deck is made anew: the passages of its theme from articles that were there by then, and those
    dealt later in the same round. A card may differ where passages left the library undealt, or a later
    version brought some.
    """
    posts = in_order(store.daily.history(*wanted.channel_key))
    since = {
        article.id: store.articles.history(article.id)[0].added_at for article, _ in store.articles.all()
    }
    turns = []
    for number, post in enumerate(posts):
        following = [one for one in posts[number:] if (one.round, one.theme) == (post.round, post.theme)]
        keys: Collection[str] = {
            *(key for key, one in pool.passages(post.theme).items() if since[one.article] <= post.claimed_at),
            *(later.passage for later in following),
        }
        card = deal(wanted.seed, dealt(posts[:number]), keys)
        turns.append(
            ReplayedPost(
                post, as_dealt=card is not None and (card.key, card.round) == (post.passage, post.round)
            )
        )
    return turns
