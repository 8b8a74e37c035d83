"""What SARIF 2.1.0 demands of the part of it that is written here, as a JSON schema.

Every object is closed, and what the standard leaves optional is required where it is always written: a document that
holds here holds under the published schema, and a property that is spelt otherwise does not.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
COUNT: Schema = {"type": "integer", "minimum": 1}
INDEX: Schema = {"type": "integer", "minimum": 0}
URI: Schema = {"type": "string", "pattern": "^[!-~]+$", "format": "uri-reference"}


def closed(required: Schema, **optional: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def listed(items: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": items, "minItems": least}


SAID = closed({"text": TEXT}, markdown=TEXT)

RULE = closed(
    {
        "id": TEXT,
        "shortDescription": SAID,
        "fullDescription": SAID,
        "help": SAID,
        "defaultConfiguration": closed({"level": LEVEL}),
        "properties": {
            "type": "object",
            "required": ["department", "area", "tags"],
            "properties": {"department": {"enum": ["print", "web", "app", "care"]}, "tags": listed(TEXT)},
        },
    },
    helpUri={"type": "string", "pattern": "^https?://[!-~]+$"},
)

PLACE = closed(
    {"artifactLocation": closed({"uri": URI}, uriBaseId={"const": "%SRCROOT%"})},
    region=closed({"startLine": COUNT}),
)

RESULT = closed(
    {
        "ruleId": TEXT,
        "ruleIndex": INDEX,
        "kind": {"enum": ["fail", "review", "open"]},
        "level": LEVEL,
        "message": SAID,
        "locations": listed(closed({"physicalLocation": PLACE})),
        "partialFingerprints": closed({"parcours/v1": DIGEST, "primaryLocationLineHash": DIGEST}),
        "occurrenceCount": COUNT,
        "properties": {"type": "object", "required": ["scenario", "device", "department", "severity", "fails"]},
    },
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    suppressions=listed(closed({"kind": {"const": "inSource"}, "status": {"const": "accepted"}}, justification=TEXT)),
)

NOTIFICATION = closed(
    {"level": LEVEL, "descriptor": closed({"id": TEXT}), "message": SAID}, associatedRule=closed({"id": TEXT})
)

RUN = closed(
    {
        "tool": closed({"driver": closed({"name": TEXT, "version": TEXT, "rules": listed(RULE)})}),
        "language": {"enum": ["en", "fr"]},
        "originalUriBaseIds": closed({"%SRCROOT%": closed({"description": SAID})}),
        "invocations": listed(
            closed({"executionSuccessful": {"type": "boolean"}, "toolExecutionNotifications": listed(NOTIFICATION)}),
            1,
        ),
        "results": listed(RESULT),
    }
)

LOG = closed({"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}, "runs": listed(RUN, 1)})
