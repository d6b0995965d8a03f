"""Every code the program can speak of has its sentence in three languages, and each can be filled."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.language.formats import AMOUNT, DAY, Formats
from desktop.language.messages import Messages, placeholders, wordings
from desktop.language.texts import sentences as sentences_of_the_window
from desktop.models import vocabulary
from desktop.models.guards import GUARDS
from desktop.models.vocabulary import Language
from desktop.services.changes import Baseline
from desktop.services.deficiencies import DeficiencyState
from desktop.services.intake.judgement import Flag
from desktop.services.intake.report import Rule
from desktop.services.kindred import Kinship
from desktop.services.queue_selection import Queue
from desktop.services.schemes import problems
from desktop.services.schemes.catalogue import NOTE_RULES, RETAINED
from desktop.services.schemes.reading import read_scheme

DESKTOP = Path(__file__).parents[2] / "desktop"
SCHEME = DESKTOP.parent / "resources" / "schemes" / "enamad.toml"
ERRORS = {"RuleBroken", "NotFound", "NotAllowed", "Conflict", "NeedsConfirmation", "Unavailable", "Refusal"}
CODE = re.compile(r"[a-z_]+\.[a-z_]+")
TAG = re.compile(r"[a-z_-]+:[a-z_-]+:[a-z_-]+")
ADDED_BY_THE_FACE = {"person"}
"""Values a sentence of the timeline may use besides those of its entry."""
WORDS_OF_SCHEMES = {
    *("status", "action", "item", "document", "fee", "field", "level", "authority", "verification"),
    *("letter_code", "action_code"),
}
"""Kinds whose words come from a dossier's scheme; a code is shown as it is where no scheme is at hand."""
VOCABULARY = {
    "applicant_kind": vocabulary.ApplicantKind,
    "subject_kind": vocabulary.SubjectKind,
    "dossier_kind": vocabulary.DossierKind,
    "phase": vocabulary.Phase,
    "verdict": vocabulary.Verdict,
    "document_form": vocabulary.DocumentForm,
    "document_level": vocabulary.DocumentLevel,
    "paper_verdict": vocabulary.PaperVerdict,
    "clearance_result": vocabulary.ClearanceResult,
    "certificate_state": vocabulary.CertificateState,
    "intake_state": vocabulary.IntakeState,
    "notice_state": vocabulary.NoticeState,
    "blacklist_subject": vocabulary.BlacklistSubject,
    "role": [*vocabulary.Role, *vocabulary.PseudoRole],
    "queue": [*Queue, *vocabulary.Role],
    "kinship": Kinship,
    "deficiency_state": DeficiencyState,
    "attachment_flag": Flag,
    "retained": RETAINED,
    "note_rule": NOTE_RULES,
}

languages = pytest.mark.parametrize("language", list(Language))


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(DESKTOP.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def calls() -> Iterator[tuple[str, ast.Call, dict[str, str]]]:
    """Every call with the name called, and the texts that names of its module stand for."""
    for _, tree in trees():
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name) and isinstance(node.value.value, str)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield getattr(node.func, "id", None) or getattr(node.func, "attr", ""), node, constants


def texts(node: ast.AST, constants: dict[str, str]) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value
        elif isinstance(inner, ast.Name) and inner.id in constants:
            yield constants[inner.id]


def keys(node: ast.AST) -> Iterator[str]:
    """The keys of a dictionary written out."""
    if isinstance(node, ast.Dict):
        yield from (key.value for key in node.keys if isinstance(key, ast.Constant))


def raised() -> dict[str, list[set[str]]]:
    """Error code → the names of the values given at each place that raises it; `**` gives none for sure."""
    found = defaultdict(list)
    for name, call, constants in calls():
        if name in ERRORS and call.args:
            given = {word.arg for word in call.keywords if word.arg}
            given |= {text for argument in call.args[1:] for text in keys(argument)}
            for code in filter(CODE.fullmatch, texts(call.args[0], constants)):
                found[code].append(given)
    for code in chosen_before():
        found.setdefault(code, [])
    for guard in GUARDS.values():
        found[f"guard.{guard.name}"].append({"number", *guard.parameters})
    return dict(found)


