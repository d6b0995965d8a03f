import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import ApplicantKind, Language, SubjectKind
from desktop.services.letters import LetterKind, RejectedItem, compose, render
from desktop.services.paper import document as paper
from tests.services.letters.letter_facts import LEGAL, NATURAL, REJECTED, some_facts
from tests.services.paper.reading import complaints_of_qpdf, page_texts, plain, told_back, words_with_places

PERSIAN, ARABIC, ENGLISH = Language.PERSIAN, Language.ARABIC, Language.ENGLISH


def _texts(said: object) -> list[str]:
    """Every text in a document's block, however deep it stands."""
    if isinstance(said, str):
        return [] if isinstance(said, paper.Align) else [said]
    if isinstance(said, tuple):
        return [text for inner in said for text in _texts(inner)]
    if is_dataclass(said):
        return [text for field in fields(said) for text in _texts(getattr(said, field.name))]
    return []


@pytest.mark.requirement("L1", "L2", "L7", "L8")
@pytest.mark.parametrize("applicant_kind", ApplicantKind)
@pytest.mark.parametrize("language", [PERSIAN, ARABIC])
@pytest.mark.parametrize("kind", LetterKind)
def test_everything_a_letter_says_is_told_back(
    kind: LetterKind, language: Language, applicant_kind: ApplicantKind
):
    facts = some_facts(applicant_kind, language)
    said = [text for block in compose(kind, language, facts).blocks for text in _texts(block)]

    heard = told_back(render(kind, language, facts))

    assert len(said) > 10
    assert [text for text in said if plain(text) not in heard] == []


@pytest.mark.requirement("L1", "L2", "L7", "L8")
@pytest.mark.parametrize("applicant_kind", ApplicantKind)
@pytest.mark.parametrize("kind", LetterKind)
def test_english_letters_say_the_facts(kind: LetterKind, applicant_kind: ApplicantKind, tmp_path: Path):
    pdf = render(kind, ENGLISH, some_facts(applicant_kind, ENGLISH))

    heard = told_back(pdf)
    assert "gol-o-giah.example" in heard
    assert "Model Centre for Electronic Commerce" in heard
    assert complaints_of_qpdf(pdf, tmp_path) == ""


@pytest.mark.requirement("L1", "ENM-068", "ENM-069", "ENM-071", "ENM-083", "ENM-107", "X-02")
def test_a_natural_person_commits_as_concession_holder_before_a_notary():
    heard = told_back(render("commitment_letter", PERSIAN, some_facts(NATURAL)))

    assert "اینجانب گلناز چاوشی‌زاده به کد ملی ۰۰۸۴۵۷۵۹۴۸، صاحب‌امتیاز" in heard
    assert "شناسهٔ کاربری u-104217" in heard
    assert "gol-o-giah.example" in heard
    assert "گواهی امضا در دفتر اسناد رسمی" in heard
    assert "صندوق پستی ۶۳۸۵-۱۴۱۵۵" in heard
    assert "در تمام مدت فعالیت و اعتبار نماد" in heard
    assert "مهر کسب‌وکار (در صورت وجود)" in heard
    assert "مدیرعامل" not in heard


@pytest.mark.requirement("L2", "ENM-068", "ENM-069", "X-02", "C-03", "C-04")
def test_a_company_commits_by_its_managing_director_and_stamp():
    heard = told_back(render("commitment_letter", PERSIAN, some_facts(LEGAL)))

    assert "شرکت گل و گیاه کویر (سهامی خاص) به شناسهٔ ملی ۱۰۳۸۰۲۸۴۷۹۰" in heard
    assert "محمّد کیان‌مهر به کد ملی ۰۴۹۹۳۷۰۸۹۹، مدیرعامل شرکت" in heard
    assert "امضا و مهر شرکت" in heard
    assert "صاحب‌امتیاز" not in heard


@pytest.mark.requirement("L1")
def test_a_foreign_national_is_named_by_the_foreigners_code():
    heard = told_back(
        render("commitment_letter", PERSIAN, some_facts(is_foreign=True, identity_number="123456789012"))
    )

    assert "کد فراگیر اتباع ۱۲۳۴۵۶۷۸۹۰۱۲" in heard
    assert "کد ملی" not in heard


@pytest.mark.requirement("ENM-071")
def test_a_letter_without_a_post_box_does_not_mention_one():
    heard = told_back(render("commitment_letter", PERSIAN, some_facts(po_box=None)))

    assert "صندوق پستی" not in heard
    assert "گواهی امضا" in heard


@pytest.mark.requirement("C-04")
@pytest.mark.parametrize("applicant_kind", ApplicantKind)
@pytest.mark.parametrize("language", Language)
def test_the_signature_stands_on_the_page_that_its_certification_speaks_of(
    language: Language, applicant_kind: ApplicantKind
):
    for length in range(1, 60, 9):
        name = "گل " * length
        document = compose(
            "commitment_letter", language, some_facts(applicant_kind, language, holder_name=name)
        )
        last = document.blocks[-1]

        assert isinstance(last, paper.Together)
        assert {paper.Signatures, paper.Panel} <= {type(block) for block in last.blocks}


