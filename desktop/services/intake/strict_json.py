"""Reads JSON so strictly that two readers must agree on it: unique keys, no NaN, no depth, no controls."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from desktop.services.intake import limits
from desktop.services.intake.report import Findings, Rule

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class _Refused(ValueError):
    """A rule that the parser's hooks find broken on the way."""

    def __init__(self, rule: Rule, **values: Any) -> None:
        super().__init__(rule)
        self.rule = rule
        self.values = values


def parse(data: bytes, where: str, findings: Findings) -> Any:
    """The value in `data`, or None after noting at `where` why it is no acceptable JSON."""
    try:
        return _parsed(data)
    except _Refused as refused:
        findings.add(where, refused.rule, **refused.values)
    except UnicodeDecodeError as error:
        findings.add(where, Rule.CONTENTS_NOT_UTF8, position=error.start)
    except json.JSONDecodeError as error:
        findings.add(where, Rule.CONTENTS_NOT_JSON, line=error.lineno, column=error.colno)
    except RecursionError:
        findings.add(where, Rule.CONTENTS_TOO_DEEP, limit=limits.DEPTH)
    except ValueError:  # Python refuses to read whole numbers of thousands of digits.
        findings.add(where, Rule.NOT_A_NUMBER)
    return None


def _parsed(data: bytes) -> Any:
    text = data.decode("utf-8-sig")
    return json.loads(
        text, object_pairs_hook=_object, parse_constant=_refuse_constant, parse_float=_finite_number
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _Refused(Rule.KEY_REPEATED, key=next(key for key in keys if keys.count(key) > 1))
    return made


def _refuse_constant(text: str) -> float:
    raise _Refused(Rule.NOT_A_NUMBER, text=text)


def _finite_number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Refused(Rule.NOT_A_NUMBER, text=text[:40])
    return number


def check_texts(value: Any, findings: Findings) -> None:
    """Note texts that no database stores (controls, half surrogates) and too deep nesting."""
    for path, depth, text in _texts(value, "$", 0):
        if depth > limits.DEPTH:
            findings.add(path, Rule.CONTENTS_TOO_DEEP, limit=limits.DEPTH)
        elif _UNSTORABLE.search(text):
            findings.add(path, Rule.TEXT_CONTROL)


def _texts(value: Any, path: str, depth: int) -> Iterator[tuple[str, int, str]]:
    if isinstance(value, str):
        yield path, depth, value
    elif depth > limits.DEPTH:
        yield path, depth, ""
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield step(path, key), depth, key
            yield from _texts(inner, step(path, key), depth + 1)
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _texts(inner, step(path, position), depth + 1)


def step(path: str, key: str | int) -> str:
    """The JSON path one step below `path`: $.applicant, $.documents[2], $.fields['my key']."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    if _PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}"
    safe = key.encode("unicode_escape").decode("ascii") if not key.isprintable() else key
    return f"{path}['{safe[:64]}']"
