"""What a person copies or searches is what was written: Persian, Arabic and Latin in one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.vocabulary import Language
from desktop.services.paper.document import Align, ListOf, Paragraph, Table, Verbatim
from tests.services.paper.reading import (
    left_ends,
    paper_of,
    plain,
    told_back,
    told_back_by_pdfium,
    words_with_places,
)

HARD = [
    "کد ملی ۰۰۸۴۵۷۵۹۴۸ است.",
    "تاریخ: ۱۴۰۵/۰۸/۱۵",
    "شماره: ۱۴۰۵/۰۴۲۱۷",
    "شمارهٔ نامه ۱۴۰۵/الف/۱۲۳۴ است",
    "مبلغ ۲٬۷۵۰٬۰۰۰٬۰۰۰ ریال [معادل ۲۷۵ میلیون تومان]",
    "نرخ ۱۲٫۵٪ ارزش قرارداد",
    "تلفن +98 912 345 6789 پاسخ‌گوست.",
    "تلفن ۰۲۱-۸۸۷۷۶۶۵۵",
    "(نسخهٔ سوم) و «نقل قول» و [کروشه]",
    "پرانتز (در (پرانتز) دیگر)",
    "استاندارد ISO/IEC 27001:2022 (نسخهٔ سوم)",
    "سامانهٔ Parvandeh (نسخهٔ 2.1) است",
    "نشانی https://shop.example/a?b=1&c=2#d را ببینید.",
    "رایانامهٔ info@shop.example را بنویسید",
    "دامنهٔ gol-o-giah.example، سپس ادامه",
    "مجوّز، مادّهٔ ۱۰، لطفاً، محمّد، مسئول، مؤسسه، قائم‌مقام",
    "لا، سلام، لأجل، لإدارة، لآخر، الله، کالا",
    "می‌شود، خانه‌ها، نرم‌افزارهای به‌روز",
    "بند الف) نخست؛ بند ب) دوم!",
    "آیا درست است؟ بله… البته — شاید",
    "ساعت ۱۴:۳۰ تا ۱۶:۰۰",
    "۱) یک ۲) دو",
    "نشانی پیشین https://shop.example/",
    "نشانی https://shop.example/ است",
    "https://shop.example/",
    "HTTPS در آغاز",
    "در پایان SSL",
]
ARABIC = [
    "رقم الملف: ١٤٠٥/٠٤٢١٧",
    "التاريخ: ١٤٠٥/٠٨/٣٠ هـ.ش (٢٠٢٦/١١/٢١ م)",
    "يُتحقَّق من سريان هذه الشهادة",
    "المبلغ ١٬٧٥٠٬٠٠٠ ريال، أي ١٢٫٥٪",
    "«إرسال» ثم (تأكيد) عبر https://shop.example/pay",
]


@pytest.mark.parametrize("text", HARD)
def test_persian_is_told_back_as_written(text: str):
    assert _told_back_on_a_page(text) == plain(text)


@pytest.mark.parametrize("text", ARABIC)
def test_arabic_is_told_back_as_written(text: str):
    assert _told_back_on_a_page(text, Language.ARABIC) == plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "(نسخهٔ سوم) و «نقل قول» و [کروشه]",
        "پرانتز (در (پرانتز) دیگر)",
        "سطح ۲ (پیشرفته)، تاریخ ۱۴۰۵/۰۸/۱۵ است.",
    ],
)
def test_brackets_come_back_the_right_way_round_in_another_reader_too(text: str):
    assert plain(text) in told_back_by_pdfium(paper_of(Paragraph("گواهی " * 12), Paragraph(text)))


def _told_back_on_a_page(text: str, language: Language = Language.PERSIAN) -> str:
    """Put the text under a few Persian words: pdftotext takes a page's direction from most of its letters."""
    opening = "گواهی " * 12
    whole = told_back(paper_of(Paragraph(opening), Paragraph(text), language=language))
    assert whole.startswith(plain(opening))
    return whole.removeprefix(plain(opening)).strip()


def test_english_is_told_back_as_written():
    text = "The identity (of the holder) was checked: 1405/04217, 12.5%, “quoted” — done."

    assert told_back(paper_of(Paragraph(text), language=Language.ENGLISH)) == text


def test_a_persian_name_in_an_english_line_keeps_its_brackets():
    text = "شرکت نمونهٔ کویر (سهامی خاص)"

    assert told_back(paper_of(Paragraph(text), language=Language.ENGLISH)) == text


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            "پروندهٔ شما می‌شود مجوّز (نمونه) «نقل» ۱۴۰۵/۰۸/۱۵ ۱۲٫۵٪ لا کالا، است. HTTPS a.example".split()
        ),
        min_size=2,
        max_size=60,
    )
)
def test_any_mixture_of_words_is_told_back_over_all_its_lines(words: list[str]):
    text = " و ".join(words)

    assert _told_back_on_a_page(text) == plain(text)


def test_the_first_line_of_a_wrapped_paragraph_stands_on_top_and_begins_at_the_right():
    text = " ".join(f"واژه{'ی' * (number % 5)}" for number in range(80))

    words = words_with_places(paper_of(Paragraph(f"نخست {text} پایان")))
    # In this output pdftotext gives the letters of a word as they stand, from left to right.
    places = {word[::-1]: (right, top) for word, right, top in words}

    assert places["نخست"][0] == pytest.approx(max(right for _, right, _ in words), abs=1)
    assert places["نخست"][1] == min(top for _, _, top in words)
    assert places["پایان"][1] == max(top for _, _, top in words)


def test_justified_lines_end_at_one_edge_and_the_last_line_does_not():
    text = " ".join(["گواهی", "نامهٔ", "نمونه"] * 30)

    justified = left_ends(paper_of(Paragraph(text)))
    ragged = left_ends(paper_of(Paragraph(text, align=Align.START)))

    assert max(justified[:-1]) - min(justified[:-1]) < 0.5
    assert max(ragged[:-1]) - min(ragged[:-1]) > 2


def test_numbers_of_a_list_come_before_their_clauses():
    clauses = tuple(f"بند شمارهٔ {letter}" for letter in "الف ب پ ت ث ج چ ح خ د".split())

    text = told_back(paper_of(ListOf(clauses)))

    assert text.startswith("۱. بند شمارهٔ الف ۲. بند شمارهٔ ب")
    assert text.endswith("۱۰. بند شمارهٔ د")


def test_a_wrapped_table_cell_is_told_back_in_one_piece():
    remark = "در صفحهٔ قوانین، مهلت انصراف «۳ روز» نوشته شده است و دست‌کم ۷ روز کاری لازم است."
    table = Table(
        ("کد", "بند", "توضیحات"), (("C4", "بازگشت کالا", remark), ("S1", "گواهی", "کوتاه")), (0, 2, 3)
    )

    assert plain(remark) in told_back(paper_of(table))


def test_a_domain_name_on_its_own_line_stays_whole():
    domain = "a-long-name-of-a-shop.example"
    pdf = paper_of(Paragraph("گواهی " * 12), Verbatim(domain))

    assert domain in told_back(pdf)
    assert domain in told_back_by_pdfium(pdf)


def test_a_word_longer_than_its_line_is_broken_and_nothing_is_lost():
    text = "نشانی https://shop.example/" + "very-long-part/" * 20 + "end"

    broken = _told_back_on_a_page(text)

    assert broken.replace(" ", "") == plain(text).replace(" ", "")


def test_line_breaks_begin_paragraphs_and_tabs_are_blanks():
    assert told_back(paper_of(Paragraph("یک\n\nدو\tسه"))) == "یک دو سه"
