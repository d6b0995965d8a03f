"""`fee` and `payment`: what a dossier costs, and what has been paid of it."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier
from desktop.commands.calendars import day_of
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.dossier_page import fee_lines
from desktop.commands.groups import group
from desktop.models.errors import RuleBroken
from desktop.services import fees, wording

fee_commands = group("fee", "Fees of a dossier.")
payment_commands = group("payment", "Payments of fees.")


@command(fee_commands, "list")
def list_fees(desk: Desk, dossier: Dossier) -> Answer:
    """Show the fee lines of a dossier with what has been paid, in rial."""
    with desk.reading() as session:
        rows = fees.fees_of(session, desk.dossier(session, dossier))
    return Answer(rows, fee_lines(rows, desk.say) or [desk.say.done("fee.none")])


@command(payment_commands, "record")
def record(
    desk: Desk,
    dossier: Dossier,
    fee: Annotated[str, typer.Argument(metavar="FEE", help="Code of the fee line.")],
    amount: Annotated[str, typer.Argument(metavar="RIAL", help="Amount in rial, in any digits.")],
    reference: Annotated[str, typer.Option("--reference", metavar="NUMBER", help="Number of the receipt.")],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="Jalali day it was paid; today if not given.")
    ] = None,
) -> Answer:
    """Record a payment from its receipt."""
    paid_on = day_of(on) if on else wording.in_tehran(desk.at).date()
    rial = _rial(amount)
    with desk.writing() as session:
        actor, dossier_id = desk.actor(session), desk.dossier(session, dossier)
        fees.record_payment(session, actor, dossier_id, fee, rial, paid_on, reference)
        say = desk.say_about(session, dossier)
    number = wording.stored_number(dossier)
    data = {"number": number, "fee": fee, "amount": rial, "reference": reference, "paid_on": paid_on}
    return Answer(data, [say.done("payment.recorded", **data)])


def _rial(text: str) -> int:
    digits = wording.western_digits(text).replace(",", "").replace("٬", "").replace("_", "")
    if not digits.isdecimal():
        raise RuleBroken("usage.amount", amount=text)
    return int(digits)
