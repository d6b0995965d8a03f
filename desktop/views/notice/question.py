"""What is asked before a deficiency notice goes out: what follows from it, what was left undone; no Qt."""

from dataclasses import dataclass
from typing import Final

from desktop.language.window import Words
from desktop.services.notice_desk import NoticeDesk
from desktop.services.wording import in_tehran, isolate

MOST_NAMED: Final = 8
"""More items than this are counted, not named."""


@dataclass(frozen=True, slots=True)
class Question:
    """A dialog in words; with `is_grave` the safe side has the keyboard."""

    title: str
    consequences: tuple[str, ...]
    send: str
    go_on: str
    is_grave: bool


def question_of(notice: NoticeDesk, doubtful: list[str], words: Words) -> Question:
    """The question before this notice goes out; `doubtful` are the codes of remarks that raise doubts."""
    text, page = words.of("notice"), notice.page
    until = in_tehran(page.answer_until).date()
    left = [isolate(code) for code in notice.unjudged]
    consequences = [
        text("question.goes_to_applicant"),
        text("question.answer_until", count=notice.answer_days, day=until),
        *([text(_left_code(left), count=len(left), items=left)] if left else []),
        *([text("question.doubts", count=len(doubtful), items=doubtful)] if doubtful else []),
        text("question.undoable"),
    ]
    return Question(
        title=text("question.title", count=len(notice.items), name=page.details.applicant_name),
        consequences=tuple(consequences),
        send=text("send"),
        go_on=text("question.go_on"),
        is_grave=bool(left),
    )


def _left_code(left: list[str]) -> str:
    return "question.left" if len(left) <= MOST_NAMED else "question.many_left"
