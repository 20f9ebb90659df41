// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/folderwatch.h"

#include "support/faketime.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using document::FolderWatch;

/// Which files of a folder are told of, and when; the time is the test's.
class TestFolderWatch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatIsThereIsLeftAlone();
    void aHalfCopyIsNotTaken();
    void aReplacedFileComesAgain();
    void aFolderThatWasAwayBringsNothingAnew();

private:
    void write(const QString &name, const QByteArray &bytes, int second = 0);
    /// The names that were told of since the last call, after so much time.
    QStringList told(std::chrono::milliseconds wait);

    test::FakeTime m_time;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FolderWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_told;
};

void TestFolderWatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"old.pdf"_s, "old");
    m_watch = std::make_unique<FolderWatch>(m_time);
    m_told = std::make_unique<QSignalSpy>(m_watch.get(), &FolderWatch::documentsCame);
    m_watch->watch(m_folder->path(), FolderWatch::Present::LeaveAlone);
}

void TestFolderWatch::write(const QString &name, const QByteArray &bytes, int second)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.flush();
    QVERIFY(file.setFileTime(QDateTime({2026, 1, 1}, {12, 0, second}), QFileDevice::FileModificationTime));
}

QStringList TestFolderWatch::told(std::chrono::milliseconds wait)
{
    m_told->clear();
    m_time.advance(wait);
    QStringList names;
    for (const auto &one : *m_told)
        for (const auto &path : one.front().toStringList())
            names << QFileInfo(path).fileName();
    return names;
}

void TestFolderWatch::whatIsThereIsLeftAlone()
{
    QCOMPARE(told(10 * FolderWatch::patience), QStringList());
    write(u"new.pdf"_s, "new");
    write(u"notes.json"_s, "{}");
    // Found without being told, as in a folder of another computer.
    QCOMPARE(told(FolderWatch::patience + FolderWatch::calm), QStringList{u"new.pdf"_s});
    QCOMPARE(told(10 * FolderWatch::patience), QStringList());
}

void TestFolderWatch::aHalfCopyIsNotTaken()
{
    write(u"new.pdf"_s, "ha", 1);
    QCOMPARE(told(FolderWatch::calm), QStringList());
    write(u"new.pdf"_s, "half", 2);
    QCOMPARE(told(FolderWatch::calm / 2), QStringList());
    QCOMPARE(told(2 * FolderWatch::patience), QStringList{u"new.pdf"_s});
}

void TestFolderWatch::aReplacedFileComesAgain()
{
    write(u"scan.pdf"_s, "page 1", 1);
    QCOMPARE(told(2 * FolderWatch::patience), QStringList{u"scan.pdf"_s});
    write(u"scan.pdf"_s, "page 2", 2);
    QCOMPARE(told(2 * FolderWatch::patience), QStringList{u"scan.pdf"_s});
    QCOMPARE(told(10 * FolderWatch::patience), QStringList());
}

void TestFolderWatch::aFolderThatWasAwayBringsNothingAnew()
{
    write(u"scan.pdf"_s, "page 1", 1);
    QCOMPARE(told(2 * FolderWatch::patience), QStringList{u"scan.pdf"_s});
    const auto away = m_folder->path() + u"-away"_s;
    QVERIFY(QDir().rename(m_folder->path(), away));
    QCOMPARE(told(2 * FolderWatch::patience), QStringList());
    QVERIFY(QDir().rename(away, m_folder->path()));
    QCOMPARE(told(2 * FolderWatch::patience), QStringList());
    write(u"other.pdf"_s, "page 1", 3);
    QCOMPARE(told(2 * FolderWatch::patience), QStringList{u"other.pdf"_s});
}

QTEST_GUILESS_MAIN(TestFolderWatch)
#include "tst_folderwatch.moc"
