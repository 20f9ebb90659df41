// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/drawnmarks.h"
#include "engine/candidates/tickboxes.h"
#include "engine/extract.h"
#include "engine/pagebuilder.h"
#include "engine/proposal/proposeschema.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

Json valuesOf(const document::PageSource &pages, const QByteArray &schema)
{
    engine::ExtractRequest request;
    request.dataSchema = *parseJson(schema);
    const auto extraction = engine::extract(pages, request);
    return extraction ? domain::plainResult(extraction->result) : Json();
}

QStringList boxesOf(const tests::BuiltPages &pages)
{
    const auto text = pages.read();
    QStringList list;
    for (const auto &box : engine::findTickBoxes(text, {0, int(text.tokens.size())}))
        list << (box.ticked ? u"+"_s : u"-"_s) + text.textOf(box.words);
    return list;
}

} // namespace

class TestForms : public QObject
{
    Q_OBJECT

private slots:
    void boxesStandBeforeOrBehindTheirWords();
    void marksSideBySideAreNamedAbove();
    void factorsAndBulletsAreNoMarks();
    void onlyTickedOptionsCount();
    void answersAreYesOrNo();
    void painterIsAskedWhereOptionsStand();
    void painterIsAskedWhereColumnsMayBeRuled();
    void valuesStandInTheCellOfTheirLabel();
    void labelsMayBeExplainedInBrackets();
    void wholeLabelsComeBeforeTheirParts();
    void labelsMayStandBelowAllFields();
    void sectionsTellEqualLabelsApart();
    void textsGoOnBelow();
    void combsOfLettersAreWords();
    void buttonsAreBoxes();
    void filledFieldsAreProposed();
};

void TestForms::boxesStandBeforeOrBehindTheirWords()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Status: ☐ single ☒ married"_s).text(50, 130, u"single ☐ married ☒"_s);
    QCOMPARE(boxesOf(pages), (QStringList{u"-single"_s, u"+married"_s, u"-single"_s, u"+married"_s}));
}

void TestForms::marksSideBySideAreNamedAbove()
{
    tests::BuiltPages pages;
    pages.page().text(300, 100, u"Yes"_s).text(350, 100, u"No"_s);
    pages.text(50, 120, u"Is it new?"_s).text(306, 120, u"☐"_s).text(353, 120, u"☒"_s);
    pages.text(50, 140, u"Is it paid?"_s).text(306, 140, u"☒"_s).text(353, 140, u"☐"_s);
    QCOMPARE(boxesOf(pages), (QStringList{u"-Yes"_s, u"+No"_s, u"+Yes"_s, u"-No"_s}));
}

void TestForms::factorsAndBulletsAreNoMarks()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"2 x 450 kW"_s).text(50, 120, u"● Led a team"_s);
    QCOMPARE(boxesOf(pages), QStringList());
}

void TestForms::onlyTickedOptionsCount()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Membership: ☐ Full ☒ Reduced ☐ Family"_s);
    const auto values = valuesOf(
        pages, R"({"type":"object","properties":{"membership":{"type":"string","enum":["full","reduced","family"]}}})");
    QVERIFY(values["membership"] == Json("reduced"));
}

void TestForms::answersAreYesOrNo()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Doctor seen? ☐ yes ☒ no"_s).text(50, 130, u"Helmet worn? ☒ yes ☐ no"_s);
    const auto values = valuesOf(
        pages, R"({"type":"object","properties":{"doctor_seen":{"type":"boolean"},"helmet_worn":{"type":"boolean"}}})");
    QVERIFY(values["doctor_seen"] == Json(false));
    QVERIFY(values["helmet_worn"] == Json(true));
}

void TestForms::painterIsAskedWhereOptionsStand()
{
    const auto root = *schema::readFields(*parseJson(
        R"({"type":"object","properties":{"kind":{"type":"string","enum":["full","reduced"]},"total":{"type":"number"}}})"));
    const auto page = [](const QString &words) {
        tests::BuiltPages pages;
        pages.page().text(50, 100, words);
        return document::ReadPage{1, {600, 800}, pages.words(0), 0, {}};
    };
    QVERIFY(engine::mayHaveDrawnBoxes(root, page(u"Kind Full Reduced"_s)));
    QVERIFY(!engine::mayHaveDrawnBoxes(root, page(u"Kind Full"_s)));
    QVERIFY(!engine::mayHaveDrawnBoxes(root, page(u"Kind ☐ Full ☒ Reduced"_s)));
}

