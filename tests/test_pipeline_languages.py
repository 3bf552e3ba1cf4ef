"""English rules read English articles only."""

from articles_made import article

from generator.tasks import tag


def test_another_language_has_only_its_dates_in_figures_read() -> None:
    french = article("Il est venu en mars, le 2023-05-02, sans date de fin.")._replace(language="fr")
    assert [timex.when for timex in tag(french)] == ["2023-05-02"]


def test_english_of_any_country_is_read_whole() -> None:
    british = article("It opened on Tuesday.")._replace(language="en-GB")
    assert [timex.when for timex in tag(british)] == ["2023-06-13"]
