// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

/// Which folder of src/ may include which others, read from the table in docs/architecture.md.
class IncludeRules
{
public:
    /// Takes the rows of the table whose first header cell is "folder". No rows at all is an empty set of rules.
    static IncludeRules fromMarkdown(const QString &text);

    QStringList folders() const { return m_allowed.keys(); }

    /// What is wrong with the files below `sourceFolder` (src/), one sentence each: an include of a folder that the
    /// table does not grant, a file in a folder that the table does not know, an include of a file that is not there.
    QStringList offences(const QString &sourceFolder) const;

    bool mayInclude(const QString &folder, const QString &other) const;

private:
    QString folderOf(const QString &path) const;
    QStringList offencesOf(const QString &sourceFolder, const QString &file) const;

    struct Grant
    {
        QSet<QString> folders;
        /// "everything but …": the folders are those that are not granted.
        bool allBut = false;
    };
    QHash<QString, Grant> m_allowed;
};
