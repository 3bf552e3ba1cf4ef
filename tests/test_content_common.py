"""What many records tell alike is held once."""

from __future__ import annotations

import pickle

from content_samples import a_record

from generator.content.common import Common
from generator.content.texts import part


def test_records_are_what_they_were() -> None:
    record = part(a_record())[0]
    common = Common()
    assert [common.share(each) for each in (record, a_record())] == [record, a_record()]


def test_equal_values_of_records_from_elsewhere_become_one() -> None:
    common, record = Common(), part(a_record())[0]
    one, other = (common.share(pickle.loads(pickle.dumps(record))) for _ in range(2))
    assert one.outlet is other.outlet
    assert one.published is other.published
    for a, b in zip(one.events, other.events, strict=True):
        assert (a.date is b.date, a.basis is b.basis, a.around is b.around) == (True, True, True)
