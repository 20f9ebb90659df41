// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/includerules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const auto table = u"# Rules\n"
                   "| folder | content | may include |\n"
                   "|---|---|---|\n"
                   "| `base` | values | |\n"
                   "| `domain` | jobs | |\n"
                   "| `engine/text` | words | `domain` |\n"
                   "| `engine` | values with evidence | `engine/text` `domain` |\n"
                   "| `gui/common` | widgets | `domain` |\n"
                   "| `gui/shell` | the window | `gui/common` `domain` |\n"
                   "| `apps/studio` | the program | everything but `engine` |\n"_s;

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TstIncludes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void allowedIncludes();
    void includeUpwards();
    void sideways();
    void everythingBut();
    void foldersInside();
    void unknownFolder();
    void missingFile();
    void theRepository();
    void theTwoSidesStayApart();
    void noWidgetsBelowTheWindow();
    void noDocumentIsReadByTheWindow();

private:
    void write(const QString &path, const QString &text) const;
    QStringList offences() const { return IncludeRules::fromMarkdown(table).offences(m_tree->path()); }

    std::unique_ptr<QTemporaryDir> m_tree;
};

/// A made-up tree in which nothing is wrong.
void TstIncludes::init()
{
    m_tree = std::make_unique<QTemporaryDir>();
    write(u"base/json.h"_s, u"#include <QString>\n"_s);
    write(u"domain/job.h"_s, u"#include \"base/json.h\"\n"_s);
    write(u"engine/read.h"_s, u"#include \"domain/job.h\"\n"_s);
    write(u"gui/common/theme.h"_s, u"#include \"domain/job.h\"\n"_s);
    write(u"gui/shell/window.cpp"_s, u"#include \"gui/common/theme.h\"\n#include \"ui_window.h\"\n"_s);
    write(u"apps/studio/main.cpp"_s, u"#include \"gui/shell/window.h\"\n"_s);
    write(u"gui/shell/window.h"_s, u"#include \"domain/job.h\"\n"_s);
}

void TstIncludes::write(const QString &path, const QString &text) const
{
    QVERIFY(QDir(m_tree->path()).mkpath(path.section(u'/', 0, -2)));
    QFile file(m_tree->filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

void TstIncludes::allowedIncludes()
{
    QCOMPARE(offences(), QStringList());
}

void TstIncludes::includeUpwards()
{
    write(u"domain/job.h"_s, u"#pragma once\n\n  #  include \"engine/read.h\"\n"_s);
    QCOMPARE(offences(), QStringList{u"domain/job.h includes \"engine/read.h\", but domain may not."_s});
}

void TstIncludes::sideways()
{
    write(u"gui/common/theme.h"_s, u"#include \"gui/shell/window.h\"\n"_s);
    QCOMPARE(offences(), QStringList{u"gui/common/theme.h includes \"gui/shell/window.h\", but gui/common may not."_s});
}

void TstIncludes::everythingBut()
{
    write(u"apps/studio/main.cpp"_s, u"#include \"engine/read.h\"\n#include \"domain/job.h\"\n"_s);
    QCOMPARE(offences(), QStringList{u"apps/studio/main.cpp includes \"engine/read.h\", but apps/studio may not."_s});
}

/// Whoever may include a folder may include those inside of it, and "everything but" leaves these out, too.
void TstIncludes::foldersInside()
{
    write(u"engine/text/words.h"_s, u"#include \"engine/read.h\"\n"_s);
    write(u"engine/read.h"_s, u"#include \"engine/text/words.h\"\n"_s);
    write(u"apps/studio/main.cpp"_s, u"#include \"engine/text/words.h\"\n"_s);
    QCOMPARE(offences(), (QStringList{
                             u"apps/studio/main.cpp includes \"engine/text/words.h\", but apps/studio may not."_s,
                             u"engine/text/words.h includes \"engine/read.h\", but engine/text may not."_s,
                         }));
    QVERIFY(
        IncludeRules::fromMarkdown(u"| folder | content | may include |\n|---|---|---|\n| `server` | | `engine` |"_s)
            .mayInclude(u"server"_s, u"engine/text"_s));
}

void TstIncludes::unknownFolder()
{
    write(u"extras/tool.cpp"_s, u"int main() {}\n"_s);
    QCOMPARE(offences(), QStringList{u"extras/tool.cpp lies in a folder that docs/architecture.md does not know."_s});
}

void TstIncludes::missingFile()
{
    write(u"engine/read.cpp"_s, u"#include \"../domain/job.h\"\n"_s);
    QCOMPARE(offences(), QStringList{u"engine/read.cpp includes \"../domain/job.h\", which is not below src/."_s});
}

void TstIncludes::theRepository()
{
    const auto source = QStringLiteral(XS_SOURCE_DIR);
    const auto rules = IncludeRules::fromMarkdown(read(source + u"/docs/architecture.md"_s));
    QVERIFY2(rules.folders().size() > 15, "the table in docs/architecture.md was not understood");
    const auto found = rules.offences(source + u"/src"_s);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

/// Clients and the service talk only through the contract in api/: the table itself must keep to that.
void TstIncludes::theTwoSidesStayApart()
{
    const auto rules = IncludeRules::fromMarkdown(read(QStringLiteral(XS_SOURCE_DIR "/docs/architecture.md")));
    for (const auto &folder : rules.folders()) {
        const bool service = QStringList{u"engine"_s, u"server"_s, u"apps/service"_s}.contains(folder) ||
                             folder.startsWith("engine/"_L1);
        for (const auto &other : {u"engine"_s, u"engine/text"_s, u"server"_s})
            QVERIFY2(service || !rules.mayInclude(folder, other), qPrintable(folder));
        for (const auto &other : {u"gui/common"_s, u"gui/shell"_s, u"client"_s, u"jobs"_s})
            QVERIFY2(!service || !rules.mayInclude(folder, other), qPrintable(folder));
    }
}

/// Only the window links Widgets: the service and the command line run where no screen is.
void TstIncludes::noWidgetsBelowTheWindow()
{
    const auto source = QStringLiteral(XS_SOURCE_DIR) + u"/src/"_s;
    QDirIterator lists(source, {u"CMakeLists.txt"_s}, QDir::Files, QDirIterator::Subdirectories);
    int seen = 0;
    while (lists.hasNext()) {
        const auto path = lists.next();
        const auto folder = path.mid(source.size());
        if (folder.startsWith("gui/"_L1) || folder.startsWith("apps/studio/"_L1))
            continue;
        ++seen;
        QVERIFY2(!read(path).contains("Qt6::Widgets"_L1), qPrintable(folder));
    }
    QVERIFY(seen > 5);
}

/// What a document does to a library, it does to another process (document/isolatedpages.h).
void TstIncludes::noDocumentIsReadByTheWindow()
{
    const auto source = QStringLiteral(XS_SOURCE_DIR) + u"/src/"_s;
    int seen = 0;
    for (const auto &folder : {u"gui"_s, u"apps/studio"_s}) {
        QDirIterator files(source + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto path = files.next();
            const auto text = read(path);
            for (const auto &call : {u"openDocument("_s, u"PageReader"_s, u"\"document/readers.h\""_s})
                QVERIFY2(!text.contains(call), qPrintable(path + u" has "_s + call));
            ++seen;
        }
    }
    QVERIFY(seen > 100);
}

QTEST_GUILESS_MAIN(TstIncludes)
#include "tst_includes.moc"
