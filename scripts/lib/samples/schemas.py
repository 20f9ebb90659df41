# SPDX-License-Identifier: GPL-3.0-or-later
"""Short ways to write JSON Schema."""


def field(kind, description, **more):
    return {"type": kind, **more, "description": description}


def text(description, **more):
    return field("string", description, **more)


def date(description):
    return text(description, format="date")


def amount(description):
    return field("number", description)


def maybe(schema):
    """The same field, but null where the document says nothing."""
    description = schema.pop("description")
    return {"anyOf": [schema, {"type": "null"}], "description": description}


def record(description, properties, required=None):
    return {"type": "object", "description": description, "properties": properties,
            "required": list(properties) if required is None else required}


def rows(description, properties):
    items = {"type": "object", "properties": properties, "required": list(properties)}
    return {"type": "array", "description": description, "items": items}