void TestForms::painterIsAskedWhereColumnsMayBeRuled()
{
    const auto page = [](double gap) {
        tests::BuiltPages pages;
        pages.page();
        for (int row = 0; row < 3; ++row)
            pages.text(50, 100 + 15 * row, u"Bolts"_s)
                .text(80 + gap, 100 + 15 * row, u"M6"_s)
                .text(92 + 2 * gap, 100 + 15 * row, u"24"_s);
        return document::ReadPage{1, {600, 800}, pages.words(0), 0, {}};
    };
    QVERIFY(engine::mayHaveDrawnRules(page(8)));
    QVERIFY(!engine::mayHaveDrawnRules(page(3)));
    QVERIFY(!engine::mayHaveDrawnRules(page(40)));
}

void TestForms::valuesStandInTheCellOfTheirLabel()
{
    // The cell of the port's label has its value far below; right of it, nearer, is another cell.
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Port of loading"_s).text(155, 100, u"Hall 7"_s).text(50, 135, u"Porto Lume"_s);
    document::ReadPage page{1, {600, 800}, pages.words(0), 0, {}};
    const auto values = [&page] {
        engine::ExtractRequest request;
        request.dataSchema = *parseJson(R"({"type":"object","properties":{"port_of_loading":{"type":"string"}}})");
        const auto extraction = engine::extract({page}, 1, request);
        return extraction ? domain::plainResult(extraction->result) : Json();
    };
    QCOMPARE(values()["port_of_loading"], Json("Hall 7"));
    page.rules.upright = {{40.0 / 600, 90.0 / 800, 0.5 / 600, 60.0 / 800},
                          {150.0 / 600, 90.0 / 800, 0.5 / 600, 60.0 / 800}};
    page.rules.level = {{40.0 / 600, 90.0 / 800, 300.0 / 600, 0.5 / 800},
                        {40.0 / 600, 150.0 / 800, 300.0 / 600, 0.5 / 800}};
    QCOMPARE(values()["port_of_loading"], Json("Porto Lume"));
}

void TestForms::labelsMayBeExplainedInBrackets()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Shipper(Full Name & Address)(托运人):"_s).text(50, 114, u"Lume Glassworks Ltd"_s);
    pages.text(50, 160, u"Service Term(运输条款):CY-CY"_s);
    const auto values = valuesOf(pages, R"({"type":"object","properties":{
      "shipper_name":{"type":"string","description":"Name of the shipper"},"service_term":{"type":"string"}}})");
    QCOMPARE(values["service_term"], Json("CY-CY"));
    QCOMPARE(values["shipper_name"], Json("Lume Glassworks Ltd"));
}

void TestForms::wholeLabelsComeBeforeTheirParts()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Exporting Carrier"_s).text(250, 100, u"Total number of packages"_s);
    pages.text(60, 130, u"Lume Lines"_s).text(310, 130, u"7"_s);
    const auto values = valuesOf(pages, R"({"type":"object","properties":{
      "carrier":{"type":"string","description":"Exporting carrier"},
      "packages":{"type":"integer","description":"Total number of packages"}}})");
    QCOMPARE(values["carrier"], Json("Lume Lines"));
    QCOMPARE(values["packages"], Json(7));
}

void TestForms::labelsMayStandBelowAllFields()
{
    tests::BuiltPages pages;
    pages.page();
    pages.text(50, 100, u"Vandermolen"_s).text(300, 100, u"Theodore"_s);
    pages.text(50, 112, u"Last name"_s).text(300, 112, u"First name"_s);
    pages.text(50, 150, u"Quarry Lane 206"_s).text(300, 150, u"Kettering"_s);
    pages.text(50, 162, u"Street"_s).text(300, 162, u"City"_s);
    const auto values = valuesOf(pages, R"({"type":"object","properties":{"last_name":{"type":"string"},
      "first_name":{"type":"string"},"street":{"type":"string"},"city":{"type":"string"}}})");
    QCOMPARE(values.dump(), parseJson(R"({"last_name":"Vandermolen","first_name":"Theodore","street":"Quarry Lane 206",
      "city":"Kettering"})")
                                ->dump());
}

void TestForms::sectionsTellEqualLabelsApart()
{
    tests::BuiltPages pages;
    pages.page().text(50, 80, u"PATIENT"_s).text(50, 100, u"Name"_s).text(200, 100, u"Tomasz Wilk"_s);
    pages.text(50, 160, u"EMERGENCY CONTACT"_s).text(50, 180, u"Name"_s).text(200, 180, u"Helga Brandt"_s);
    const auto values = valuesOf(pages, R"({"type":"object","properties":{"emergency_contact_name":{"type":"string"},
      "patient_name":{"type":"string"}}})");
    QVERIFY(values["emergency_contact_name"] == Json("Helga Brandt"));
    QVERIFY(values["patient_name"] == Json("Tomasz Wilk"));
}

