"""Another one, Read in context and Cite: under a daily post, under an answer, under a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from handlers.incoming.button_values import QuoteRef
from handlers.rendering.buttons import ANOTHER, CITE, CONTEXT, button
from handlers.rendering.context_view import TURN
from handlers.slack_api.block_limits import MESSAGE_JSON, json_length
from tests.db.making import prepared
from tests.handlers.conftest import NOW
from tests.handlers.door import CHANNEL, TEAM, bold, buttons, quotations

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door

Json = dict[str, Any]
GONE = "已经没有了"
WAYS = ["daily preview", "search 数字工匠", "about 数字工匠"]


def under(door: Door, typed: str, action: str) -> Json:
    """Type a command, and return the first button of this kind under its answer."""
    if typed.startswith("daily"):
        door.command("daily 09:00")
    return buttons(door.command(typed), action)[0]


def passage(store: Store, one: Json) -> tuple[str, str]:
    """Return the words that a button belongs to, and the whole text of their section."""
    place = QuoteRef.read(one["value"])
    assert place is not None
    stored = store.sections.by_code(place.code)
    assert stored is not None
    return stored.section.text[place.start : place.end], stored.section.text


@pytest.mark.parametrize("typed", WAYS)
def test_read_in_context_shows_the_passage_bold_in_its_place(door: Door, store: Store, typed: str) -> None:
    """The window holds the whole section with the passage bold, title and citation, and its neighbours."""
    one = under(door, typed, CONTEXT)
    words, whole = passage(store, one)
    view = door.view_after(door.pressed(one))
    place = QuoteRef.read(one["value"])
    assert place is not None
    previous, following = store.sections.neighbours(place.code)
    # the deck's first card may stand at an end of the article
    around = [section.text for section in (previous, following) if section is not None]
    shown = quotations(view)
    here = shown.pop(0 if previous is None else 1)
    assert here == whole
    assert "".join(bold(view)) == (words if words != whole else "")
    assert len(shown) == len(around) > 0
    assert all(quoted.strip("…") in text for quoted, text in zip(shown, around, strict=True))
    assert "数字经济引领高质量发展" in str(view["blocks"])
    assert place.code in str(view["blocks"])


@pytest.mark.parametrize("typed", WAYS)
def test_cite_gives_the_citation_to_copy(door: Door, store: Store, typed: str) -> None:
    """What comes is private: title, place and code of the passage."""
    one = under(door, typed, CITE)
    answer = door.click(one)
    place = QuoteRef.read(one["value"])
    assert place is not None
    assert answer["response_type"] == "ephemeral"
    assert "《数字经济引领高质量发展》" in answer["text"]
    assert f"〔{place.code}〕" in answer["text"]
    assert passage(store, one)[0]


def test_the_window_turns_to_the_previous_and_the_next_section(door: Door, store: Store) -> None:
    """Each turn updates the window that is open, at both ends of the article one way is missing."""
    sections = store.sections.of_article("digital-economy")
    first = button("", CONTEXT, QuoteRef(sections[0].code, 0, 5).value())
    view = door.view_after(door.pressed(first))
    assert buttons(view, f"{TURN}0") == []
    for section in sections[1:]:
        (onward,) = buttons(view, f"{TURN}1")
        view = door.view_after(door.pressed_in(view, onward))
        assert section.text in quotations(view)
        assert bold(view) == []
    assert buttons(view, f"{TURN}1") == []
    (back,) = buttons(view, f"{TURN}0")
    assert sections[-2].text in quotations(door.view_after(door.pressed_in(view, back)))


def test_a_section_too_long_for_a_window_is_shown_round_the_passage(door: Door, store: Store) -> None:
    """Sentences round the passage are shown, and what is left out is marked; rare characters count twice."""
    lines = [f"第{number}项工作落实到𠮷{'𠀋' * 60}村。" for number in range(16)]
    store.articles.save(prepared(["".join(lines)], article="long"), NOW.isoformat())
    (section,) = store.sections.of_article("long")
    assert json_length([{"text": section.text}]) > MESSAGE_JSON
    start = section.text.index(lines[8])
    one = button("", CONTEXT, QuoteRef(section.code, start, start + len(lines[8])).value())
    view = door.view_after(door.pressed(one))
    (here,) = quotations(view)
    assert bold(view) == [lines[8]]
    assert here.strip("…") in section.text
    assert here.startswith("…")
    assert here.endswith("…")
    whole = button("", CONTEXT, QuoteRef(section.code, 0, len(section.text)).value())
    (shown,) = quotations(door.view_after(door.pressed(whole)))
    assert shown.startswith(lines[0])
    assert shown.endswith("…")


def test_a_passage_that_fills_more_than_a_message_stands_whole_in_the_window(
    door: Door, store: Store
) -> None:
    """A window takes more blocks than a message; each piece is told to be one, with the code."""
    store.articles.save(prepared(["𠀋" * 1_200 + "。"], article="long"), NOW.isoformat())
    (section,) = store.sections.of_article("long")
    one = button("", CONTEXT, QuoteRef(section.code, 0, len(section.text)).value())
    view = door.view_after(door.pressed(one))
    assert "".join(quotations(view)) == section.text
    assert section.code in str(view["blocks"])


@pytest.mark.parametrize("value", ["", "nonsense", "d1|zzzz-zzzz|0-5", "d1|CODE|5-3", "d1|CODE|0-9999999"])
@pytest.mark.parametrize("action", [CONTEXT, CITE])
def test_a_value_that_is_no_place_is_told_so(door: Door, store: Store, action: str, value: str) -> None:
    """A button's value is a stranger's input: a wrong one is answered, and opens nothing."""
    code = store.sections.of_article("digital-economy")[0].code
    answer = door.click(button("", action, value.replace("CODE", code)))
    assert GONE in answer["text"]
    assert door.slack.calls("views.open") == []


def test_a_passage_that_has_left_the_library_is_said_to_be_gone(door: Door, store: Store) -> None:
    """After the article was removed the old post's buttons still answer."""
    one, cite = under(door, "daily preview", CONTEXT), under(door, "daily preview", CITE)
    store.articles.remove("digital-economy", NOW.isoformat())
    assert GONE in door.click(one)["text"]
    assert GONE in door.click(cite)["text"]


