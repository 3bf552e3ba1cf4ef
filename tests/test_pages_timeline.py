"""What a reader finds on the pages, on the hand-made timeline."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from newsroom import BLADE, HILL, PRESS, READINGS, RECORDS, ROOT, SETTINGS, TEMPLATES, TIMELINE

from generator.model import Basis, Chapter, Event, EventMention, LeftOut, Settings, Timeline
from generator.pages.catalogue import CATALOGUES
from generator.pages.render import render_pages
from generator.pages.templating import TemplateError
from generator.text import paragraphs


def published(timeline: Timeline = TIMELINE, settings: Settings = SETTINGS) -> dict[str, str]:
    pages = render_pages(timeline, settings, READINGS, TEMPLATES)
    return {page.path: page.content.decode() for page in pages if not page.path.endswith(".png")}


SITE = published()
FRONT = html.fromstring(SITE["index.html"])


def headed(start: str) -> Event:
    return next(event for event in TIMELINE.events if event.heading.startswith(start))


def card(event: Event) -> html.HtmlElement:
    return FRONT.get_element_by_id(event.id)


def words(element: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in element.xpath(path)]


@pytest.mark.parametrize("event", TIMELINE.events, ids=lambda event: event.heading)
def test_every_event_shows_heading_status_exact_words_and_every_source(event: Event) -> None:
    item = card(event)
    shown = item.xpath("string(.//blockquote)").strip().strip("…").split(" … ")
    assert words(item, ".//h3") == [event.heading]
    assert words(item, ".//*[@class='status']")[0] in ("Happened", "Said", "Claimed", "Expected")
    assert all(part.strip() in event.sources[0].mention.quote for part in shown)
    assert len(item.xpath(".//ul[@class='chips']/li")) == len({source.article for source in event.sources})


GUTTERS = [
    ("Stoltenberg urges allies to ramp", "Tue 14 Feb 2023", "2023-02-14"),
    ("NATO defence ministers meet", "Tue–Wed 14–15 Feb 2023", None),
    ("Zelenskyy pushes", "week of 6 Feb 2023", "2023-W06"),
    ("A summit in Vilnius", "July 2023 month only", "2023-07"),
    ("NATO agrees", "2008 year only", "2008"),
    ("A multi-year program", "by 31 Dec 2023", None),
    ("Moscow says", "Undated", None),
]


@pytest.mark.parametrize(("start", "text", "machine"), GUTTERS)
def test_the_gutter_gives_the_date_as_precisely_as_it_is_known(start: str, text: str, machine: str | None) -> None:
    item = card(headed(start))
    assert words(item, ".//p[contains(@class, 'when')]") == [text]
    assert item.xpath("string(.//time/@datetime)") == (machine or "")


def test_no_iso_date_is_shown_outside_the_explanations() -> None:
    seen = FRONT.xpath("//text()[not(ancestor::dl) and not(ancestor::script) and not(ancestor::head)]")
    assert not [text for text in seen if any(f"{year}-0" in text for year in (2022, 2023))]


def test_date_words_are_marked_in_the_quotation() -> None:
    assert words(card(headed("Zelenskyy")), ".//blockquote//mark") == ["last week"]


WHY = [
    ("The words", "“next month”"),
    ("Read as", "the month after the article’s"),
    ("Counted from", "Thu 15 Jun 2023"),
    ("Recorded as", "2023-07"),
    ("Checked", "by no person yet"),
]


@pytest.mark.parametrize(("label", "text"), WHY)
def test_why_this_date_names_words_rule_and_day(label: str, text: str) -> None:
    rows = card(headed("A summit in Vilnius")).xpath(".//details//div")
    assert text in [words(row, "./dd")[0] for row in rows if words(row, "./dt") == [label]]


def test_a_persons_check_is_shown() -> None:
    assert "2026-11-20 AB" in card(headed("Stoltenberg urges allies to ramp")).text_content()


def with_mention(event: Event, **changes: Any) -> html.HtmlElement:
    """The card of the event with its first mention changed."""
    lead = event.sources[0]
    source = lead._replace(mention=lead.mention._replace(**changes))
    events = tuple(old._replace(sources=(source,)) if old.id == event.id else old for old in TIMELINE.events)
    return html.fromstring(published(TIMELINE._replace(events=events))["index.html"]).get_element_by_id(event.id)


@pytest.mark.parametrize(
    ("status", "also", "review", "shown"),
    [
        ("happened", "2023-02-06", None, "Mon 6 Feb 2023"),
        ("happened", "2023-02-20", None, None),  # told as done in an article of 14 February
        ("statement", "2023-02-20", None, None),
        ("statement", "2023-02-20", "the day is only inferred", "Mon 20 Feb 2023"),
        ("expected", "2023-02-20", None, "Mon 20 Feb 2023"),
        ("expected", "2023-02-06", None, None),
    ],
)
def test_another_reading_is_shown_where_it_can_be_true(
    status: str, also: str, review: str | None, shown: str | None
) -> None:
    basis = Basis("on Monday", "weekday", "2023-02-14", (also,))
    told = with_mention(headed("The U.S. tells"), status=status, basis=basis, review=review)
    assert [
        words(row, "./dd")[0] for row in told.xpath(".//details//div") if words(row, "./dt") == ["Could also be"]
    ] == ([shown] if shown else [])


def test_a_date_that_a_person_should_look_at_says_so_until_one_did() -> None:
    event = headed("Zelenskyy")
    source = event.sources[0]._replace(mention=event.sources[0].mention._replace(review="two Mondays fit"))
    for checked, said in ((None, True), ("2026-11-20 AB", False)):
        unsure = event._replace(sources=(source,), checked=checked)
        events = tuple(unsure if old.id == event.id else old for old in TIMELINE.events)
        page = html.fromstring(published(TIMELINE._replace(events=events))["index.html"])
        item = page.get_element_by_id(event.id)
        assert ("not yet sure" in item.xpath("string(.//summary)")) is said
        assert "two Mondays fit" in item.xpath("string(.//details)")


NOTES = [
    ("A summit in Vilnius", "Sources differ on the date: Press TV July 2023 Iron Blade Thu 15 Jun 2023"),
    ("Ministers are to decide", "No report of the outcome in these articles."),
    ("Biden and his", "Still ahead when the newest article appeared, 15 Jun 2023."),
    ("Ministers to raise", "What came of it: 15 Jun 2023: NATO defence ministers gather"),
    ("NATO defence ministers gather", "Was expected: 16 Jun 2023: Ministers to raise the targets"),
]


@pytest.mark.parametrize(("start", "text"), NOTES)
def test_disagreement_expectation_and_outcome_are_told(start: str, text: str) -> None:
    notes = " ".join(words(card(headed(start)), ".//div[starts-with(@class, 'note')]"))
    assert text in notes


def test_what_one_outlet_says_in_several_articles_stands_under_its_name_once() -> None:
    event = headed("A summit in Vilnius")
    versions = (*event.disagreement, event.disagreement[0]._replace(value="2023-08"))
    differing = event._replace(disagreement=versions)
    events = tuple(differing if old.id == event.id else old for old in TIMELINE.events)
    page = html.fromstring(published(TIMELINE._replace(events=events))["index.html"])
    item = page.get_element_by_id(event.id)
    assert words(item, ".//dl[@class='versions']/div") == [
        "Press TV July 2023 · August 2023",
        "Iron Blade Thu 15 Jun 2023",
    ]


def test_a_chip_leads_to_the_sentence_or_says_that_no_address_is_known() -> None:
    links = card(headed("A summit in Vilnius")).xpath(".//ul[@class='chips']//a/@href")
    mention = headed("A summit in Vilnius").sources[1].mention.id
    fragment = "In%20addition%2C%20the%20military%20bloc,industries%20to%20ratchet%20up%20output"
    assert links == [
        f"{RECORDS[PRESS].url}#:~:text={fragment}",
        f"articles/{BLADE}.html#{mention}",
    ]


def test_an_article_that_tells_an_event_twice_has_one_chip_that_says_so() -> None:
    first, second = headed("Zelenskyy").sources[0], headed("Russian forces bombard").sources[0]
    twice = headed("Zelenskyy")._replace(sources=(first, second))
    events = tuple(twice if event.id == twice.id else event for event in TIMELINE.events)
    page = html.fromstring(published(TIMELINE._replace(events=events))["index.html"])
    chips = words(page.get_element_by_id(twice.id), ".//ul[@class='chips']/li")
    assert chips == ["The Epoch Times 14 Feb 2023 · 1 more sentence archived 15 Feb 2023"]


def test_every_merged_mention_has_a_page_that_leads_to_its_event_and_is_known_by_its_address() -> None:
    merged = {source.mention.id: event.id for event in TIMELINE.events for source in event.sources}
    moved = {mention: event for mention, event in merged.items() if mention != event}
    assert moved, "the sample merges mentions"
    for mention, event in moved.items():
        page = html.fromstring(SITE[f"events/{mention}.html"])
        assert page.xpath("string(//meta[@http-equiv='refresh']/@content)") == f"0; url=../events/{event}.html"
        assert page.xpath("string(//meta[@property='og:url']/@content)") == f"{SETTINGS.base_url}events/{event}.html"


def test_an_event_can_be_edited_and_reported_where_a_repository_is_known() -> None:
    event = headed("A summit in Vilnius")
    links = card(event).xpath(".//details//a/@href")
    assert links == [
        f"https://example.org/code/edit/HEAD/content/{PRESS}.md",
        f"https://example.org/code/issues/new?title={event.id}",
    ]
    assert not html.fromstring(published(settings=Settings())["index.html"]).xpath("//details//a")


def test_every_link_to_others_passes_nothing_on() -> None:
    tree = [html.fromstring(text) for path, text in SITE.items() if path.endswith(".html")]
    outward = [link for page in tree for link in page.xpath("//a[starts-with(@href, 'http')]")]
    assert outward
    assert all("noopener" in link.get("rel", "") for link in outward)


def test_a_page_may_run_only_its_own_script_and_styles() -> None:
    policy = FRONT.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_facts_count_what_is_there() -> None:
    facts = dict(zip(words(FRONT, "//dl[@class='facts']//dt"), words(FRONT, "//dl[@class='facts']//dd"), strict=True))
    assert facts["Events"] == str(len(TIMELINE.events))
    assert facts["Checked by a person"] == f"1 of {len(TIMELINE.events)}"
    assert facts["Corrections"] == "1"


def test_an_article_page_ties_each_sentence_to_its_event_and_shows_no_more() -> None:
    page = html.fromstring(SITE[f"articles/{HILL}.html"])
    mine = [event for event in TIMELINE.events for source in event.sources if source.article == HILL]
    assert len(page.xpath("//ol[@class='sentences']/li")) == len(mine)
    assert "partner country" not in page.text_content()  # a sentence that no event uses


def test_an_article_page_shows_dated_sentences_not_used_with_why_closed_and_short() -> None:
    record = RECORDS[HILL]
    sentence = next(p for p in paragraphs(record.body) if "Zelensky has been hopeful" in p.text)
    unused = LeftOut(sentence.text, sentence.start, sentence.end, sentence.number, "2023-02", "no event", "Ukraine")
    page = html.fromstring(_with_left_out(unused)[f"articles/{HILL}.html"])
    (details,) = page.find_class("left-out")
    assert "open" not in details.attrib
    assert words(details, "./summary") == ["Dated sentences not used (1)"]
    assert words(details, ".//mark") == ["Ukraine"]
    assert words(details, ".//*[@class='origin']") == ["February 2023 · no event"]
    assert len(details.xpath("string(.//blockquote)").split()) <= SETTINGS.quote_words + 1


def test_a_sentence_that_an_event_uses_is_no_longer_shown_as_left_out() -> None:
    mention = next(source.mention for event in TIMELINE.events for source in event.sources if source.article == HILL)
    unused = LeftOut(mention.quote[:40], mention.start, mention.start + 40, mention.paragraph, None, "no event")
    assert "left-out" not in _with_left_out(unused, mention)[f"articles/{HILL}.html"]


def _with_left_out(sentence: LeftOut, *events: EventMention) -> dict[str, str]:
    record = RECORDS[HILL]._replace(left_out=(sentence,), events=events)
    return published(TIMELINE._replace(articles=tuple(record if r.slug == HILL else r for r in TIMELINE.articles)))


def test_what_an_editor_hides_is_not_shown_on_its_articles_page_either() -> None:
    mention = TIMELINE.events[0].sources[0].mention
    hidden = mention._replace(hide=True, quote="nowhere to be seen")
    record = RECORDS[HILL]._replace(events=(hidden,))
    site = published(TIMELINE._replace(articles=(record,), events=(), chapters=()))
    assert "nowhere to be seen" not in site[f"articles/{HILL}.html"]


def test_a_whole_article_is_shown_only_where_settings_say_so_and_is_made_harmless() -> None:
    record = RECORDS[HILL]._replace(body="Hi <script>alert(1)</script> [x](javascript:alert(1)) **bold**\n\n## Head\n")
    site = published(TIMELINE._replace(articles=(record,), events=(), chapters=()), SETTINGS._replace(republish="full"))
    page = site[f"articles/{HILL}.html"]
    assert "<strong>bold</strong>" in page
    assert "<h3>Head</h3>" in page
    assert "alert" not in html.fromstring(page).xpath("string(//script[not(@type)])")
    assert "javascript:" not in page


def test_a_hidden_article_is_on_no_page() -> None:
    events = tuple(e for e in TIMELINE.events if all(s.article != HILL for s in e.sources))
    chapters = tuple(
        c._replace(events=tuple(i for i in c.events if i in {e.id for e in events})) for c in TIMELINE.chapters
    )
    articles = tuple(r._replace(hide=r.slug == HILL) for r in TIMELINE.articles)
    site = published(TIMELINE._replace(events=events, chapters=chapters, articles=articles))
    assert not [path for path, text in site.items() if "The Hill" in text]


HOSTILE = '<img src=x onerror=alert(1)> & "quotes" </script><script>alert(1)</script>'


def test_hostile_words_are_shown_and_never_run() -> None:
    event = headed("Zelenskyy")
    source = event.sources[0]
    mention = source.mention._replace(heading=HOSTILE, quote=HOSTILE, speaker=HOSTILE, basis=Basis(HOSTILE, HOSTILE))
    hostile = event._replace(
        heading=HOSTILE, text=HOSTILE, speaker=HOSTILE, sources=(source._replace(mention=mention),)
    )
    events = tuple(hostile if e.id == event.id else e for e in TIMELINE.events)
    for path, text in published(TIMELINE._replace(title=HOSTILE, events=events)).items():
        if path.endswith(".html"):
            tree = html.fromstring(text)
            assert not tree.xpath("//img | //*[@onerror]"), path
            assert not [s for s in tree.xpath("//script[not(@type)]") if s.text], path


def test_no_page_is_made_with_a_name_the_template_does_not_know(tmp_path: Path) -> None:
    (tmp_path / "about.html").write_text("{{ unknown }}")
    with pytest.raises(TemplateError, match="unknown"):
        list(render_pages(TIMELINE, SETTINGS, READINGS, (tmp_path, *TEMPLATES)))


def test_a_partial_that_cannot_be_filled_is_named(tmp_path: Path) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "corrections.html").write_text("{% macro corrections_table(rows")
    with pytest.raises(TemplateError, match=r"templates/partials/corrections\.html:1: cannot be filled"):
        list(render_pages(TIMELINE, SETTINGS, READINGS, (tmp_path, *TEMPLATES)))


def test_the_macros_of_partials_are_filters_in_every_template(tmp_path: Path) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "articles.html").write_text("{% macro articles_printed(outlets) %}mine{% endmacro %}")
    (tmp_path / "sources.html").write_text("{{ outlets | articles_printed }}")
    site = {page.path: page.content for page in render_pages(TIMELINE, SETTINGS, READINGS, (tmp_path, *TEMPLATES))}
    assert site["sources.html"] == b"mine"
    assert b"\nmine\n" in site["index.html"]


def test_a_folder_of_its_own_replaces_single_templates(tmp_path: Path) -> None:
    (tmp_path / "sources.html").write_text("mine")
    site = {page.path: page.content for page in render_pages(TIMELINE, SETTINGS, READINGS, (tmp_path, *TEMPLATES))}
    assert site["sources.html"] == b"mine"
    assert site["index.html"].decode() == SITE["index.html"]


def test_the_same_timeline_gives_the_same_bytes() -> None:
    assert published() == SITE


def test_a_timeline_without_events_says_so() -> None:
    site = published(Timeline("Nothing yet", None, None, (), (), ()), Settings())
    assert "No events yet." in site["index.html"]
    assert "No articles yet." in site["sources.html"]


def test_articles_that_tell_of_no_event_are_not_called_missing() -> None:
    record = RECORDS[PRESS]
    site = published(Timeline("Nothing yet", None, None, (record,), (), ()), Settings())
    front = html.fromstring(site["index.html"])
    assert words(front, "//p[@class='empty']") == ["No event was found in the articles so far. Sources"]
    assert "Only short quotations" not in site[f"articles/{PRESS}.html"]


def test_an_article_of_unknown_outlet_is_named_by_its_title() -> None:
    records = tuple(r._replace(outlet=None, url=None) if r.slug == PRESS else r for r in TIMELINE.articles)
    site = published(TIMELINE._replace(articles=records))
    event = next(e for e in TIMELINE.events if {source.article for source in e.sources} == {PRESS})
    page, front = html.fromstring(site[f"events/{event.id}.html"]), html.fromstring(site["index.html"])
    title = f"“{RECORDS[PRESS].title}”"
    assert words(page, "//p[@class='chips']/a") == [title]
    assert f"Sources: {title}, 15 Jun 2023." in words(page, "//p[@class='citation']")[0]
    assert words(front, "//dl[@class='facts']/div[3]") == ["Outlets 4"]
    assert words(html.fromstring(site[f"articles/{PRESS}.html"]), "//section/p[@class='origin']") == [
        "Only short quotations are shown."
    ]


def test_no_word_of_the_catalogue_goes_unused() -> None:
    code = "".join(path.read_text() for path in (ROOT / "generator" / "pages").glob("*.py") if path.stem != "catalogue")
    text = code + "".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))
    families = ("precision-", "season-", "field-", "date-", "happened", "statement", "claim", "expected")
    named = set(re.findall(r"""["']([a-z-]+)["']""", text))
    unused = [key for key in CATALOGUES["en"] if key not in named and not key.startswith(families)]
    assert unused == []


def test_a_chapter_of_a_month_is_titled_in_words() -> None:
    event = TIMELINE.events[0]
    month = Chapter("m-2023-02", "2023-02", "2023-02", (event.id,))
    page = html.fromstring(published(TIMELINE._replace(events=(event,), chapters=(month,)))["index.html"])
    assert [heading.text_content() for heading in page.xpath("//section[@class='chapter']//h2")] == ["February 2023"]
