// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/includerules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The words between backticks.
QStringList names(const QString &cell)
{
    static const QRegularExpression quoted(u"`([^`]+)`"_s);
    QStringList result;
    for (auto match = quoted.globalMatch(cell); match.hasNext();)
        result += match.next().captured(1);
    return result;
}

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

IncludeRules IncludeRules::fromMarkdown(const QString &text)
{
    IncludeRules rules;
    bool inTable = false;
    for (const auto &line : text.split(u'\n')) {
        const auto cells = line.split(u'|');
        inTable = cells.size() == 5 && (inTable || cells[1].trimmed() == "folder"_L1);
        const auto folder = inTable ? names(cells[1]) : QStringList();
        if (folder.isEmpty())
            continue;
        const auto others = names(cells[3]);
        rules.m_allowed[folder.first()] = {QSet<QString>(others.begin(), others.end()),
                                           cells[3].contains("everything but"_L1)};
    }
    return rules;
}

bool IncludeRules::mayInclude(const QString &folder, const QString &other) const
{
    if (other == folder || other == "base"_L1)
        return true;
    const auto grant = m_allowed.value(folder);
    const bool isNamed = std::ranges::any_of(
        grant.folders, [&](const QString &named) { return other == named || other.startsWith(named + u'/'); });
    return isNamed != grant.allBut;
}

/// The longest folder of the table that the path lies in; empty when there is none.
QString IncludeRules::folderOf(const QString &path) const
{
    for (auto end = path.lastIndexOf(u'/'); end > 0; end = path.lastIndexOf(u'/', end - 1)) {
        if (m_allowed.contains(path.left(end)))
            return path.left(end);
    }
    return {};
}

QStringList IncludeRules::offencesOf(const QString &sourceFolder, const QString &file) const
{
    const auto folder = folderOf(file);
    if (folder.isEmpty())
        return {u"%1 lies in a folder that docs/architecture.md does not know."_s.arg(file)};
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s,
                                            QRegularExpression::MultilineOption);
    QStringList result;
    for (auto match = include.globalMatch(contents(sourceFolder + u'/' + file)); match.hasNext();) {
        const auto path = match.next().captured(1);
        if (!path.contains(u'/')) // ui_x.h and x.moc, which the build makes, and files of the same folder
            continue;
        if (!QFile::exists(sourceFolder + u'/' + path))
            result += u"%1 includes \"%2\", which is not below src/."_s.arg(file, path);
        else if (!mayInclude(folder, folderOf(path)))
            result += u"%1 includes \"%2\", but %3 may not."_s.arg(file, path, folder);
    }
    return result;
}

QStringList IncludeRules::offences(const QString &sourceFolder) const
{
    QStringList result;
    QDirIterator files(sourceFolder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        result += offencesOf(sourceFolder, QDir(sourceFolder).relativeFilePath(files.next()));
    result.sort();
    return result;
}
