"""What Schemathesis cannot read from the OpenAPI document of Jangteo."""

import schemathesis
from schemathesis.openapi.checks import RejectedPositiveData

# Codes which say that a request does not fit the document: after a valid one, the document or the server is wrong. Every
# other code names a reason of its own (a cursor of another list, a weak password), and the document lists it for the
# operation: response_schema_conformance checks that.
MISFITS = {
    "INVALID_INPUT",
    "INVALID_JSON",
    "INVALID_IDEMPOTENCY_KEY",
    "IDEMPOTENCY_KEY_REQUIRED",
    "BODY_TOO_LARGE",
    "UNSUPPORTED_MEDIA_TYPE",
    "METHOD_NOT_ALLOWED",
}


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Drops the refusal of a valid request for a reason that no schema can express."""
    if not isinstance(failure, RejectedPositiveData):
        return True
    problem = problem_of(response)
    is_beyond_schemas = BEYOND_SCHEMAS.get(case.operation.label, lambda *_: False)
    return problem.get("code", "INVALID_INPUT") in MISFITS and not is_beyond_schemas(case, problem)


def problem_of(response):
    try:
        problem = response.json()
    except ValueError:
        problem = None
    return problem if isinstance(problem, dict) else {}


def has_error(path):
    return lambda case, problem: any(error["path"] == path for error in problem.get("errors", []))


def without_place(case, problem):
    """Schemas name the place that does not fit."""
    return "errors" not in problem


# Rules of INVALID_INPUT between parameters, between the elements of a list, or between a request and what is stored.
BEYOND_SCHEMAS = {
    # A page of a room's history starts before or after an event, not both.
    "GET /chat/{id}": lambda case, problem: {"before", "after"} <= set(case.query or {}),
    # Nobody opens a room with themselves alone, removes themselves or blocks themselves.
    "POST /chat/invite": has_error("participants"),
    "POST /chat/{id}/removeParticipant": without_place,
    "POST /chat/block": without_place,
    # A category that there is.
    "POST /seller/product": has_error("categoryId"),
    "PUT /seller/product": lambda *refusal: has_error("categoryId")(*refusal) or refuses_items(*refusal),
    # Each item once; stock has a maximum, which a difference must not exceed.
    "PUT /seller/product/item": has_error("stockChange"),
    "PUT /seller/product/items": lambda *refusal: refuses_items(*refusal),
}


def refuses_items(case, problem):
    return without_place(case, problem) or has_error("stockChange")(case, problem)
