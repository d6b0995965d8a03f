"""Invents applicants with their shops: who they are, what they sell and where."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from desktop.models.jalali import format_date
from desktop.models.text import localized_digits
from desktop.services.demo.identities import Numbers
from desktop.services.demo.resources import resource

Traits = frozenset[str]
"""What a course wants its dossiers to be, by the words of resources/demo/courses.toml."""

_YEAR = timedelta(days=365.2425)
_CHANCES = {
    "legal": 0.3,
    "licence": 0.2,
    "guild": 0.45,
    "home": 0.4,
    "photo": 0.4,
    "test_account": 0.35,
    "proxy": 0.05,
}
"""How often a trait is met where the course does not ask for it."""


@dataclass(frozen=True, slots=True)
class Business:
    """One applicant with one shop, as his packages tell them."""

    applicant: Mapping[str, Any]
    subject: str
    fields: Mapping[str, Any]
    services: tuple[str, ...]
    traits: Traits

    def with_fields(self, changed: Mapping[str, Any]) -> "Business":
        """The business after the applicant corrected some of its fields."""
        return replace(self, fields={**self.fields, **changed})

    def about(self, subject: str) -> "Business":
        """The same applicant's business under another domain name."""
        return replace(self.with_fields({"email": f"info@{subject}"}), subject=subject)


