"""The register's query as plain values, as a place names it and a visit keeps it; no Qt."""

from collections.abc import Mapping
from typing import Any

from desktop.services.certificate_register import Facet, RegisterQuery, RegisterSort


def query_of(said: Mapping[str, Any]) -> RegisterQuery:
    """The query of a place or of what was kept; what is not said is as usual."""
    usual = RegisterQuery()
    return RegisterQuery(
        facet=Facet(said.get("facet", usual.facet)),
        search=str(said.get("search", usual.search)),
        sort=RegisterSort(said.get("sort", usual.sort)),
        descending=bool(said.get("descending", usual.descending)),
    )


def said_of(query: RegisterQuery) -> dict[str, Any]:
    """The same to be kept."""
    return {
        "facet": query.facet.value,
        "search": query.search,
        "sort": query.sort.value,
        "descending": query.descending,
    }
