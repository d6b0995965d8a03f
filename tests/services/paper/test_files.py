"""What stands in the file: whole fonts, exact widths, the same bytes for the same paper, page numbers."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import Language
from desktop.services.paper.document import (
    Heading,
    KeyValues,
    Letterhead,
    Panel,
    Paragraph,
    SignaturePlace,
    Signatures,
    Stars,
    Table,
    Together,
)
from tests.services.paper.reading import (
    complaints_of_qpdf,
    dark_dots,
    fonts_in,
    page_texts,
    paper_of,
    told_back,
    widths_in_font_file,
)

_BLOCKS = (
    Heading("عنوان نامه", level=1),
    Paragraph("مجوّز «نمونه» برای gol.example (۱۲٫۵٪) صادر می‌شود."),
    KeyValues((("کد ملی", "۰۰۸۴۵۷۵۹۴۸"), ("دامنه", "gol.example")), pairs_per_line=2),
    Table(("کد", "بند"), (("C4", "بازگشت کالا"),), (0, 1)),
    Stars(2),
    Panel("گواهی امضا", "متن", (("شماره", "تاریخ"),)),
    Signatures((SignaturePlace(("مدیر مرکز",), ("مهر و امضا",)),)),
)
_HEAD = Letterhead(("مرکز نمونه", "واحد بررسی"), (("شماره", "۱۴۰۵/۰۴۲۱۷"),))


def _paper() -> bytes:
    return paper_of(*_BLOCKS, letterhead=_HEAD, page_label="صفحهٔ {page} از {pages}", footer="پانوشت")


def test_qpdf_finds_no_fault(tmp_path: Path):
    assert complaints_of_qpdf(_paper(), tmp_path) == ""


def test_every_font_is_in_the_file_and_can_be_told_back():
    fonts = fonts_in(_paper())

    assert len(fonts) == 3
    assert all(font["embedded"] and font["told_back"] for font in fonts)


def test_widths_in_the_paper_are_the_widths_of_the_font():
    for font in fonts_in(_paper()):
        of_file = widths_in_font_file(font["file"])
        numbers = [
            int.from_bytes(font["glyphs"][at : at + 2], "big") for at in range(2, len(font["glyphs"]), 2)
        ]

        assert font["widths"] == pytest.approx([of_file[number] for number in numbers], abs=0.02)


def test_the_same_paper_gives_the_same_bytes_in_any_process_and_thread():
    here = hashlib.sha256(_paper()).hexdigest()
    program = (
        "import hashlib, tests.services.paper.test_files as f; print(hashlib.sha256(f._paper()).hexdigest())"
    )
    elsewhere = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    with ThreadPoolExecutor(4) as pool:
        at_once = {hashlib.sha256(paper).hexdigest() for paper in pool.map(lambda _: _paper(), range(12))}

    assert elsewhere == at_once == {here}


def test_another_paper_gives_other_bytes():
    assert paper_of(Paragraph("یک")) != paper_of(Paragraph("دو"))


def test_pages_are_numbered_and_each_bears_the_title():
    pages = page_texts(
        paper_of(*[Paragraph("متن " * 200)] * 6, letterhead=_HEAD, page_label="صفحهٔ {page} از {pages}")
    )

    assert len(pages) > 1
    for number, page in zip("۱۲۳۴۵", pages, strict=False):
        assert f"صفحهٔ {number} از {'۰۱۲۳۴۵'[len(pages)]}" in page
    assert all("نمونه" in page for page in pages)


def test_a_table_over_several_pages_repeats_its_header_and_keeps_every_row():
    rows = tuple((f"C{number}", "بند " * (number % 40 + 1)) for number in range(60))

    pages = page_texts(paper_of(Table(("کد بند", "عنوان بند"), rows, (0, 1))))

    assert len(pages) > 1
    assert all(page.startswith("نمونه کد بند عنوان بند") for page in pages[1:])
    assert all(f"C{number} " in " ".join(pages) for number in range(60))


def test_a_row_longer_than_a_page_repeats_the_header_too():
    pages = page_texts(paper_of(Table(("کد", "توضیحات"), (("C4", "توضیح دراز " * 900),), (0, 1))))

    assert len(pages) > 1
    assert all(page.startswith("نمونه کد توضیحات توضیح") for page in pages[1:])
    assert sum(page.count("دراز") for page in pages) == 900


def test_marks_are_really_printed():
    bare, marked = (dark_dots(paper_of(Paragraph(word * 40))) for word in ("مجوز ", "مجوّز "))

    assert marked > bare * 1.03


def test_a_joiner_is_not_printed():
    assert dark_dots(paper_of(Paragraph("دادهٔ\u200cدور " * 20))) == dark_dots(
        paper_of(Paragraph("دادهٔ\u200c\u200cدور " * 20))
    )


def test_what_belongs_together_is_on_one_page():
    parts = Together((Paragraph("جملهٔ پایانی"), Signatures((SignaturePlace(("صاحب امضا",)),))))

    for lines in range(30, 50):
        pages = page_texts(paper_of(*[Paragraph("سطر")] * lines, parts))
        assert ("جملهٔ پایانی" in pages[-1]) == ("صاحب امضا" in pages[-1])


def test_a_missing_glyph_leaves_no_half_paper():
    with pytest.raises(RuleBroken) as refused:
        paper_of(Paragraph("متن با 漢 در میان"))

    assert refused.value.code == "letter.glyph_missing"
    assert refused.value.values["character"] == "漢"


def test_an_empty_text_is_no_error():
    assert (
        told_back(paper_of(Paragraph(""), KeyValues((("برچسب", ""),)), language=Language.PERSIAN)) == "برچسب"
    )
