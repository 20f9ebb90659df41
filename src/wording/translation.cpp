// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace xs::wording {

namespace {

bool install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    return translator->load(locale, name, u"_"_s, folder) && application.installTranslator(translator);
}

} // namespace

void installTranslation(QCoreApplication &application, const QLocale &locale)
{
    const auto own = u":/translations"_s;
    // English is in the sources; only its plural forms are translated.
    if (!install(application, locale, u"extract-studio"_s, own))
        install(application, QLocale(QLocale::English), u"extract-studio"_s, own);
    install(application, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace xs::wording
