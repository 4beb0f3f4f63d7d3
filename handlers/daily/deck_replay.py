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
    """Deal a channel's deck again, card by card, each from the theme that the channel had then.

    The deck of a date was the passages that stand now, less those of articles that came later, with those
    that were dealt from then on. Passages that left the library without ever being dealt are not known any
    more, nor is which ones a later version of an article brought; a card may differ because of these.
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
