"""A second process judges the packages of a long batch: the arrivals are the same, whatever happens to it."""

import os

import pytest

from desktop.services import people
from desktop.services.intake import batch
from desktop.services.intake.batch import take_all
from tests.builders.applications import NOW, an_application, asked, packed

PORTAL = people.applicant(NOW)


def dies(_):
    os._exit(1)


@pytest.fixture
def paths(tmp_path):
    good = [
        packed(tmp_path, an_application(package_id=f"package-{number}", subject=f"shop{number}.example"))
        for number in range(5)
    ]
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"nothing of the kind")
    return [good[0], bad, good[1], tmp_path / "missing.zip", *good[2:], good[0]]


@pytest.mark.parametrize("judge", [batch._judge, dies])
def test_a_long_batch_arrives_like_a_short_one(enamad, paths, monkeypatch, judge):
    monkeypatch.setattr(batch, "MANY", 2)
    monkeypatch.setattr(batch, "_judge", judge)
    arrivals = list(take_all(enamad, PORTAL, paths))
    assert [arrival.path for arrival in arrivals] == paths
    kinds = [type(arrival.outcome or arrival.error).__name__ for arrival in arrivals]
    assert kinds == ["Receipt", "Quarantined", "Receipt", "NotFound", *["Receipt"] * 4]
    assert arrivals[-1].outcome == arrivals[0].outcome
    assert asked(enamad, "SELECT count(*) FROM dossier") == [(5,)]


def test_a_long_batch_may_be_given_up(enamad, paths, monkeypatch):
    monkeypatch.setattr(batch, "MANY", 2)
    arriving = take_all(enamad, PORTAL, paths)
    next(arriving)
    arriving.close()
    assert asked(enamad, "SELECT count(*) FROM dossier") == [(1,)]
