// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace xs::engine {

/// A text of a fixed form, and how sure the form alone makes it, 0…1.
struct FoundPattern
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString value;
    double quality = 0;
};

/// Forms that say themselves what they are. Each finds all occurrences from left to right.
std::vector<FoundPattern> findEmails(const QString &text);
std::vector<FoundPattern> findUrls(const QString &text);
std::vector<FoundPattern> findPhones(const QString &text);
/// International bank account numbers; the check digits (ISO 7064) raise the quality.
std::vector<FoundPattern> findIbans(const QString &text);
std::vector<FoundPattern> findBics(const QString &text);
/// Numbers for value added tax in the form of the European Union.
std::vector<FoundPattern> findVatIds(const QString &text);
/// Codes and signs of currencies; the value is the ISO 4217 code where the sign has one.
std::vector<FoundPattern> findCurrencies(const QString &text);
/// Words with digits that may be a number of a document, an order, a customer.
std::vector<FoundPattern> findIdentifiers(const QString &text);
std::vector<FoundPattern> findTimes(const QString &text);

} // namespace xs::engine
