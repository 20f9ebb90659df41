// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace xs::wording {

/// Makes the program speak the language of `locale`, or English where there is no translation: its own sentences from
/// :/translations, Qt's from where Qt keeps them. The translators belong to `application`. Call it once, before the
/// first sentence is made.
void installTranslation(QCoreApplication &application, const QLocale &locale);

} // namespace xs::wording