@pytest.mark.requirement("L1", "L2")
@pytest.mark.parametrize("applicant_kind", ApplicantKind)
@pytest.mark.parametrize("language", Language)
def test_a_commitment_letter_is_one_sheet(language: Language, applicant_kind: ApplicantKind):
    pages = page_texts(render("commitment_letter", language, some_facts(applicant_kind, language)))

    assert len(pages) == 1


@pytest.mark.requirement("L7", "ENM-075", "ENM-079")
def test_a_certificate_says_for_what_for_whom_at_which_level_and_until_when():
    heard = told_back(render("certificate", PERSIAN, some_facts()))

    for said in (
        "gol-o-giah.example",
        "گلناز چاوشی‌زاده",
        "دائمی، دو ستاره",
        "K7TQ2M9XW4ZB8RPA",
        "الهه قائم‌مقامی",
    ):
        assert said in heard
    assert "۱۴۰۵/۰۰۳۱۲" in heard
    assert "۱۴۰۵/۰۸/۳۰" in heard
    assert "۱۴۰۷/۰۸/۳۰" in heard
    assert "تصویر نماد به‌تنهایی سندیت ندارد" in heard


@pytest.mark.requirement("L7", "ENM-077", "ENM-078", "ENM-079")
@pytest.mark.parametrize("stars", [0, 1, 2, 5])
def test_a_certificate_draws_as_many_stars_as_the_level_has(stars: int):
    document = compose("certificate", PERSIAN, some_facts(stars=stars))

    assert [block.count for block in document.blocks if isinstance(block, paper.Stars)] == [stars]
    assert len(page_texts(render("certificate", PERSIAN, some_facts(stars=stars)))) == 1


@pytest.mark.requirement("L7")
def test_a_certificate_with_very_long_names_stays_one_whole_page():
    name = "شرکت بازرگانی " + "پردازش‌گران آیندهٔ کویر " * 7 + "(سهامی خاص)"
    domain = "a-very-long-name-of-a-shop-that-nobody-wants-to-type-in-a-b.example"

    heard = page_texts(render("certificate", PERSIAN, some_facts(LEGAL, holder_name=name, domain=domain)))

    assert len(heard) == 1
    assert plain(name) in heard[0]
    assert domain in heard[0]


@pytest.mark.requirement("L7")
def test_a_name_that_fills_no_sheet_is_refused():
    with pytest.raises(RuleBroken) as refused:
        render("certificate", PERSIAN, some_facts(holder_name="نام " * 2000))

    assert refused.value.code == "letter.too_long"


@pytest.mark.requirement("L8", "ENM-059", "ENM-061", "X-06", "X-07")
def test_a_deficiency_notice_lists_all_rejected_items_and_only_they():
    notice = compose("deficiency_notice", PERSIAN, some_facts())
    tables = [block for block in notice.blocks if isinstance(block, paper.Table)]

    rows = [tuple(plain(cell) for cell in row) for row in tables[0].rows]

    assert rows == [
        ("۱", "C4", REJECTED[0].title, REJECTED[0].remark),
        ("۲", "S1", REJECTED[1].title, REJECTED[1].remark),
    ]
    heard = told_back(render("deficiency_notice", PERSIAN, some_facts()))
    assert "مهلت پاسخ: پایان روز ۱۴۰۵/۰۹/۲۱" in heard
    assert "گزینهٔ «ارسال» را بزنید" in heard
    assert "دور بررسی: ۲" in heard


@pytest.mark.requirement("L8", "X-06")
def test_a_long_notice_goes_over_pages_and_loses_no_item():
    items = tuple(
        RejectedItem(f"B{number}", f"بند {number}", "توضیح بند " * (number % 30 + 1)) for number in range(38)
    )

    pages = page_texts(render("deficiency_notice", PERSIAN, some_facts(rejected_items=items)))

    assert len(pages) > 1
    assert all(f"B{number} " in " ".join(pages) for number in range(38))
    assert f"صفحهٔ ۱ از {'۰۱۲۳۴۵۶'[len(pages)]}" in pages[0]


@pytest.mark.requirement("X-06")
def test_a_rejected_item_without_a_remark_is_not_sent_out():
    silent = (RejectedItem("C4", "رویهٔ بازگشت کالا", " "),)

    with pytest.raises(RuleBroken) as refused:
        compose("deficiency_notice", PERSIAN, some_facts(rejected_items=silent))

    assert refused.value.code == "letter.value_missing"
    assert refused.value.values["name"] == "rejected_items[C4].remark"


_NEEDED = {
    (
        "commitment_letter",
        NATURAL,
    ): "office_name holder_name identity_number domain dossier_number written_on",
    (
        "commitment_letter",
        LEGAL,
    ): "holder_name identity_number managing_director managing_director_id domain",
    ("certificate", NATURAL): "holder_name domain level_label stars certificate_number symbol_code issued_on"
    " last_valid_day signatory_name",
    (
        "deficiency_notice",
        NATURAL,
    ): "holder_name domain dossier_number written_on round answer_due rejected_items",
}


