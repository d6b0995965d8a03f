"""Zips that lie, trick or swell: each is refused by its own rule, and never unpacked beyond the limits."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from desktop.models.errors import NotFound
from desktop.services.intake import limits
from desktop.services.intake.package import Package, inspect, inspect_bytes
from desktop.services.intake.report import Report
from tests.builders.packages import a_document, a_package, a_pdf, a_picture, package_bytes, zipped


def found_in(data: bytes) -> set[tuple[str, str]]:
    """Place and rule of everything wrong with the package in `data`."""
    report = inspect_bytes(data)
    assert isinstance(report, Report)
    return {(one.where, one.rule) for one in report.findings}


def with_entry(name: str, data: bytes = b"x", **attributes: object) -> bytes:
    """A valid package and one more entry, whose ZipInfo is changed by `attributes`."""
    written = io.BytesIO(package_bytes())
    entry = zipfile.ZipInfo(name)
    for key, value in attributes.items():
        setattr(entry, key, value)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(entry, data)
    return written.getvalue()


def test_a_good_package_is_read_with_its_contents_and_files(tmp_path):
    package = inspect(a_package(tmp_path / "good.zip"))
    assert isinstance(package, Package)
    assert package.contents.applicant.name == "سارا کریمی"
    assert {name: one.judged.media_type for name, one in package.files.items()} == {
        "papers/card.png": "image/png",
        "papers/booklet.jpg": "image/jpeg",
    }


def test_a_file_that_is_not_there_is_an_error_of_the_caller(tmp_path):
    with pytest.raises(NotFound, match=r"file\.missing"):
        inspect(tmp_path / "nowhere.zip")


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"no zip at all", a_picture(), b"PK\x05\x06", package_bytes()[:-30], b"PK\x05\x06" * 40],
)
def test_what_is_no_zip_is_refused(data):
    assert found_in(data) == {("", "not_a_zip")}


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("../evil.png", "path_parent"),
        ("papers/../../evil.png", "path_parent"),
        ("./evil.png", "path_parent"),
        ("papers//evil.png", "path_parent"),
        ("/etc/evil.png", "path_absolute"),
        ("papers\\evil.png", "path_backslash"),
        ("C:evil.png", "path_drive"),
        ("line\nbreak.png", "path_control"),
        ("gnp.\u202eexe.png", "path_control"),
        ("n" * 117 + ".png", "path_too_long"),
    ],
)
def test_a_path_with_a_trick_is_refused(name, rule):
    rules = {rule_found for _, rule_found in found_in(with_entry(name))}
    assert rule in rules


def test_a_null_character_in_a_name_does_not_hide_the_rest():
    data = with_entry("card.pngXexe").replace(b"card.pngXexe", b"card.png\0exe")
    assert ("card.png\\u0000exe", "path_control") in found_in(data)


def test_a_symbolic_link_is_refused():
    assert ("link.png", "entry_link") in found_in(with_entry("link.png", external_attr=0o120777 << 16))


def test_a_device_is_refused():
    assert ("tty.png", "entry_link") in found_in(with_entry("tty.png", external_attr=0o020666 << 16))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_comes_twice_is_refused():
    assert ("papers/card.png", "name_repeated") in found_in(with_entry("papers/card.png"))


@pytest.mark.parametrize("name", ["papers/CARD.png", "PAPERS/card.png", "papers/ｃard.png"])
def test_names_that_look_the_same_somewhere_are_refused(name):
    assert (name, "name_equivalent") in found_in(with_entry(name))


def test_unicode_equivalent_names_are_refused():
    first, second = "caf\u00e9.png", "cafe\u0301.png"
    data = package_bytes(**{first: b"x", second: b"x"})
    assert (second, "name_equivalent") in found_in(data)


def test_a_name_in_an_old_code_page_is_refused():
    data = with_entry("\u0646\u0627\u0645.png")
    flagged = struct.pack("<H", 0x800)
    central = data.rindex(b"PK\x01\x02")
    patched = bytearray(data)
    assert patched[central + 8 : central + 10] == flagged
    patched[central + 8 : central + 10] = b"\0\0"
    assert "name_not_utf8" in {rule for _, rule in found_in(bytes(patched))}


def test_an_encrypted_entry_is_refused():
    data = bytearray(package_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert "entry_encrypted" in {rule for _, rule in found_in(bytes(data))}


def test_only_stored_and_deflated_entries_are_unpacked():
    data = io.BytesIO(package_bytes())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("more.png", b"x", zipfile.ZIP_LZMA)
    assert ("more.png", "entry_compression") in found_in(data.getvalue())


def test_too_many_files_are_refused_unread():
    names = {f"paper{number}.png": b"x" for number in range(limits.FILES)}
    assert found_in(package_bytes(**names)) == {("", "too_many_files")}


def test_a_huge_list_of_entries_is_refused_before_it_is_read():
    many = zipped({f"{number:06}": b"" for number in range(20_000)}, zipfile.ZIP_STORED)
    tracemalloc.start()
    assert found_in(many) == {("", "too_many_files")}
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < len(many)


def test_a_zip64_list_is_refused_without_believing_the_small_one():
    data = package_bytes()
    at = len(data) - 22
    locator = b"PK\x06\x07" + bytes(16)
    assert found_in(data[:at] + locator + data[at:]) == {("", "too_many_files")}


def test_a_package_over_the_size_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "PACKAGE_BYTES", 1000)
    path = a_package(tmp_path / "large.zip")
    report = inspect(path)
    assert isinstance(report, Report)
    assert [(one.rule, one.values["size"]) for one in report.findings] == [
        ("package_too_large", path.stat().st_size)
    ]
    assert report.size == path.stat().st_size


def test_a_package_that_swells_beyond_the_ratio_is_a_bomb():
    bombs = {f"papers/{name}.png": ("national_card", bytes(9 * limits.MEBIBYTE)) for name in "abc"}
    data = package_bytes(a_document(bombs), bombs)
    assert len(data) < limits.MEBIBYTE // 10
    assert ("", "zip_bomb") in found_in(data)


def test_one_blank_page_that_packs_well_is_no_bomb():
    blank = {"papers/blank.tif": ("national_card", a_picture("TIFF", (1400, 900)))}
    assert isinstance(inspect_bytes(package_bytes(a_document(blank), blank)), Package)


def test_a_bomb_is_not_unpacked_beyond_the_limit_of_a_file():
    bomb = {"papers/bomb.png": ("national_card", bytes(300 * limits.MEBIBYTE))}
    data = package_bytes(a_document(bomb), bomb)
    tracemalloc.start()
    assert ("papers/bomb.png", "file_too_large") in found_in(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * limits.FILE_BYTES


def test_the_size_in_the_header_is_not_believed():
    files = {"papers/card.png": ("national_card", a_picture() + bytes(5000))}
    data = bytearray(package_bytes(a_document(files), files))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 10)
    assert ("papers/card.png", "entry_damaged") in found_in(bytes(data))


def test_a_flipped_bit_in_an_entry_is_found():
    data = package_bytes({"not": "read"}, {})
    stored = zipped({"package.json": b"{}", "papers/card.png": b"0123456789"}, zipfile.ZIP_STORED)
    assert found_in(stored.replace(b"0123456789", b"0123456780", 1)) >= {("$.documents", "missing")}
    damaged = bytearray(data)
    damaged[data.index(b"package.json") + len("package.json") + 2] ^= 0xFF
    assert found_in(bytes(damaged)) == {("package.json", "entry_damaged")}


def test_files_together_over_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 1500)
    assert ("", "zip_bomb") in found_in(package_bytes())


def test_a_file_over_the_size_limit_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 300)
    assert found_in(package_bytes()) == {("papers/booklet.jpg", "file_too_large")}


def test_folders_and_a_comment_do_no_harm():
    data = io.BytesIO(package_bytes())
    with zipfile.ZipFile(data, "a") as archive:
        archive.mkdir("papers")
        archive.comment = b"made by a portal"
    assert isinstance(inspect_bytes(data.getvalue()), Package)


def test_an_entry_that_is_not_listed_is_refused():
    assert found_in(package_bytes(**{"papers/more.pdf": a_pdf()})) == {("papers/more.pdf", "file_unlisted")}
