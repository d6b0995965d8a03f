"""Files the command line writes: whole, private, and never over another one unasked."""

import errno
import os
from pathlib import Path

import pytest

from desktop.commands.out_files import write_out
from desktop.models.errors import NotFound, RuleBroken, Unavailable


def test_a_file_is_written_whole_and_only_its_owner_may_read_it(tmp_path):
    path = write_out(str(tmp_path / "letter.pdf"), b"%PDF", force=False)
    assert path.read_bytes() == b"%PDF"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["letter.pdf"]


def test_a_file_that_is_there_stays_unless_forced(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"old")
    with pytest.raises(RuleBroken, match=r"out\.exists"):
        write_out(str(path), b"new", force=False)
    assert path.read_bytes() == b"old"
    write_out(str(path), b"new", force=True)
    assert path.read_bytes() == b"new"


def test_a_missing_folder_and_a_folder_in_place_of_a_file_are_named(tmp_path):
    with pytest.raises(NotFound, match=r"out\.folder_missing"):
        write_out(str(tmp_path / "nowhere" / "letter.pdf"), b"", force=False)
    with pytest.raises(RuleBroken, match=r"out\.is_folder"):
        write_out(str(tmp_path), b"", force=False)


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk.full"), (errno.EIO, "disk.failed")], ids=["full", "failed"]
)
def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path, monkeypatch, number, code):
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(Unavailable, match=code):
        write_out(str(tmp_path / "letter.pdf"), b"x", force=False)
    assert list(tmp_path.iterdir()) == []
