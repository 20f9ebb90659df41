// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract.h"
#include "engine/pagebuilder.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

const QByteArray posts = R"({"type":"object","properties":{
 "work_experience":{"type":"array","items":{"type":"object","properties":{
  "job_title":{"type":"string"},"employer":{"type":"string"},"city":{"type":"string"},
  "start":{"type":"string","description":"First month, YYYY-MM"},
  "end":{"type":["string","null"],"description":"Last month, YYYY-MM"}}}}}})";

/// The result under the only property of the schema.
QString read(const tests::BuiltPages &pages, const QByteArray &schema = posts)
{
    engine::ExtractRequest request;
    request.dataSchema = *parseJson(schema);
    request.extractionTarget = domain::target::perDocument.toString();
    const auto found = engine::extract(pages, request);
    return found ? toQString(domain::plainResult(found->result).begin()->dump()) : QString();
}

QString expected(const QByteArray &rows)
{
    return toQString(parseJson(rows)->dump());
}

} // namespace

/// Entries below a heading, as a résumé has them.
class TestSections : public QObject
{
    Q_OBJECT

private slots:
    void periodsBelowTitles();
    void periodsAtTheLeft();
    void periodsWithoutBlanks_data();
    void periodsWithoutBlanks();
    void periodsThatGoOnBelow();
    void headingsAtTheLeft();
    void placesAtTheRight();
    void onlyTheEndIsAskedFor();
    void smallCapitalsAreHeadings();
    void entriesOfOneLine();
    void listsBesideTheirLabels();
};

void TestSections::periodsBelowTitles()
{
    tests::BuiltPages pages;
    pages.page();
    pages.text(50, 100, u"WORK EXPERIENCE"_s);
    pages.text(50, 120, u"Baker - Pond Lane Bakery"_s).text(50, 132, u"January 2021 - Present"_s);
    pages.text(60, 146, u"Bread of all kinds"_s);
    pages.text(50, 170, u"Apprentice - Mill Holdings"_s).text(50, 182, u"March 2018 - December 2020"_s);
    pages.text(50, 220, u"EDUCATION"_s);
    pages.text(50, 240, u"BSc - Food Science, Harbour University"_s).text(50, 252, u"2014-09 - 2017-06"_s);
    const QByteArray withoutCity = QByteArray(posts).replace(R"("city":{"type":"string"},)", "");
    QCOMPARE(read(pages, withoutCity), expected(R"([
      {"job_title":"Baker","employer":"Pond Lane Bakery","start":"2021-01","end":null},
      {"job_title":"Apprentice","employer":"Mill Holdings","start":"2018-03","end":"2020-12"}])"));
    QCOMPARE(read(pages, R"({"type":"object","properties":{
      "education":{"type":"array","items":{"type":"object","properties":{"degree":{"type":"string"},
      "institution":{"type":"string"},"start":{"type":"string","description":"Start month as YYYY-MM"}}}}}})"),
             expected(R"([{"degree":"BSc - Food Science","institution":"Harbour University","start":"2014-09"}])"));
}

void TestSections::periodsAtTheLeft()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"WORK EXPERIENCE"_s);
    pages.text(50, 120, u"09/2018 - present"_s).text(250, 120, u"Head of Quality"_s);
    pages.text(250, 132, u"Hill Herbs Ltd, Northam"_s);
    pages.text(250, 144, u"Leads a team of seven and the audits."_s);
    pages.text(50, 170, u"Mar - Aug 2017"_s).text(250, 170, u"Trainee, Valley Dairy Ltd, Westley"_s);
    pages.text(250, 182, u"Tests of milk."_s);
    pages.text(50, 220, u"EDUCATION"_s);
    QCOMPARE(read(pages), expected(R"([
      {"job_title":"Head of Quality","employer":"Hill Herbs Ltd","city":"Northam","start":"2018-09","end":null},
      {"job_title":"Trainee","employer":"Valley Dairy Ltd","city":"Westley","start":"2017-03","end":"2017-08"}])"));
}

void TestSections::periodsWithoutBlanks_data()
{
    QTest::addColumn<QString>("period");
    QTest::newRow("en dash") << u"Sep 2018–Mar 2020"_s;
    QTest::newRow("hyphen") << u"Sep 2018-Mar 2020"_s;
    QTest::newRow("numbers") << u"09/2018–03/2020"_s;
    QTest::newRow("numbers and hyphen") << u"09/2018-03/2020"_s;
    QTest::newRow("points") << u"09.2018 - 03.2020"_s;
    QTest::newRow("as in a file") << u"2018-09 – 2020-03"_s;
}

void TestSections::periodsWithoutBlanks()
{
    QFETCH(QString, period);
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"WORK EXPERIENCE"_s);
    pages.text(50, 120, u"Cook, Mill House, Westley"_s).text(420, 120, period);
    QCOMPARE(read(pages), expected(R"([
      {"job_title":"Cook","employer":"Mill House","city":"Westley","start":"2018-09","end":"2020-03"}])"));
}

void TestSections::periodsThatGoOnBelow()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"WORK EXPERIENCE"_s);
    pages.text(50, 120, u"Jan 2018 - Feb"_s).text(250, 120, u"Engineer, Ravel Works Ltd, Northam"_s);
    pages.text(50, 132, u"2022"_s).text(250, 132, u"Measured a tunnel as it was driven."_s);
    QCOMPARE(read(pages), expected(R"([{"job_title":"Engineer","employer":"Ravel Works Ltd","city":"Northam",
      "start":"2018-01","end":"2022-02"}])"));
}

