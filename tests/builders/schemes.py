"""The eNamad file as text, and a small valid scheme of which a test may change any part."""

from pathlib import Path

ENAMAD = Path(__file__).parents[2] / "resources" / "schemes" / "enamad.toml"
ENAMAD_TEXT = ENAMAD.read_text(encoding="utf-8")

SMALL_SCHEME = """\
[scheme]
code = "stalls"
title = {fa = "غرفه", ar = "كشك", en = "Stalls"}
subject = {kind = "place", label = {fa = "غرفه", ar = "كشك", en = "Stall"}}
applicant_kinds = ["natural_person"]
dossier_kinds = ["initial", "level_raise"]

[[version]]
code = "first"
valid_from = "1400/01/01"

[[version]]
code = "second"
valid_from = "1401/01/01"
validity = {months = 6}

[validity]
months = 12

[parameters]
end_to_end_days = 18
market_open = true

[[status]]
code = "asked"
label = {fa = "تقاضا", ar = "طلب", en = "Asked"}
phase = "review"
family = "blue"
icon = "eye"
initial = true
sla_working_days = 2

[[status]]
code = "given"
label = {fa = "داده‌شده", ar = "ممنوح", en = "Given"}
phase = "in_force"
family = "green"
icon = "check"

[[status]]
code = "denied"
label = {fa = "رد", ar = "مرفوض", en = "Denied"}
phase = "ended"
family = "red"
icon = "x"

[[transition]]
from = ["asked"]
action = "give"
to = "given"
roles = ["manager"]
label = {fa = "دادن", ar = "منح", en = "Give"}
guards = [
  {guard = "parameter_on", name = "market_open"},
  {guard = "verifications_at_least", n = 1},
  {guard = "documents_present", stage = "papers"},
  {guard = "field_is", field = "goods", value = "honey"},
]
effects = [
  {effect = "charge_fees", on = "give"},
  {effect = "send_notice", kind = "given"},
]

[[transition]]
from = ["asked"]
action = "deny"
to = "denied"
roles = ["manager", "system"]
label = {fa = "رد", ar = "رفض", en = "Deny"}
note = "required"

[[transition]]
from = ["asked"]
action = "submit"
to = "asked"
roles = ["applicant"]
label = {fa = "ارسال", ar = "إرسال", en = "Send"}

[[field_group]]
code = "stall"
label = {fa = "غرفه", ar = "كشك", en = "Stall"}

[[field]]
code = "goods"
group = "stall"
label = {fa = "کالا", ar = "السلعة", en = "Goods"}
type = "choice"
required = true
choices = [{code = "honey", label = {fa = "عسل", ar = "عسل", en = "Honey"}}]

[[checklist_group]]
code = "site"
label = {fa = "محل", ar = "الموقع", en = "Site"}

[[checklist_item]]
code = "A1"
group = "site"
required = true
title = {fa = "پاکیزگی", ar = "النظافة", en = "Clean"}
how_to_check = {fa = "ببینید.", ar = "انظر.", en = "Look."}
evidence = {fa = "عکس", ar = "صورة", en = "Photo"}
fields = ["applicant_name", "goods"]
documents = ["card"]

[[document]]
code = "card"
label = {fa = "کارت", ar = "بطاقة", en = "Card"}
stage = "papers"
forms = ["scan"]
level = "required"
when = [{fact = "age_years", at_least = 18}]

[[document]]
code = "card_copy"
label = {fa = "کپی کارت", ar = "نسخة البطاقة", en = "Copy of the card"}
stage = "papers"
forms = ["certified_copy"]
level = "optional"
compares_with = "card"
when = [{fact = "level", in = ["small"]}]

[[verification]]
kind = "mobile"
label = {fa = "همراه", ar = "المحمول", en = "Mobile"}
counts = true

[[fee]]
code = "stall"
label = {fa = "غرفه", ar = "الكشك", en = "Stall"}
amount_rial = 1000
charged_on = "give"

[[level]]
code = "small"
label = {fa = "کوچک", ar = "صغير", en = "Small"}
stars = 0

[[level]]
code = "large"
label = {fa = "بزرگ", ar = "كبير", en = "Large"}
stars = 1
follows = "small"
requires_items = ["A1"]

[[letter]]
kind = "given"
label = {fa = "آگاهی", ar = "إشعار", en = "Notice"}

[[retention]]
what = "papers"
after = "denied"
days = 30

[[reason]]
code = "dirty"
item = "A1"
text = {fa = "پاکیزه نیست.", ar = "غير نظيف.", en = "Not clean."}
"""