def chosen_before() -> Iterator[str]:
    """Codes of `code = "office.newer" if … else "office.older"`, raised on the next line."""
    for path, tree in trees():
        for node in ast.walk(tree) if not {"commands", "views"}.intersection(path.parts) else ():
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "code":
                yield from filter(CODE.fullmatch, texts(node.value, {}))


def journalled() -> dict[str, list[set[str]]]:
    """Tag of a journal entry → the names of its values at each place that writes it."""
    found = defaultdict(list)
    for name, call, constants in calls():
        if name in ("record", "record_all", "hand_to"):
            given = {word.arg for word in call.keywords if word.arg}
            given |= {
                key.value
                for part in ast.walk(call)
                if name == "record_all" and isinstance(part, ast.Dict)
                for key in part.keys
                if isinstance(key, ast.Constant)
            }
            given |= {text for word in call.keywords if word.arg is None for text in keys(word.value)}
            # A claim's entry holds the receiver's id as `to`; the timeline adds the name.
            given |= {"receiver"} if name == "hand_to" or "to" in given else set()
            for argument in call.args:
                for tag in texts(argument, constants):
                    if TAG.fullmatch(tag):
                        found[tag].append(given)
    return dict(found)


def wordings_of(language: Language, section: str, code: str) -> list[str]:
    said = wordings(language).get(section, {}).get(code, [])
    return [said] if isinstance(said, str) else said


def of_the_window(language: Language, code: str) -> list[str]:
    """Sentences of an error that only the window meets; one that a service raises both faces must say."""
    said = sentences_of_the_window(language, "errors").get(code, [])
    if any(f'"{code}"' in path.read_text(encoding="utf-8") for path in DESKTOP.glob("[!v]*/**/*.py")):
        return []
    return [said] if isinstance(said, str) else list(said)


def test_the_collection_finds_what_it_should():
    assert {"guard.four_eyes", "office.newer", "claim.taken", "usage.actor_missing"} <= raised().keys()
    assert {"dossier:claim:taken", "dossier:finding:recorded", "dossier:step:taken"} <= journalled().keys()


@languages
def test_every_error_has_a_sentence_that_can_be_filled_wherever_it_is_raised(language):
    wrong = []
    for code, places in raised().items():
        sentences = wordings_of(language, "error", code) or of_the_window(language, code)
        wrong += [f"{code}: no sentence"] * (not sentences)
        for given in places:
            if sentences and not any(placeholders(one).keys() <= given for one in sentences):
                wrong.append(f"{code}: needs more than {sorted(given)}")
    assert wrong == []


@languages
def test_every_act_of_the_journal_has_a_sentence_that_can_be_filled(language):
    wrong = []
    for tag, places in journalled().items():
        sentences = wordings_of(language, "timeline", tag)
        wrong += [f"{tag}: no sentence"] * (not sentences)
        wrong += [
            f"{tag}: needs more than {sorted(given)}"
            for given in places
            if sentences
            and not any(placeholders(one).keys() <= given | ADDED_BY_THE_FACE for one in sentences)
        ]
    assert wrong == []


