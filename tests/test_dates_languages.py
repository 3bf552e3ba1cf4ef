"""Of a text in another language the dates in figures are found."""

from __future__ import annotations

import pytest

from generator.dates.grammar import RULES
from generator.dates.languages import FIGURES, find_dates_in_figures

FRENCH = (
    "Le ministre a déclaré mercredi que les alliés se réuniraient la semaine prochaine à Oslo, après une visite du "
    "président le 14.06.2023, et que le prochain sommet aurait lieu en juillet dans la capitale."
)
GERMAN = (
    "Der Minister sagte am Mittwoch, die Verbündeten würden sich nächste Woche in Oslo treffen; der Vertrag vom "
    "2023-06-14 gelte weiter, und über das Weitere werde man im Juli in der Hauptstadt beraten."
)


@pytest.mark.parametrize("text", [FRENCH, GERMAN])
def test_dates_in_figures_are_found_in_every_language(text: str) -> None:
    assert [timex.when for timex in find_dates_in_figures(text)] == ["2023-06-14"]


def test_the_rules_for_figures_are_rules() -> None:
    assert {row.name for row in RULES} >= FIGURES
