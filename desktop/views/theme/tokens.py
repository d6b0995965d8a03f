"""Names every colour of the window once per theme, and measures whether two of them can be told apart."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

FAMILIES = ("blue", "violet", "amber", "green", "red", "grey", "turq")
"""With us, at another desk of ours, with the applicant, in force, ended badly, closed; changed since."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme as #RRGGBB by name, and how strongly a chip is outlined."""

    name: str
    is_dark: bool
    colours: Mapping[str, str]
    chip_outline: float = 0.22

    def __getitem__(self, name: str) -> str:
        return self.colours[name]


_LIGHT_AND_DARK = {
    "window": ("#F1F3F6", "#12161C"),
    "rail": ("#E7EBF1", "#0E1217"),
    "surface": ("#FFFFFF", "#1A1F27"),
    "surface2": ("#F7F8FA", "#20262F"),
    "sunken": ("#DFE3EA", "#0B0E12"),
    "border": ("#D9DEE6", "#303845"),
    "borderStrong": ("#737E91", "#6E7B8E"),
    "text": ("#18202C", "#E7EBF1"),
    "text2": ("#465163", "#B7C0CD"),
    "text3": ("#5A6578", "#97A2B2"),
    "accent": ("#1D4F91", "#86B4F2"),
    "accentSolid": ("#1D4F91", "#2C66B4"),
    "accentSolidHover": ("#173F75", "#3674C8"),
    "onAccent": ("#FFFFFF", "#FFFFFF"),
    "tint": ("#E4ECF8", "#1B2D47"),
    "tintStrong": ("#CBDCF3", "#254064"),
    "focus": ("#2F74D0", "#6AA3F0"),
    "blueFg": ("#1D4F91", "#9CC3F6"),
    "blueBg": ("#E4ECF8", "#1C304C"),
    "violetFg": ("#59389B", "#CBB6F6"),
    "violetBg": ("#EDE7F8", "#32284D"),
    "amberFg": ("#7A4A00", "#F1C56E"),
    "amberBg": ("#FBEBC8", "#3D2F11"),
    "greenFg": ("#1B6236", "#8AD8A1"),
    "greenBg": ("#DCF0E2", "#17371F"),
    "redFg": ("#A5241F", "#F8A59E"),
    "redBg": ("#FBE4E1", "#4A2120"),
    "greyFg": ("#465163", "#B7C0CD"),
    "greyBg": ("#E7EAEF", "#2A313C"),
    "turqFg": ("#066066", "#74D4D6"),
    "turqBg": ("#D3EFEF", "#11393C"),
    "greenSolid": ("#1F7A43", "#2B7A46"),
    "redSolid": ("#B42A24", "#BD3B35"),
    "amberSolid": ("#9A5F00", "#9A6400"),
    "turqSolid": ("#0B7C83", "#147C82"),
    "violetSolid": ("#59389B", "#6A4CAE"),
    "scroll": ("#B9C1CD", "#3C4654"),
    "hatch": ("#E9ECF1", "#20262F"),
    "tooltip": ("#202937", "#E7EBF1"),
    "onTooltip": ("#FFFFFF", "#12161C"),
}


def _theme(name: str, column: int) -> Tokens:
    colours = {token: values[column] for token, values in _LIGHT_AND_DARK.items()}
    return Tokens(name, is_dark=column == 1, colours=MappingProxyType(colours))


LIGHT = _theme("light", 0)
DARK = _theme("dark", 1)
CONTRAST = replace(
    DARK,
    name="contrast",
    colours=MappingProxyType({**DARK.colours, "border": DARK["borderStrong"]}),
    chip_outline=1.0,
)
"""High contrast: the dark colours with every decorative line as strong as a control's."""

THEMES: Mapping[str, Tokens] = MappingProxyType({tokens.name: tokens for tokens in (LIGHT, DARK, CONTRAST)})


_LINEAR_UP_TO = 0.04045


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= _LINEAR_UP_TO else float(((share + 0.055) / 1.055) ** 2.4)
