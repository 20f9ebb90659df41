// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace xs::engine {

/// Lower case, without accents, "ß" as "ss": what words are compared by.
QString fold(QStringView text);
/// Folded, letters and digits only.
QString key(QStringView text);
/// The parts of a field's name or of a sentence: split at blanks, punctuation, "_" and before capitals inside a word.
QStringList nameParts(const QString &name);
/// The words of a sentence, folded, with marks inside kept ("u.price", "e-mail", "n°").
QStringList sentenceWords(const QString &sentence);
/// How alike two folded words are, 0…1, by edit distance; 1 only when equal.
double likeness(QStringView a, QStringView b);

int digitsIn(QStringView text);
int lettersIn(QStringView text);
bool hasDigit(QStringView text);
/// Whether a text has digits, and nothing else.
bool isDigits(QStringView text);
/// Whether a text has more digits than letters.
bool isMostlyFigures(QStringView text);

} // namespace xs::engine
