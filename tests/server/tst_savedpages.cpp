// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/savedpages.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestSavedPages : public QObject
{
    Q_OBJECT

private slots:
    void wordsComeBack()
    {
        document::ReadPage layer{
            3,
            {595.28, 841.89},
            {{u"INV-"_s, {0.1, 0.2, 0.05, 0.01}, false, 1}, {u"42 ä"_s, {0.15, 0.2, 1.0 / 3, 0.01}, true, 1}},
            90,
            {{{0.5, 0.5, 0.25, 0.125}, u"Invoice number"_s}}};
        document::ReadPage picture{7, {612, 792}, {{u"read"_s, {0, 0, 1, 1}, true, 0.87}}, 0, {}};
        const auto bytes = toBytes(savedPages({layer, picture}, 9));
        const auto json = parseJson(bytes);
        QVERIFY(json);
        const auto saved = readSavedPages(*json);
        QVERIFY(saved);
        QCOMPARE(saved->pageCount, 9);
        QCOMPARE(saved->pages.size(), 2u);
        QCOMPARE(saved->pages[0], layer);
        QCOMPARE(saved->pages[1], picture);
        // Rectangles compare roughly; no digit is lost either.
        QCOMPARE(toBytes(savedPages(saved->pages, saved->pageCount)), bytes);
    }

    void brokenListsAreRefused()
    {
        auto json = savedPages({{1, {1, 1}, {{u"a"_s, {0, 0, 1, 1}}}, 0, {}}}, 1);
        json["pages"][0]["boxes"].erase(3);
        QCOMPARE(readSavedPages(json).error().code, ErrorCode::StoreCorrupt);
        QCOMPARE(readSavedPages(Json()).error().code, ErrorCode::StoreCorrupt);
        json = savedPages({{1, {1, 1}, {}, 0, {}}}, 1);
        json["pages"][0]["joined"].push_back(5);
        QCOMPARE(readSavedPages(json).error().code, ErrorCode::StoreCorrupt);
    }
};

QTEST_GUILESS_MAIN(TestSavedPages)
#include "tst_savedpages.moc"