def test_another_one_is_private_and_leaves_the_deck(door: Door, store: Store) -> None:
    """Ten other passages later the deck is where it was, and nothing went into the channel."""
    one = under(door, "daily preview", ANOTHER)
    before = quotations(door.command("daily preview"))
    seen = set()
    for _ in range(10):
        answer = door.click(one)
        assert answer["response_type"] == "ephemeral"
        assert {b["action_id"] for b in buttons(answer)} == {ANOTHER, CONTEXT, CITE}
        seen.add(quotations(answer)[0])
    assert before[0] not in seen
    assert len(seen) > 1
    assert quotations(door.command("daily preview")) == before
    assert store.daily.history(TEAM, CHANNEL) == []


def test_another_one_keeps_to_the_channels_theme(door: Door, slack: SlackStandIn) -> None:
    """Where the theme has one passage there is no other, and that is said."""
    door.command("daily 09:00 数字工匠")
    (one,) = buttons(door.command("daily preview"), ANOTHER)
    answer = door.click(one)
    assert quotations(answer) == []
    assert "除了这一段，没有别的适合引用的段落了" in answer["text"]
    assert slack.workspace.messages[CHANNEL] == []


def test_buttons_under_a_post_in_the_channel_answer_in_private(door: Door) -> None:
    """A click on the channel's own post comes with the message, and is answered to the person alone."""
    one = under(door, "daily preview", CITE)
    container = {"type": "message", "message_ts": "1", "channel_id": CHANNEL, "is_ephemeral": False}
    answer = door.click(one, container=container, message={"ts": "1", "text": "x"})
    assert answer["response_type"] == "ephemeral"
    assert not answer.get("replace_original")