@pytest.mark.requirement("L1", "L2", "L7", "L8")
@pytest.mark.parametrize(
    ("kind", "applicant_kind", "name"),
    [(*letter, name) for letter, names in _NEEDED.items() for name in names.split()],
)
def test_a_letter_with_a_missing_fact_is_refused(kind: str, applicant_kind: ApplicantKind, name: str):
    empty = {"identity_number": "", "holder_name": "", "office_name": "", "rejected_items": ()}

    with pytest.raises(RuleBroken) as refused:
        compose(kind, PERSIAN, some_facts(applicant_kind, **{name: empty.get(name)}))

    assert refused.value.code == "letter.value_missing"
    assert refused.value.values["kind"] == kind


def test_a_kind_of_letter_the_office_does_not_write_is_refused():
    with pytest.raises(RuleBroken) as refused:
        compose("love_letter", PERSIAN, some_facts())

    assert refused.value.code == "letter.kind_unknown"


def test_a_remark_in_a_script_that_cannot_be_printed_is_refused_with_its_character():
    items = (RejectedItem("C4", "بند", "توضیح 漢"),)

    with pytest.raises(RuleBroken) as refused:
        render("deficiency_notice", PERSIAN, some_facts(rejected_items=items))

    assert refused.value.code == "letter.glyph_missing"
    assert refused.value.values["character"] == "漢"


@pytest.mark.parametrize("kind", LetterKind)
def test_the_same_facts_give_the_same_bytes_and_others_do_not(kind: LetterKind):
    first = render(kind, PERSIAN, some_facts())

    assert render(kind, PERSIAN, some_facts()) == first
    assert render(kind, PERSIAN, some_facts(domain="other.example")) != first


def test_a_value_with_braces_or_brackets_is_printed_as_it_is():
    heard = told_back(render("certificate", PERSIAN, some_facts(holder_name="نام {domain} (آزمایشی)")))

    assert "نام {domain} (آزمایشی)" in heard


def test_a_latin_name_keeps_its_full_stop_where_it_was_written():
    pdf = render("certificate", PERSIAN, some_facts(LEGAL, holder_name="Acme Trading Ltd."))

    # Places are given as they stand: without its own direction the full stop would stand before «Acme».
    assert [word for word, _, _ in words_with_places(pdf) if "Acme" in word or "Ltd" in word] == [
        "Acme",
        "Ltd.",
    ]


def test_composing_a_letter_loads_no_typesetting_library():
    program = (
        "import sys; import desktop.services.letters;"
        "heavy = {'reportlab', 'uharfbuzz', 'arabic_reshaper', 'bidi'};"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=_root()
    )

    assert loaded.stdout.strip() == "[]"


def _root() -> Path:
    return Path(__file__).parents[3]


def test_every_fact_is_said_in_some_letter():
    """A fact that no letter prints would be asked of callers for nothing."""
    silent = []
    for field in fields(some_facts()):
        if field.name in {"applicant_kind", "scheme", "scheme_title"}:
            continue  # they pick the letter, or are said by the one for schemes without their own
        changed = {
            "subject_kind": SubjectKind.PLACE,
            "stars": 1,
            "round": 7,
            "is_foreign": True,
            "rejected_items": REJECTED[:1],
        }.get(field.name)
        for applicant_kind in ApplicantKind:
            facts = some_facts(applicant_kind)
            other = some_facts(applicant_kind, **{field.name: changed or _other(getattr(facts, field.name))})
            if any(compose(k, PERSIAN, facts) != compose(k, PERSIAN, other) for k in LetterKind):
                break
        else:
            silent.append(field.name)

    assert silent == []


def _other(value: object) -> object:
    match value:
        case str():
            return value + "۲"
        case None:
            return None
        case _:
            return value.replace(day=3)


def test_an_applicant_of_the_counter_has_no_user_id_and_gets_the_letter_all_the_same():
    heard = told_back(render("commitment_letter", PERSIAN, some_facts(user_id=None)))
    assert "شناسهٔ کاربری" not in heard


@pytest.mark.parametrize("language", Language)
def test_a_scheme_without_wording_of_its_own_gets_the_neutral_certificate(language: Language):
    facts = some_facts(
        language=language,
        scheme="stalls",
        scheme_title="پروانهٔ غرفه",
        subject_kind=SubjectKind.PLACE,
        domain="بازار بهار، غرفهٔ ۱۲",
        level_label=None,
        stars=0,
    )
    heard = told_back(render("certificate", language, facts))
    assert "پروانهٔ غرفه" in heard
    assert "نماد" not in heard
    assert "۱۲" in heard


def test_a_letter_of_one_scheme_is_not_another_schemes():
    with pytest.raises(RuleBroken) as refused:
        render("commitment_letter", PERSIAN, some_facts(scheme="stalls"))
    assert refused.value.code == "letter.kind_unknown"
