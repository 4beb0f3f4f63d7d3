"""Every surface with the longest things a library may hold: valid, whole sentences, sources beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from corpus.preparing import prepare
from corpus.reading.files import read
from corpus.vocabulary import Article
from handlers.answer import Listing
from handlers.rendering.answers import listing
from handlers.replies import Replies
from handlers.slack_api.block_limits import problems
from tests.handlers.door import buttons, quotations

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door, Json

SENTENCE = "第{}项任务是推进“极限工程”建设，完善体制机制，压实各方责任，确保各项部署落到实处、见到实效。"
MANY = "".join(SENTENCE.format(number) for number in range(110))
ONE = "“极限工程”包括" + "，".join(f"第{number}个方面的重点工作安排" for number in range(400)) + "。"
PATH = "\n\n".join(f"{'#' * level} {'很长的标题' * 12}{level}" for level in range(2, 7))
DOCUMENT = f"# {'极长标题' * 75}\n\n{PATH}\n\n{MANY}\n\n{ONE}\n\n“极限工程”是指一项试验。\n"


@pytest.fixture(autouse=True)
def extreme(store: Store, tmp_path: Path) -> None:
    """One article without author or date, its title 300 characters long, its path six deep."""
    path = tmp_path / "extreme.md"
    path.write_text(DOCUMENT, "utf-8")
    for document in read(path):
        store.articles.save(prepare(document), "2026-11-24T00:00:00+00:00")


def words_of(messages: list[Json]) -> str:
    """Return what messages quote, one after another."""
    return "".join(words for one in messages for words in quotations(one))


def whole(quotation: str) -> bool:
    """Whether a quotation ends with a sentence; one that is left out altogether is whole too."""
    said = quotation.strip("…")
    return not said or (said[-1] in "。”" and (said in DOCUMENT or "极限" not in said))


@pytest.mark.parametrize(
    "text",
    ["极限工程", "search 压实各方责任", "重点工作安排", "about 极限工程", "initiatives 极长标题", "articles"],
)
def test_a_command_is_answered_with_valid_blocks(door: Door, text: str) -> None:
    """The door checks every limit; no sentence is cut."""
    answer = door.command(text)
    assert "出了错" not in answer["text"]
    assert all(whole(one) for one in quotations(answer))


def test_a_sentence_beyond_a_message_is_not_cut_but_told_of(door: Door) -> None:
    """Its length is said, and where it can be read; its title, path and code stand there all the same."""
    answer = door.command("第399个方面的重点工作安排")
    assert "…" in quotations(answer)
    code = re.search(r"/policy show ([0-9a-z-]+)", answer["text"])
    assert code
    whole = door.answers(door.typed(f"show {code[1]}"))
    assert "".join(words for one in whole for words in quotations(one)) == ONE
    assert "极长标题" in answer["text"]


def test_every_passage_can_be_shown_and_shared(door: Door, store: Store, slack: SlackStandIn) -> None:
    """Whatever its length, whole: what no message holds in several, one after another."""
    sections = store.sections.of_article("extreme")
    for section in sections:
        shown = door.answers(door.typed(f"show {section.code}"))
        assert words_of(shown) == section.text
        before = len(slack.calls("chat.postMessage"))
        door.click(buttons(shown[-1], "policy_share")[0])
        posts = [call.arguments for call in slack.calls("chat.postMessage")[before:]]
        assert [problems(post) for post in posts] == [[]] * len(posts)
        assert words_of(posts) == section.text


def test_a_card_quotes_what_fits_a_message(door: Door, store: Store) -> None:
    """A sentence too long for any is not taken to define where a shorter one names it too."""
    text = '[[initiative]]\nname = "重点工作安排"\naliases = ["体制机制"]\n'
    store.initiatives.curate(text, "2026-11-24T00:00:00+00:00")
    assert "…" not in quotations(door.command("about 重点工作安排"))


def test_mentions_spotting_and_modals_stay_valid(door: Door) -> None:
    """The card in a thread, the small card, all mentions, and the modal of the shortcut."""
    door.command("spot on")
    assert len(door.posted_after(door.mention("极限工程"))) == 1
    assert len(door.posted_after(door.message("谈谈极限工程"))) == 1
    door.click(buttons(door.command("about 极限工程"), "policy_mentions")[0])
    view = door.view_after(door.shortcut({"ts": "1763900001.000200", "text": f"极限工程。{MANY[:2900]}"}))
    assert all(whole(one) for one in quotations(view))


@pytest.mark.parametrize("offset", [0, 2_480, 4_980])
def test_five_thousand_articles_are_listed_by_pages(offset: int) -> None:
    """Twenty a page, however long their titles and many their authors."""
    article = Article("a", "极长标题" * 75, author="某某" * 60, published="2018-10-23")
    page = Listing(((article, 12),) * 20, total=5_000, offset=offset)
    assert problems(listing(page, "ab", Replies()).private()) == []
