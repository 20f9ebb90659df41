// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"
#include "schema/field.h"

#include <QStringList>

namespace xs::engine {

/// Which sections of a résumé words are the heading of ("posts", "education", "languages"): alone, or joined with
/// another ("Prizes and memberships"). Empty where they are none, or one of a section that no list asks for.
QStringList sectionsNamed(const QString &heading);

/// Whether words are the heading of a section, of whatever it is.
bool isSectionName(const QString &words);

/// Whether segments have headings of sections as a résumé has them.
bool hasSections(const Text &text, const Span &segments);

/// The section that a list asks for, by its name, the names of its fields or its description; empty for none.
QString sectionOfList(const schema::Field &list);

/// Words of fields' names and of entries, by what they are for.
enum class EntryWord { Organisation, Place, Length, Subject, At, Only, Headline, Title, Year, Document, Particle };
bool isEntryWord(const QString &word, EntryWord kind);

/// "Since", "until", "summer": what may stand before a year of a period.
bool leadsToPeriod(const QString &word);
/// "Present", "to date": what may stand where a period has no end.
bool endsPeriod(const QString &word);

} // namespace xs::engine