@languages
@pytest.mark.parametrize(
    ("section", "codes"),
    [
        ("intake", [str(rule) for rule in Rule]),
        ("scheme_problem", problems.RULES),
        *((kind, [str(word) for word in words]) for kind, words in VOCABULARY.items()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_word_and_rule_is_named(language, section, codes):
    known = wordings(language).get(section, {})
    assert [code for code in codes if code not in known] == []


@languages
def test_every_notice_and_letter_of_the_shipped_scheme_is_named(language):
    kinds = set()
    for version in read_scheme(SCHEME).versions:
        kinds |= {letter.kind for letter in version.letters}
        for step in version.transitions:
            kinds |= {effect.as_dict()["kind"] for effect in step.effects if effect.name == "send_notice"}
    assert kinds - wordings(language)["letter"].keys() == set()


def test_the_faces_own_sentences_and_labels_are_all_there():
    asked = defaultdict(set)
    for path, tree in trees():
        if path.parent.name != "commands":
            continue
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", "") in ("done", "label")
                and node.args
            ):
                asked[node.func.attr] |= {
                    text
                    for text in texts(node.args[0], {})
                    if text.replace(".", "").replace("_", "").isalpha()
                }
    known = wordings(Language.ENGLISH)
    # What ends in a point is completed by a value, such as `due.weekend`.
    sentences = {text for text in asked["done"] if CODE.fullmatch(text)}
    assert sentences - known["done"].keys() == set()
    assert {text for text in asked["label"] if "." not in text} - known["label"].keys() - {
        "section_"
    } == set()


def test_the_three_languages_say_the_same_things():
    english = wordings(Language.ENGLISH)
    for language in (Language.PERSIAN, Language.ARABIC):
        assert wordings(language).keys() == english.keys()
        for section, sentences in english.items():
            assert wordings(language)[section].keys() == sentences.keys(), section


@languages
def test_a_sentence_uses_the_values_its_english_one_uses_and_known_kinds_of_words(language):
    wrong = []
    for section, sentences in wordings(Language.ENGLISH).items():
        for code in sentences:
            names = {
                name for one in wordings_of(Language.ENGLISH, section, code) for name in placeholders(one)
            }
            for one in wordings_of(language, section, code):
                for name, kind in placeholders(one).items():
                    known = kind in ("", AMOUNT, DAY) or kind in WORDS_OF_SCHEMES
                    if not known and kind not in wordings(language):
                        wrong.append(f"{section} {code}: unknown kind {kind}")
                    if name not in names and name not in ("command", "parameter", "name"):
                        wrong.append(f"{section} {code}: {name} is not in the English sentence")
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "foreign"),
    [(Language.PERSIAN, "يكة"), (Language.ARABIC, "یکپچژگ")],
)
def test_no_sentence_is_written_with_the_letters_of_another_language(language, foreign):
    text = (DESKTOP.parent / "resources" / "messages" / f"{language.value}.toml").read_text(encoding="utf-8")
    assert [letter for letter in foreign if letter in text] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ENGLISH, "arash has held dossier 1405/00012 since 1405/03/24 09:30."),
        (Language.PERSIAN, "پروندهٔ ۱۴۰۵/۰۰۰۱۲ از ۱۴۰۵/۰۳/۲۴ ساعت ۰۹:۳۰ در دست arash است."),
        (Language.ARABIC, "الملف ١٤٠٥/٠٠٠١٢ في يد arash منذ ١٤٠٥/٠٣/٢٤ الساعة ٠٩:٣٠."),
    ],
)
def test_values_are_written_in_the_language_of_the_sentence(language, said):
    values = {"number": "1405/00012", "holder": "arash", "since": datetime(2026, 6, 14, 6, tzinfo=UTC)}
    assert Messages(Formats(language)).error("claim.taken", values).startswith(said)


def test_the_first_wording_of_which_everything_is_known_is_said():
    say = Messages(Formats(Language.ENGLISH))
    assert say.error("dossier.unknown", {"number": "1405/00012"}) == "There is no dossier 1405/00012."
    assert say.error("dossier.unknown", {"dossier_id": 12}) == "There is no such dossier."


def test_a_code_without_a_sentence_is_shown_with_its_values():
    say = Messages(Formats(Language.ENGLISH))
    assert say.error("moon.full", {"phase": "full", "day": 14}) == "moon.full (phase: full, day: 14)"


def test_codes_of_the_dossiers_scheme_are_said_in_its_words():
    words = {
        "status": {"deficient": {"fa": "اعلام نقص", "ar": "إشعار بالنواقص", "en": "Deficiency announced"}}
    }
    say = Messages(Formats(Language.PERSIAN), words)
    values = {"number": "1405/00012", "status": "deficient"}
    assert "«اعلام نقص»" in say.error("decision.not_at_desk", values)
    assert "«deficient»" in Messages(Formats(Language.PERSIAN)).error("decision.not_at_desk", values)


def test_every_baseline_of_changes_can_be_asked_for():
    assert {str(one) for one in Baseline} == {"my_last_review", "previous_round", "first_version"}