void TestSections::headingsAtTheLeft()
{
    tests::BuiltPages pages;
    pages.page().text(50, 60, u"SUMMARY"_s).text(200, 60, u"Cook with a name for fish"_s);
    pages.text(50, 100, u"WORK EXPERIENCE"_s).text(200, 100, u"Head Cook, Pond Inn Ltd"_s);
    pages.text(450, 100, u"2019-04 - 2021-02"_s);
    pages.text(200, 130, u"Cook, Mill House Ltd"_s).text(450, 130, u"2015-06 - 2019-03"_s);
    pages.text(50, 160, u"EDUCATION"_s).text(200, 160, u"Harbour College"_s).text(450, 160, u"2010-09 - 2012-06"_s);
    const QByteArray withoutCity = QByteArray(posts).replace(R"("city":{"type":"string"},)", "");
    QCOMPARE(read(pages, withoutCity), expected(R"([
      {"job_title":"Head Cook","employer":"Pond Inn Ltd","start":"2019-04","end":"2021-02"},
      {"job_title":"Cook","employer":"Mill House Ltd","start":"2015-06","end":"2019-03"}])"));
}

void TestSections::placesAtTheRight()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"WORK EXPERIENCE"_s);
    pages.text(50, 120, u"Software Engineer"_s).text(420, 120, u"June 2020 - Feb 2023"_s);
    pages.text(50, 132, u"Quill Payments"_s).text(480, 132, u"Northam"_s);
    pages.text(50, 160, u"Intern"_s).text(420, 160, u"May 2019 - Aug 2019"_s);
    pages.text(50, 172, u"Finch Marine"_s).text(480, 172, u"Westley"_s);
    QCOMPARE(read(pages), expected(R"([
      {"job_title":"Software Engineer","employer":"Quill Payments","city":"Northam","start":"2020-06","end":"2023-02"},
      {"job_title":"Intern","employer":"Finch Marine","city":"Westley","start":"2019-05","end":"2019-08"}])"));
}

void TestSections::onlyTheEndIsAskedFor()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"EDUCATION"_s);
    pages.text(50, 120, u"Harbour College"_s).text(420, 120, u"2010-09 - 2012-06"_s);
    QCOMPARE(read(pages, R"({"type":"object","properties":{"education":{"type":"array","items":{"type":"object",
      "properties":{"institution":{"type":"string"},"end":{"type":"string","description":"End month, YYYY-MM"}}}}}})"),
             expected(R"([{"institution":"Harbour College","end":"2012-06"}])"));
}

/// Fonts without small capitals take them from a smaller size, which parts the words.
void TestSections::smallCapitalsAreHeadings()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"W"_s).text(57, 100, u"ORK"_s).text(81, 100, u"E"_s).text(88, 100, u"XPERIENCE"_s);
    pages.text(50, 120, u"Baker, Pond Lane Bakery, Northam"_s).text(420, 120, u"January 2021 - Present"_s);
    pages.text(50, 160, u"Cook, Mill House, Westley"_s).text(420, 160, u"May 2019 - Aug 2019"_s);
    QCOMPARE(read(pages), expected(R"([
      {"job_title":"Baker","employer":"Pond Lane Bakery","city":"Northam","start":"2021-01","end":null},
      {"job_title":"Cook","employer":"Mill House","city":"Westley","start":"2019-05","end":"2019-08"}])"));
}

void TestSections::entriesOfOneLine()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Languages: Welsh (native), Danish (B1, since 2019), Polish"_s);
    pages.text(50, 120, u"Certifications: First Aid (2024), Crane Driver (2022)"_s);
    QCOMPARE(read(pages, R"({"type":"object","properties":{"languages":{"type":"array","items":{"type":"object",
      "properties":{"language":{"type":"string"},"level":{"type":"string"}}}}}})"),
             expected(R"([{"language":"Welsh","level":"native"},{"language":"Danish","level":"B1"},
                         {"language":"Polish","level":null}])"));
    QCOMPARE(read(pages, R"({"type":"object","properties":{"certifications":{"type":"array","items":{"type":"object",
      "properties":{"name":{"type":"string"},"year":{"type":"integer"}}}}}})"),
             expected(R"([{"name":"First Aid","year":2024},{"name":"Crane Driver","year":2022}])"));
}

void TestSections::listsBesideTheirLabels()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Languages"_s).text(200, 100, u"Welsh (fluent), Danish"_s);
    pages.text(50, 120, u"Skills"_s).text(200, 120, u"Welding, Brazing,"_s);
    pages.text(200, 132, u"Grinding"_s);
    pages.text(50, 150, u"Licence"_s).text(200, 150, u"Class B"_s);
    QCOMPARE(read(pages, R"({"type":"object","properties":{"languages":{"type":"array","items":{"type":"string"}}}})"),
             expected(R"x(["Welsh (fluent)","Danish"])x"));
    QCOMPARE(read(pages, R"({"type":"object","properties":{"skills":{"type":"array","items":{"type":"string"}}}})"),
             expected(R"(["Welding","Brazing","Grinding"])"));
}

QTEST_APPLESS_MAIN(TestSections)
#include "tst_sections.moc"