void TestForms::textsGoOnBelow()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Place"_s).text(200, 100, u"Warehouse"_s);
    pages.text(50, 120, u"What happened"_s).text(200, 120, u"The pallet slipped from"_s);
    pages.text(200, 132, u"the forks of the lorry"_s);
    pages.text(50, 152, u"Days lost"_s).text(200, 152, u"4"_s);
    const auto values = valuesOf(pages, R"({"type":"object","properties":{"what_happened":{"type":"string"}}})");
    QVERIFY(values["what_happened"] == Json("The pallet slipped from the forks of the lorry"));
}

void TestForms::combsOfLettersAreWords()
{
    tests::BuiltPages pages;
    pages.page();
    const auto cells = u"KS-AB1234"_s;
    for (int i = 0; i < cells.size(); ++i)
        pages.text(50 + 14 * i, 100, cells.mid(i, 1));
    const auto text = pages.read();
    QCOMPARE(text.textOf({0, int(text.tokens.size())}), cells);
}

namespace {

using Kind = document::FormField::Kind;

document::FormField button(double x, double y, bool isSet)
{
    return {Kind::CheckBox, u"c"_s, {}, {}, isSet, {}, {x / 600, y / 800, 10.0 / 600, 10.0 / 800}};
}

document::FormField textField(const QString &name, const QString &text, double x, double y)
{
    return {Kind::Text, name, {}, text, false, {}, {x / 600, (y - 2) / 800, 150.0 / 600, 14.0 / 800}};
}

/// Two filled fields, a choice and boxes under the days of a week.
tests::BuiltPages registration()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Surname:"_s).text(130, 100, u"Okafor"_s);
    pages.text(50, 130, u"Occupation:"_s).text(130, 130, u"Glazier"_s);
    pages.text(50, 160, u"Diet:"_s).text(150, 160, u"standard"_s).text(270, 160, u"vegetarian"_s);
    pages.text(200, 190, u"Monday"_s).text(300, 190, u"Tuesday"_s).text(400, 190, u"Friday"_s);
    pages.text(50, 210, u"Canteen"_s).text(50, 230, u"Playgroup"_s);
    return pages;
}

std::vector<document::FormField> fieldsOfRegistration()
{
    return {textField(u"f1"_s, u"Okafor"_s, 128, 100),
            textField(u"f2"_s, u"Glazier"_s, 128, 130),
            button(136, 160, false),
            button(256, 160, true),
            button(212, 210, true),
            button(312, 210, true),
            button(412, 210, false),
            button(212, 230, false),
            button(312, 230, false),
            button(412, 230, true)};
}

} // namespace

void TestForms::buttonsAreBoxes()
{
    const auto pages = registration();
    const tests::BuiltForm form(pages, fieldsOfRegistration());
    const auto values = valuesOf(form, R"({"type":"object","properties":{"surname":{"type":"string"},
      "diet":{"type":"string","enum":["standard","vegetarian"]},
      "canteen":{"type":"array","items":{"type":"string","enum":["Monday","Tuesday","Friday"]}}}})");
    QVERIFY(values["surname"] == Json("Okafor"));
    QVERIFY(values["diet"] == Json("vegetarian"));
    QCOMPARE(values["canteen"].dump(), std::string(R"(["Monday","Tuesday"])"));
}

void TestForms::filledFieldsAreProposed()
{
    const auto pages = registration();
    const tests::BuiltForm form(pages, fieldsOfRegistration());
    const auto schema = engine::proposeSchema({&form, {}});
    QVERIFY(schema);
    const auto &properties = member(*schema, "properties");
    QVERIFY(properties.contains("surname"));
    QVERIFY(properties.contains("occupation"));
    QVERIFY(properties.contains("diet"));
    QCOMPARE(member(properties, "canteen")["items"]["enum"].dump(), std::string(R"(["Monday","Tuesday","Friday"])"));
    for (const auto &[name, property] : properties.items())
        QVERIFY2(!toQString(property["description"]).isEmpty(), name.c_str());
    // The days are no questions of their own.
    QVERIFY(!properties.contains("monday"));
}

QTEST_GUILESS_MAIN(TestForms)
#include "tst_forms.moc"
