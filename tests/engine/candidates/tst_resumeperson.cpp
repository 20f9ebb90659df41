// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

/// The person whom a résumé is about.
class TestResumePerson : public QObject
{
    Q_OBJECT

private slots:
    void nameAndHeadlineAtTheTop();
    void partsOfTheName();
    void namesBesideTheirHeading();
    void addressBesideTheName();
    void otherDocumentsHaveNoPerson();
};

namespace {

/// A résumé whose head says what `words` are, one line for each.
tests::BuiltPages resume(const QStringList &words)
{
    tests::BuiltPages pages;
    pages.page();
    double y = 50;
    for (const auto &line : words)
        pages.text(50, y += 12, line);
    pages.text(50, 200, u"EXPERIENCE"_s).text(50, 220, u"Baker, Pond Lane Bakery Ltd, 2019 - 2021"_s);
    pages.text(50, 260, u"EDUCATION"_s).text(50, 280, u"Baking, Harbour College, 2015 - 2018"_s);
    return pages;
}

} // namespace

void TestResumePerson::nameAndHeadlineAtTheTop()
{
    const auto values = tests::valuesOf(
        resume({u"Curriculum Vitae"_s, u"Maud van Hill"_s, u"Baker of bread"_s, u"28 years, Westley"_s}),
        R"("name":{"type":"string"},"headline":{"type":"string"},"age":{"type":"integer"})");
    QCOMPARE(values["name"].get<std::string>(), "Maud van Hill");
    QCOMPARE(values["headline"].get<std::string>(), "Baker of bread");
    QCOMPARE(values["age"].get<int>(), 28);
}

void TestResumePerson::partsOfTheName()
{
    const auto values =
        tests::valuesOf(resume({u"Maud Ann HILL-FARM"_s}), R"("prenom":{"type":"string"},"nom":{"type":"string"})");
    QCOMPARE(values["prenom"].get<std::string>(), "Maud Ann");
    QCOMPARE(values["nom"].get<std::string>(), "HILL-FARM");
}

void TestResumePerson::namesBesideTheirHeading()
{
    const auto values =
        tests::valuesOf(resume({u"PERSONAL INFORMATION Maud Hill"_s}), R"("full_name":{"type":"string"})");
    QCOMPARE(values["full_name"].get<std::string>(), "Maud Hill");
}

void TestResumePerson::addressBesideTheName()
{
    const auto address = tests::valuesOf(resume({u"Maud Hill · Am Hang 5, 48155 Moorburg · 0170 4455667"_s}),
                                         R"("Anschrift":{"type":"string"})");
    QCOMPARE(address["Anschrift"].get<std::string>(), "Am Hang 5, 48155 Moorburg");
}

void TestResumePerson::otherDocumentsHaveNoPerson()
{
    tests::BuiltPages pages;
    pages.page().text(50, 60, u"Pond Lane"_s).text(50, 100, u"The bridge is closed from today on."_s);
    QVERIFY(tests::valuesOf(pages, R"("name":{"type":"string"})")["name"].is_null());
}

QTEST_GUILESS_MAIN(TestResumePerson)
#include "tst_resumeperson.moc"
