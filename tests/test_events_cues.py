"""The words by which a sentence shows that somebody says something, or that something is to come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.events.cues import find_cues
from generator.events.vocabulary import VERB_BY_FORM

VERBS = [
    ("Lopez said the plant would shut, and police report a fire.", ["said", "report"]),
    ("The talks went on, he went on.", ["went on", "went on"]),
    ("“We wait,” Lee told them.", ["told"]),
    ("They plan a march.", ["plan"]),
    ("The report was published.", []),
    ("It was said by nobody, and the claims fell.", []),
    ("Mayor Said Karim left, and Unsaid is a film.", []),
]


@pytest.mark.parametrize(("text", "verbs"), VERBS)
def test_verbs_of_saying_count_in_their_finite_forms(text: str, verbs: list[str]) -> None:
    assert [cue.word for cue in find_cues(text) if cue.verb] == verbs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The plan is set to pass.", ["plan", "set"]),
        ("According to police, nobody was hurt.", ["According"]),
        ("It fell after warning that it would.", ["warning", "would"]),
        ("The ministers met in Oslo.", []),
        ("A plané is no plan-b: résaid.", ["plan"]),
    ],
)
def test_other_cues_count_wherever_they_stand_alone(text: str, words: list[str]) -> None:
    assert [cue.word for cue in find_cues(text) if not cue.verb] == words


@given(st.lists(st.sampled_from([*VERB_BY_FORM, "the", "Lee", "will", "“", "é", ", ", ". "])).map(" ".join))
def test_a_cue_is_the_word_at_its_place(text: str) -> None:
    cues = find_cues(text)
    assert all(text.startswith(cue.word, cue.at) for cue in cues)
    assert [cue.at for cue in cues] == sorted(cue.at for cue in cues)
