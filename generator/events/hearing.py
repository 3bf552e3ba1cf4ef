"""Who was heard last, and who was named since: whom "he" or "they" in the next sentence can mean."""

from __future__ import annotations

from collections.abc import Container, Sequence

from generator.events.drafts import Draft
from generator.events.people import Last, Person
from generator.events.sentences import Sentence
from generator.text import words

_LONGEST_NAME = 5  # words, with the office in front of it


def who_was_heard(
    last: Last, new: Sequence[Draft], sentence: Sentence, people: Sequence[Person], names: Container[str | None]
) -> Last:
    """Who "he" or "they" in the next sentence may be; where nobody has spoken yet, the one person named is.

    names: those of the people.
    """
    if new and new[0].speaker:
        return Last(new[0].speaker)
    person = _only_named(sentence, people)
    if person and _begins_with(sentence, person):
        return Last(person, person)  # "Lee smiled. “We agree,” he said"
    speaker = last.speaker if last.speaker in names else person  # a body is "it" in the next sentence only
    return Last(speaker, person or last.person)


def _begins_with(sentence: Sentence, person: str) -> bool:
    """Whether a sentence is about the person: the name is its subject."""
    before = sentence.masked.partition(person.rpartition(" ")[2])[0].split()
    return len(before) <= _LONGEST_NAME and all(word[0].isupper() for word in before)


def _only_named(sentence: Sentence, people: Sequence[Person]) -> str | None:
    """The one person a sentence names."""
    likely = [person for person in people if person.surname in sentence.text]
    if not likely:
        return None
    present = set(words(sentence.text))
    named = [person.name for person in likely if person.surname.lower() in present]
    return named[0] if len(named) == 1 else None
