// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filestore.h"

#include "server/fixtures.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestFileStore : public QObject
{
    Q_OBJECT

private:
    /// A store with its two folders, which can be opened again as after a crash.
    struct Fixture
    {
        test::TemporaryStore temporary;
        test::FixedClock clock;
        QString files = folder(u"files"_s);
        QString incoming = folder(u"incoming"_s);
        FileStore store{*temporary.store, clock, files, incoming};

        QString folder(const QString &name)
        {
            QDir(temporary.folder.path()).mkpath(name);
            return temporary.folder.filePath(name);
        }

        StoredFile add(const QString &name, const QByteArray &bytes = "x", std::optional<QString> externalId = {})
        {
            auto upload = store.begin();
            upload->file->write(bytes);
            StoredFile file;
            file.name = name;
            file.type = u"pdf"_s;
            file.purpose = u"extract"_s;
            file.externalId = std::move(externalId);
            clock.advance(1000);
            return *store.add(file, *upload);
        }

        QStringList names(FileQuery query)
        {
            QStringList found;
            for (;;) {
                const auto page = *store.list(query);
                if (page.items.empty())
                    return QStringList{u"an empty page"_s};
                for (const auto &file : page.items)
                    found << file.name;
                if (!page.next)
                    return found;
                found << u"|"_s;
                query.after = PageToken::parse(page.next->text());
            }
        }
    };

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }

private slots:
    void aFileComesBackAsItWas()
    {
        Fixture fixture;
        const auto added = fixture.add(u"ä.pdf"_s, "content", u"mine"_s);
        QVERIFY(added.id.startsWith("dfl-"_L1));
        const auto found = fixture.store.find(added.id);
        QVERIFY(found);
        QCOMPARE(found->name, u"ä.pdf"_s);
        QCOMPARE(found->externalId, std::optional(u"mine"_s));
        QCOMPARE(found->size, 7);
        QCOMPARE(found->createdAt, added.createdAt);
        QCOMPARE(contents(fixture.store.pathOf(added.id)), "content");
        QVERIFY(!(QFile::permissions(fixture.store.pathOf(added.id)) & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(QDir(fixture.incoming).isEmpty());
    }

    void pagesAreWholeInEveryOrder()
    {
        Fixture fixture;
        for (const auto &name : {u"c"_s, u"a"_s, u"b"_s, u"a"_s, u"d"_s})
            fixture.add(name);
        FileQuery query;
        query.pageSize = 2;
        QCOMPARE(fixture.names(query).join(u' '), u"d a | b a | c"_s);
        query.order = FileQuery::Order::Name;
        QCOMPARE(fixture.names(query).join(u' '), u"a a | b c | d"_s);
        query.order = FileQuery::Order::Id;
        query.pageSize = 1;
        QCOMPARE(fixture.names(query).size(), 9);
        query.pageSize = 5;
        QCOMPARE(fixture.names(query).size(), 5);
    }

    void newFilesDoNotShiftPages()
    {
        Fixture fixture;
        for (const auto &name : {u"1"_s, u"2"_s, u"3"_s})
            fixture.add(name);
        FileQuery query;
        query.pageSize = 2;
        const auto first = *fixture.store.list(query);
        fixture.add(u"4"_s);
        query.after = first.next;
        const auto second = *fixture.store.list(query);
        QCOMPARE(second.items.size(), 1u);
        QCOMPARE(second.items.front().name, u"1"_s);
    }

    void filters()
    {
        Fixture fixture;
        const auto a = fixture.add(u"a.pdf"_s, "x", u"e1"_s);
        const auto b = fixture.add(u"b.pdf"_s);
        FileQuery query;
        query.ids = {b.id, u"dfl-none"_s};
        QCOMPARE(fixture.names(query), QStringList(u"b.pdf"_s));
        query = {};
        query.externalId = u"e1"_s;
        QCOMPARE(fixture.names(query), QStringList(u"a.pdf"_s));
        query = {};
        query.name = u"b.pdf"_s;
        QCOMPARE(fixture.names(query), QStringList(u"b.pdf"_s));
    }

    void removal()
    {
        Fixture fixture;
        const auto file = fixture.add(u"a"_s);
        QVERIFY(fixture.store.remove(file.id));
        QCOMPARE(fixture.store.find(file.id).error().code, ErrorCode::NotFound);
        QCOMPARE(fixture.store.remove(file.id).error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(fixture.store.pathOf(file.id)));
        QVERIFY(QDir(fixture.incoming).isEmpty());
    }

    /// Each state in which a crash can leave the folders.
    void recovery()
    {
        Fixture fixture;
        const auto kept = fixture.add(u"kept"_s, "kept");
        const auto inBoth = fixture.add(u"in both"_s, "both");
        const auto leaving = fixture.add(u"leaving"_s, "leaving");
        // Committed, but the first name was not yet taken away.
        QVERIFY(QFile::copy(fixture.store.pathOf(inBoth.id), fixture.incoming + u'/' + inBoth.id));
        // Moved away, but the row was not yet deleted.
        QVERIFY(QFile::rename(fixture.store.pathOf(leaving.id), fixture.incoming + u'/' + leaving.id));
        // Arriving, and placed without a row.
        QVERIFY(writeFile(fixture.incoming + u"/dfl-arriving"_s, "half"));
        QVERIFY(writeFile(fixture.incoming + u"/dfl-placed"_s, "placed"));
        QVERIFY(writeFile(fixture.store.pathOf(u"dfl-placed"_s), "placed"));

        QVERIFY(fixture.store.recover());
        QVERIFY(QDir(fixture.incoming).isEmpty());
        QCOMPARE(contents(fixture.store.pathOf(kept.id)), "kept");
        QCOMPARE(contents(fixture.store.pathOf(inBoth.id)), "both");
        QCOMPARE(contents(fixture.store.pathOf(leaving.id)), "leaving");
        QCOMPARE(QDir(fixture.files).entryList(QDir::Files).size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestFileStore)
#include "tst_filestore.moc"