class Inventor:
    """Makes one business after another; equal seeds make equal businesses."""

    def __init__(self, chance: Random, today: date) -> None:
        self._chance = chance
        self._today = today
        self._numbers = Numbers(chance)
        self._words = resource("words")
        self._made = 0

    def business(self, wanted: Traits, opened: date) -> Business:
        """A business with the wanted traits that applies on the day `opened`."""
        traits = self._traits(wanted)
        place = self._chance.choice(resource("places")["place"])
        shop, domain, service = self._shop(traits)
        self._made += 1
        subject = f"{domain}{self._made}.example"
        return Business(
            applicant=self._applicant(traits, subject, opened),
            subject=subject,
            fields=self._fields(traits, shop, subject, place),
            services=(service,),
            traits=traits,
        )

    def changed_field(self, business: Business, code: str) -> Any:
        """Another value for a field that an applicant corrects."""
        place = next(p for p in resource("places")["place"] if p["province"] == business.fields["province"])
        match code:
            case "landline":
                return self._numbers.landline(place)
            case "postal_code":
                return self._numbers.postal_code(place)
            case "address":
                return self._address(business.traits, str(business.fields["city"]))
            case "email":
                return f"office@{business.subject}"
            case "delivery_method":
                return ["post", "courier"]
            case _:
                return self._pick(code)

    def domain_name(self) -> str:
        """Another domain name, for an applicant with a second shop."""
        self._made += 1
        return f"{self._chance.choice(self._words['shops'])[1]}{self._made}.example"

    def _pick(self, name: str) -> Any:
        return self._chance.choice(self._words[name])

    def _traits(self, wanted: Traits) -> Traits:
        met = {trait for trait, chance in _CHANCES.items() if self._chance.random() < chance}
        personal = {"foreign", "minor", "natural"} & wanted
        traits = (met - ({"legal"} if personal else set())) | wanted
        if "legal" in traits:
            traits -= {"home", "natural"}
        return frozenset(traits - ({"guild"} if "non_guild" in traits else set()))

    def _shop(self, traits: Traits) -> tuple[str, str, str]:
        shop, domain, service = self._pick("licensed_shops" if "licence" in traits else "shops")
        return shop, domain, service

    def _applicant(self, traits: Traits, subject: str, opened: date) -> dict[str, Any]:
        natural = "legal" not in traits
        told: dict[str, Any] = self._person(traits, opened) if natural else self._company()
        told |= {
            "mobile": self._numbers.mobile(),
            "email": f"owner@{subject}",
            "user_id": f"{subject.partition('.')[0]}.{self._made}",
        }
        if "proxy" in traits:
            told |= {"has_proxy": True, "proxy": self._other_person()}
        return told

    def _person(self, traits: Traits, opened: date) -> dict[str, Any]:
        foreign = "foreign" in traits
        sex = self._chance.choice(("female", "male"))
        name = self._pick("foreign_names") if foreign else self._name(sex)
        if foreign:
            sex = "female" if name in self._words["foreign_women"] else "male"
        years = self._chance.uniform(16.2, 17.5) if "minor" in traits else self._chance.uniform(20, 62)
        number = self._numbers.foreigner_code() if foreign else self._numbers.national_id()
        return {
            "kind": "natural_person",
            "name": name,
            "foreigner_code" if foreign else "national_id": number,
            "is_foreign": foreign,
            "birth_date": format_date(opened - years * _YEAR, "en"),
            "sex": sex,
        }

    def _company(self) -> dict[str, Any]:
        form = self._pick("company_forms")
        return {
            "kind": "legal_person",
            "name": form.format(self._pick("company_names")),
            "legal_national_id": self._numbers.legal_national_id(),
            "managing_director": self._other_person(),
        }

    def _other_person(self) -> dict[str, str]:
        name = self._name(self._chance.choice(("female", "male")))
        return {"name": name, "national_id": self._numbers.national_id()}

    def _name(self, sex: str) -> str:
        return f"{self._pick(f'{sex}_names')} {self._pick('family_names')}"

    def _fields(self, traits: Traits, shop: str, subject: str, place: Mapping[str, Any]) -> dict[str, Any]:
        city = self._chance.choice(place["cities"])
        started = self._today - self._chance.uniform(0.5, 8) * _YEAR
        fields = {
            "business_name": shop,
            "activity_type": "guild" if "guild" in traits else "non_guild",
            "started_on": format_date(started, "en"),
            "working_hours": self._pick("working_hours"),
            "own_sign_up": "test_account" in traits,
            "email": f"info@{subject}",
            "landline": self._numbers.landline(place),
            "postal_code": self._numbers.postal_code(place),
            "province": place["province"],
            "city": city,
            "address": self._address(traits, city),
            **self._offer(),
        }
        return fields | self._register(traits)

    def _register(self, traits: Traits) -> dict[str, Any]:
        """What only one kind of applicant is asked."""
        if "legal" not in traits:
            return {"father_name": self._pick("male_names")}
        registered = self._today - self._chance.uniform(8, 20) * _YEAR
        number = str(self._chance.randrange(10_000, 600_000))
        return {"registration_number": number, "registered_on": format_date(registered, "en")}

    def _address(self, traits: Traits, city: str) -> str:
        street, alley = self._pick("streets"), self._pick("alleys")
        house, floor = self._chance.randrange(1, 240), self._chance.randrange(1, 6)
        where = f"طبقهٔ {floor}" if "home" in traits else self._pick("shop_buildings")
        return localized_digits(f"{city}، خیابان {street}، کوچهٔ {alley}، پلاک {house}، {where}", "fa")

    def _offer(self) -> dict[str, Any]:
        return {
            "offer_kind": self._chance.choice((["goods"], ["goods", "services"], ["services"])),
            "order_method": self._chance.choice((["website"], ["website", "phone"])),
            "payment_method": self._chance.choice((["bank_gateway"], ["intermediary", "on_delivery"])),
            "delivery_method": self._chance.choice((["post"], ["courier", "post"], ["in_person"])),
            "survey_physical_shop": self._chance.choice(("yes", "no")),
            "survey_staff": self._chance.choice(("one_to_three", "four_to_ten", "over_ten")),
            "survey_monthly_orders": self._chance.choice(("under_100", "under_1000", "over_1000")),
            "survey_customers": self._chance.choice(("consumers", "companies", "both")),
            "survey_source": self._chance.choice(("bank", "customers", "media", "other")),
        }
