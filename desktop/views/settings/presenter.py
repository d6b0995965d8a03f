"""What a person may choose for himself, section by section; every choice applies at once. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from desktop.language.calendars import Calendar
from desktop.models.vocabulary import Language
from desktop.services.wording import fold

if TYPE_CHECKING:
    from desktop.views.desk import Desk

SCALES: Final = ("0.8", "0.9", "1.0", "1.1", "1.25", "1.5", "1.75", "2.0")
OWN_NAMES: Final = {"fa": "فارسی", "ar": "العربية", "en": "English"}
"""Languages are named in themselves, so that whoever is lost finds his own."""


@dataclass(frozen=True)
class Setting:
    """One choice: of several values, or yes and no; `rebuilds` when the window looks different afterwards."""

    key: str
    section: str
    values: tuple[str, ...]
    default: Any
    kind: Literal["choice", "switch"] = "choice"
    rebuilds: bool = False


SETTINGS: Final = (
    Setting("language", "look", tuple(one.value for one in Language), "fa", rebuilds=True),
    Setting("theme", "look", ("light", "dark", "contrast", "system"), "light", rebuilds=True),
    Setting("scale", "look", SCALES, "1.0", rebuilds=True),
    Setting("still", "look", (), default=False, kind="switch", rebuilds=True),
    Setting("calendar", "writing", tuple(one.value for one in Calendar), "jalali", rebuilds=True),
    Setting("latin_ids", "writing", (), default=False, kind="switch", rebuilds=True),
    Setting("density", "work", ("comfortable", "compact"), "comfortable"),
    Setting("after_decision", "work", ("next", "stay", "back"), "next"),
    Setting("office_hours_only", "notifications", (), default=True, kind="switch"),
    Setting("letters_act", "keys", (), default=True, kind="switch"),
)


class SettingsPresenter:
    """Reads and keeps choices; tells the window when it has to be built anew."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self._text = desk.words.of("settings")

    def sections(self, typed: str = "") -> list[tuple[str, list[Setting]]]:
        """Sections with the settings whose words hold what was typed."""
        wanted = fold(typed)
        found = [one for one in SETTINGS if wanted in fold(self._said(one))]
        names = dict.fromkeys(one.section for one in found)
        return [(name, [one for one in found if one.section == name]) for name in names]

    def value(self, setting: Setting) -> Any:
        """What was chosen, or what holds where nothing was."""
        default = self.desk.words.language.value if setting.key == "language" else setting.default
        chosen = self.desk.preferences.get(setting.key, default)
        return str(chosen) if setting.kind == "choice" else bool(chosen)

    def choices(self, setting: Setting) -> Sequence[tuple[str, str]]:
        """Each value with its words."""
        return [(value, self._word(setting, value)) for value in setting.values]

    def choose(self, setting: Setting, value: Any) -> None:
        """Keep a choice; it can be undone."""
        before = self.value(setting)
        if before == value:
            return
        self._keep(setting, value)
        told = self._text("chosen", setting=self._text(setting.key))
        self.desk.tell(told, lambda: self._keep(setting, before))

    def _keep(self, setting: Setting, value: Any) -> None:
        self.desk.preferences.set(setting.key, value)
        if setting.rebuilds:
            self.desk.looks_changed.emit()

    def _word(self, setting: Setting, value: str) -> str:
        if setting.key == "language":
            return OWN_NAMES[value]
        if setting.key == "scale":
            return self.desk.words.formats.percent(float(value))
        return self._text(f"{setting.key}.{value}")

    def _said(self, setting: Setting) -> str:
        return f"{self._text(setting.key)} {self._text(f'{setting.key}.help')}"
