"""Records and files that the tests of content/ share."""

from typing import Any

from generator.model import Basis, EventMention, LeftOut, Record

BODY = (
    "The fleet left Harwich on Tuesday.\n\n## Next\n\nThe minister said it would be back in July. Nobody was hurt.\n\n"
    "Nobody was hurt."
)
SHA = "5f" * 32


def an_event(quote: str, **facts: Any) -> EventMention:
    """An event that quotes the body."""
    start = BODY.index(quote)
    paragraph = BODY.count("\n\n", 0, start) + 1
    end = start + len(quote)
    event = EventMention("e-00000001", "2021-03-23", "Fleet leaves", quote, start, end, paragraph, "happened")
    return event._replace(**facts)


BASIS = Basis("on Tuesday", "weekday", "2021-03-26", ("2021-03-30",))
LEFT = an_event("The fleet left Harwich on Tuesday.", basis=BASIS)
BACK = an_event(
    "The minister said it would be back in July.",
    id="e-00000002", date="2021-07", heading="Fleet to be back", status="expected", speaker="the minister",
    review="a month without a year",
)  # fmt: skip


_NOBODY = an_event("Nobody was hurt.")
UNUSED = LeftOut(_NOBODY.quote, _NOBODY.start, _NOBODY.end, _NOBODY.paragraph, None, "the text gives no day for it")


def a_record(**facts: Any) -> Record:
    """A fresh record as the pipeline gives it."""
    record = Record(
        slug="", title="Fleet leaves: a farewell", outlet="The Harbour", byline=None, url="https://example.org/fleet",
        archived_url=None, archived_at=None, published="2021-03-26", published_basis="line 2: 'Fri Mar 26 2021'",
        language="en", seed="seeds/fleet.txt", seed_sha256=SHA, generated=None, events=(LEFT, BACK), body=BODY,
    )  # fmt: skip
    return record._replace(**facts)
