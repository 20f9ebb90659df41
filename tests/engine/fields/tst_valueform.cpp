// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"
#include "engine/fields/valueform.h"

#include <QTest>

using namespace xs;
using namespace xs::engine;
using namespace Qt::StringLiterals;

namespace {

ValueForm formOf(const QByteArray &keywords)
{
    const auto root =
        schema::readFields(*parseJson(R"({"type":"object","properties":{"x":{"type":"string",)" + keywords + "}}}"));
    return ValueForm(root->children.front());
}

} // namespace

/// What schemas say of the form of values: patterns, examples, alternatives.
class TestValueForm : public QObject
{
    Q_OBJECT

private slots:
    void patternsAreKept();
    void examplesHaveAShape();
    void endlessPatternsEnd();
    void valuesAreFoundByTheirForm();
    void formsChooseAmongWords();
    void descriptionsNameAlternatives_data();
    void descriptionsNameAlternatives();
    void alternativesAreFoundWithoutLabel();
};

void TestValueForm::patternsAreKept()
{
    const auto form = formOf(R"("pattern":"^[A-Z]{2}\\d{4}$")");
    QVERIFY(form.isKnown() && form.isRequired() && form.isTelling());
    QCOMPARE(form.valueOf(u"AB1234"_s), u"AB1234"_s);
    QCOMPARE(form.valueOf(u"AB 12 34"_s), u"AB1234"_s);
    QVERIFY(!form.valueOf(u"AB123"_s));
    // Any word fits, so that none is told by it.
    const auto words = formOf(R"("pattern":"^[A-Za-z ]+$")"), anywhere = formOf(R"("pattern":"\\d")"),
               broken = formOf("\"pattern\":\"^(\""), none = formOf(R"("title":"x")");
    QVERIFY(!words.isTelling());
    QVERIFY(!anywhere.isTelling());
    QVERIFY(!broken.isKnown());
    QVERIFY(!none.isKnown());
}

void TestValueForm::examplesHaveAShape()
{
    const auto form = formOf(R"("examples":["INV-2024/001"])");
    QVERIFY(form.isKnown() && !form.isRequired() && form.isTelling());
    QVERIFY(form.valueOf(u"RE-1/27"_s));
    QVERIFY(!form.valueOf(u"RE-127"_s));
    const auto english = formOf("\"description\":\"Distance, e.g. 100m\""),
               german = formOf("\"description\":\"Strecke (z. B. 100m)\""),
               town = formOf("\"description\":\"Town, e.g. Leeds\""), digit = formOf("\"description\":\"e.g. 5\"");
    QVERIFY(english.valueOf(u"50m"_s));
    QVERIFY(german.valueOf(u"50m"_s));
    QVERIFY(!town.isKnown());
    QVERIFY(!digit.isTelling());
}

/// Tried for years without a limit.
void TestValueForm::endlessPatternsEnd()
{
    const auto form = formOf(R"("pattern":"^(\\w+)+\\d$")");
    QVERIFY(!form.valueOf(QString(60, u'a') + u'!'));
}

void TestValueForm::valuesAreFoundByTheirForm()
{
    tests::BuiltPages pages;
    pages.page().text(40, 60, u"Consignment from Leeds"_s).text(40, 100, u"KLM-4471"_s).text(300, 100, u"Ref 99812"_s);
    const auto result = tests::valuesOf(pages, R"("parcel":{"type":"string","pattern":"^[A-Z]{3}-\\d{4}$"})");
    QCOMPARE(result["parcel"], Json("KLM-4471"));
}

void TestValueForm::formsChooseAmongWords()
{
    tests::BuiltPages pages;
    pages.page().text(40, 60, u"Reference: old 2291 new KLM 4471"_s);
    const auto result = tests::valuesOf(pages, R"("reference":{"type":"string","pattern":"^[A-Z]{3}\\d{4}$"})");
    QCOMPARE(result["reference"], Json("KLM4471"));
}

void TestValueForm::descriptionsNameAlternatives_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("two") << u"MEN or WOMEN"_s << QStringList{u"MEN"_s, u"WOMEN"_s};
    QTest::newRow("several, quoted") << u"\"S\", \"M\" or \"L\"."_s << QStringList{u"S"_s, u"M"_s, u"L"_s};
    QTest::newRow("German") << u"NEU oder ALT"_s << QStringList{u"NEU"_s, u"ALT"_s};
    QTest::newRow("words of a sentence") << u"Name or address"_s << QStringList();
    QTest::newRow("more is said") << u"MEN or WOMEN, as printed"_s << QStringList();
}

void TestValueForm::descriptionsNameAlternatives()
{
    QFETCH(QString, description);
    QFETCH(QStringList, values);
    QCOMPARE(alternativesIn(description), values);
}

void TestValueForm::alternativesAreFoundWithoutLabel()
{
    tests::BuiltPages pages;
    pages.page().text(40, 60, u"Event No. 17"_s).text(200, 60, u"WOMEN"_s).text(300, 60, u"200m"_s);
    const auto result = tests::valuesOf(pages, R"("gender":{"type":"string","description":"MEN or WOMEN"},
        "distance":{"type":"string","description":"Distance, e.g. 100m"})");
    QCOMPARE(result["gender"], Json("WOMEN"));
    QCOMPARE(result["distance"], Json("200m"));
}

QTEST_GUILESS_MAIN(TestValueForm)
#include "tst_valueform.moc"
