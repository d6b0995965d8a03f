"""What was typed into remarks and is not in the letter yet; no Qt, no database."""

from collections.abc import Mapping

from desktop.models.vocabulary import ApplicantKind, Verdict
from desktop.services.findings import Judgement
from desktop.services.letters.remark_lint import RemarkDoubt, doubts_about
from desktop.services.notice_desk import NoticeDesk


class Remarks:
    """The remarks of one notice as they stand on the screen."""

    def __init__(self) -> None:
        self._recorded: dict[str, str] = {}
        self._typed: dict[str, str] = {}
        self._not_kept: set[str] = set()
        self._kind = ApplicantKind.NATURAL_PERSON

    def take(self, desk: NoticeDesk) -> None:
        """Take what was read; what is being typed stays."""
        self._kind = desk.page.details.applicant_kind
        self._recorded = {item.row.code: item.row.remark for item in desk.items}
        self._typed = {code: text for code, text in self._typed.items() if code in self._recorded}
        if desk.may_edit:
            for item in desk.items:
                if item.draft is not None:
                    self._typed.setdefault(item.row.code, item.draft)

    def type(self, code: str, text: str) -> None:
        """Somebody typed."""
        if text.strip() == self._recorded.get(code, "").strip():
            self._typed.pop(code, None)
        else:
            self._typed[code] = text
        self._not_kept.add(code)

    def text_of(self, code: str) -> str:
        """The remark as the screen shows it."""
        return self._typed.get(code, self._recorded.get(code, ""))

    def is_pending(self, code: str) -> bool:
        """Whether what is shown is not in the letter."""
        return code in self._typed

    @property
    def blank(self) -> tuple[str, ...]:
        """Items whose remark was emptied; none of them can go out."""
        return tuple(code for code in self._recorded if not self.text_of(code).strip())

    def to_keep(self) -> Mapping[str, str]:
        """What to keep as drafts now; asked once, each text is kept once."""
        kept = {code: self.text_of(code) for code in self._not_kept if code in self._recorded}
        self._not_kept.clear()
        return kept

    def judgements(self) -> list[Judgement]:
        """What to record so that the letter says what the screen says."""
        return [Judgement(code, Verdict.REJECTED, text) for code, text in self._typed.items() if text.strip()]

    def recorded(self, judgements: list[Judgement]) -> None:
        """They are in the letter now; what was typed meanwhile is not."""
        for one in judgements:
            self._recorded[one.item_code] = one.remark
            if self._typed.get(one.item_code) == one.remark:
                del self._typed[one.item_code]
                self._not_kept.discard(one.item_code)

    def doubts(self, code: str) -> tuple[RemarkDoubt, ...]:
        """What may be wrong with a remark; an empty one is no doubt but an error."""
        text = self.text_of(code)
        return doubts_about(text, self._kind) if text.strip() else ()

    def doubtful(self) -> tuple[str, ...]:
        """Items whose remark should be looked at again."""
        return tuple(code for code in self._recorded if self.doubts(code))
