// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/jsonpointer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    /// Names that look like escapes stay what they are.
    void stepsOfPointers()
    {
        QCOMPARE(pointerStep(u"a/b~c"_s), u"a~1b~0c"_s);
        for (const auto &name : {u"~1"_s, u"~01"_s, u"~0/"_s, u"//~~"_s, u""_s})
            QCOMPARE(nameOfStep(pointerStep(name)), name);
    }

    void keepsTheOrderOfMembers()
    {
        const QByteArray text = R"({"zebra":1,"apple":{"b":2,"a":3}})";
        QCOMPARE(toBytes(*parseJson(text)), text);
    }

    void saysWhereATextIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("missing value") << QByteArray("{\n  \"a\": \n}") << u"line 3, column 1"_s;
        QTest::newRow("cut off") << QByteArray("{\"a\": 1") << u"line 1, column 8"_s;
        QTest::newRow("empty") << QByteArray() << u"line 1, column 1"_s;
    }

    void saysWhereATextIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const auto json = parseJson(text);
        QVERIFY(!json);
        QCOMPARE(json.error().code, ErrorCode::InvalidJson);
        QVERIFY2(json.error().detail.startsWith(place), qPrintable(json.error().detail));
    }

    void refusesBottomlessNesting()
    {
        const auto json = parseJson(QByteArray(100'000, '['));
        QVERIFY(!json);
        QCOMPARE(json.error().code, ErrorCode::InvalidJson);
        QVERIFY(parseJson(QByteArray(150, '[') + QByteArray(150, ']')));
    }

    /// Each new member is compared with all before it: a million of them would take hours.
    void refusesTooManyMembers()
    {
        const auto object = [](int members) {
            QByteArray text;
            for (int i = 0; i < members; ++i)
                text += (i > 0 ? ",\"" : "{\"") + QByteArray::number(i) + "\":{\"a\":1}";
            return text + '}';
        };
        QVERIFY(parseJson(object(1000)));
        const auto json = parseJson(object(20'001));
        QVERIFY(!json);
        QCOMPARE(json.error().code, ErrorCode::InvalidJson);
        QVERIFY2(json.error().detail.contains(u"20000 members"_s), qPrintable(json.error().detail));
        // Colons in texts are no members.
        QVERIFY(parseJson("{\"a\":\"" + QByteArray(30'000, ':') + "\"}"));
    }

    void survivesBytesThatAreNoText()
    {
        QVERIFY(!parseJson("\"\xff\xfe\""));
        QCOMPARE(toBytes(Json(std::string("a\xff"))), QByteArray("\"a\xef\xbf\xbd\""));
    }

    void readsMembersByType()
    {
        const auto json = *parseJson(R"({"s":"x","n":1.5,"i":7,"b":true,"z":null})");
        QCOMPARE(stringMember(json, "s"), std::optional(u"x"_s));
        QCOMPARE(numberMember(json, "n"), std::optional(1.5));
        QCOMPARE(integerMember(json, "i"), std::optional(qint64(7)));
        QCOMPARE(boolMember(json, "b"), std::optional(true));
        QVERIFY(!stringMember(json, "n"));
        QVERIFY(!stringMember(json, "z"));
        QVERIFY(!integerMember(json, "missing"));
        QVERIFY(member(Json::array(), "s").is_null());
    }

    void showsValuesAsCellsDo()
    {
        QCOMPARE(displayText(Json("text")), u"text"_s);
        QCOMPARE(displayText(Json(12)), u"12"_s);
        QCOMPARE(displayText(Json(1.5)), u"1.5"_s);
        QCOMPARE(displayText(Json()), QString());
        QCOMPARE(displayText(Json(true)), u"true"_s);
    }

    void readsAndWritesFiles()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"a.json"_s);
        QCOMPARE(readJsonFile(path).error().code, ErrorCode::FileMissing);
        QVERIFY(writeFile(path, "{\"a\":1}"));
        QCOMPARE(*integerMember(*readJsonFile(path), "a"), 1);
        QCOMPARE(readJsonFile(path, 3).error().code, ErrorCode::FileTooLarge);
        QVERIFY(writeFile(path, "{"));
        QCOMPARE(readJsonFile(path).error().place, path);
        QCOMPARE(writeFile(folder.filePath(u"no/such/folder"_s), "x").error().code, ErrorCode::FileNotWritten);
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
