// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <vector>

namespace xs::schema {

/// What is wrong with a schema, or may be. Kinds of the same severity class lie together.
enum class FindingKind {
    // errors: the schema cannot be run
    RootNotObject,
    NoProperties,
    TooDeep,
    TooManyProperties,
    TooMuchText,
    SchemaTooLong,
    ReferenceNotLocal,
    ReferenceCyclic,
    DefaultNotNull,
    EnumEmpty,
    TypeUnknown,
    NotASchema,
    // warnings: the schema runs, but not as written
    KeywordIgnored,
    Deep,
    NoDescription,
    RequiredWithoutNull,
    RequiredUnknown,
    NameOfMetadata,
};

struct Finding
{
    FindingKind kind;
    /// JSON pointer of the spot.
    QString pointer;
    /// The keyword, name or number that it is about.
    QString subject;

    bool isError() const { return kind <= FindingKind::NotASchema; }
    bool operator==(const Finding &) const = default;
};

/// The service's limits for a schema (the API documentation's page "Schema Design and
/// Restrictions"): 7 levels, 5,000 properties, 120,000 characters of names, descriptions and values,
/// 150,000 characters of raw text.
struct Limits
{
    int levels = 7;
    int comfortableLevels = 4;
    int properties = 5'000;
    int textLength = 120'000;
    int rawLength = 150'000;
};

/// Who will read the schema. The API documents `format`, `pattern` and their like as without effect; the engine on
/// this computer reads these two, so there they are no finding.
enum class Reader { Server, ThisComputer };

/// Everything that can be said about a schema without asking a server, in document order; errors and warnings mixed.
std::vector<Finding> check(const Json &schema, Reader reader = Reader::Server, const Limits &limits = {});

/// The first error as the API writes it, with its JSON pointer: "/properties/x: …"; empty when there is none.
QString firstError(const std::vector<Finding> &findings);

} // namespace xs::schema
