// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "document/readpage.h"

#include <QStringList>

namespace xs::engine {

/// What a language model is asked about one document: the same question for every window of its text.
struct ModelQuestion
{
    /// A JSON schema for the answers.
    Json schema;
    QString instructions;
    QStringList windows;
};

/// The question for pages, a data schema and one of domain::target. Windows hold whole lines and at most `window`
/// characters, and begin with the last sixth of the one before; with the target per_page every page is one.
ModelQuestion modelQuestion(const std::vector<document::ReadPage> &pages, const Json &dataSchema, const QString &target,
                            const QString &systemPrompt, qsizetype window = 24'000);

/// The answers for the windows as one: of a field the first that is not null; lists one behind the other, without the
/// elements that the next window repeats. Rows and pages become lists again, as the target wants.
Json joinedAnswer(const Json &answers, const QString &target);

} // namespace xs::engine
