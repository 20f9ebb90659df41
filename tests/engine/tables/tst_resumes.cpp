// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;
using tests::addRow;

/// Sections of résumés in layouts and words of many kinds.
class TestResumes : public QObject
{
    Q_OBJECT

private slots:
    void labelsThatEveryEntryRepeats();
    void sectionsSideBySide();
    void periodsThatEndAtOneEdge();
    void titlesThatGoOnBelow();
    void listsThatOnlyTheirFieldsTell();
    void headingsInOtherLanguages();
    void headingsOfTwoThings();
    void feetAreNoEntries();
    void townsBehindADot();
    void degreesWithSubjects();
    void gradesBehindTheirWord();
    void periodsAsPrinted();
    void yearsOfLongAgoAndOfStudies();
    void proseIsNoEmployer();
    void placesBelowPeriods();
    void languagesInTwoColumns();
    void languagesBelowEachOther();
    void namesOnly();
    void chipsOfSkills();
    void entriesBehindMarks();
    void endsApartFromTheirPeriod();
    void tablesEndWithTheirSection();
};

namespace {

Json listOf(const document::PageSource &pages, const QByteArray &name, const QByteArray &fields)
{
    const auto values = tests::valuesOf(
        pages, "\"" + name + R"(":{"type":"array","items":{"type":"object","properties":{)" + fields + "}}}");
    return values.is_object() ? values[name.toStdString()] : Json();
}

QString dumped(const Json &json)
{
    return toQString(json.dump());
}

QString expected(const QByteArray &rows)
{
    return toQString(parseJson(rows)->dump());
}

const QByteArray post = R"("title":{"type":"string"},"employer":{"type":"string"},
    "start":{"type":"string","description":"YYYY-MM"},"end":{"type":["string","null"],"description":"YYYY-MM"})";
const QByteArray school = R"("degree":{"type":"string"},"school":{"type":"string"},"start_year":{"type":"integer"},
    "end_year":{"type":"integer"})";

} // namespace

void TestResumes::labelsThatEveryEntryRepeats()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"WORK EXPERIENCE"_s);
    pages.text(50, 120, u"Company: Pond Haulage Ltd"_s).text(50, 132, u"Position: Head, Inland Logistics"_s);
    addRow(pages, 144, {{50, u"From: June 2019"_s}, {160, u"To: Date"_s}});
    pages.text(50, 156, u"Reporting to: Operating Officer"_s).text(50, 168, u"Responsibilities:"_s);
    pages.text(60, 180, u"• Led a fleet of trucks."_s);
    pages.text(50, 200, u"Company: Mill Brewery Plc"_s).text(50, 212, u"Position: Manager"_s);
    addRow(pages, 224, {{50, u"From: May 2014"_s}, {160, u"To: May 2019"_s}});
    pages.text(50, 236, u"Reporting to: Director"_s);
    pages.text(50, 270, u"EDUCATION"_s).text(50, 290, u"Institution: Harbour College"_s);
    QCOMPARE(dumped(listOf(pages, "experience",
                           R"("company":{"type":"string"},"position":{"type":"string"},
        "from":{"type":"string","description":"YYYY-MM"},"to":{"type":["string","null"],"description":"YYYY-MM"},
        "reportsTo":{"type":"string"})")),
             expected(R"([
      {"company":"Pond Haulage Ltd","position":"Head, Inland Logistics","from":"2019-06","to":null,
       "reportsTo":"Operating Officer"},
      {"company":"Mill Brewery Plc","position":"Manager","from":"2014-05","to":"2019-05","reportsTo":"Director"}])"));
}

void TestResumes::sectionsSideBySide()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{30, u"EDUCATION"_s}, {220, u"EXPERIENCE"_s}});
    addRow(pages, 120, {{30, u"MBA"_s}, {220, u"Product Manager"_s}});
    addRow(pages, 132, {{30, u"Harbour University"_s}, {220, u"Finch Software"_s}, {420, u"Jul 2017 - Jul 2019"_s}});
    addRow(pages, 144, {{30, u"2015 - 2017"_s}, {220, u"Ran the first study of prices with customers."_s}});
    addRow(pages, 170, {{30, u"LANGUAGES"_s}, {220, u"Business Analyst"_s}});
    addRow(pages, 182, {{30, u"Welsh - Native"_s}, {220, u"Mill Plans"_s}, {420, u"Sep 2011 - Jun 2015"_s}});
    addRow(pages, 194, {{30, u"Danish - Fluent"_s}, {220, u"Automated the reports of every month."_s}});
    QCOMPARE(dumped(listOf(pages, "jobs", post)), expected(R"([
      {"title":"Product Manager","employer":"Finch Software","start":"2017-07","end":"2019-07"},
      {"title":"Business Analyst","employer":"Mill Plans","start":"2011-09","end":"2015-06"}])"));
    QCOMPARE(dumped(listOf(pages, "education", school)),
             expected(R"([{"degree":"MBA","school":"Harbour University","start_year":2015,"end_year":2017}])"));
    QCOMPARE(dumped(listOf(pages, "languages", R"("language":{"type":"string"},"level":{"type":"string"})")),
             expected(R"([{"language":"Welsh","level":"Native"},{"language":"Danish","level":"Fluent"}])"));
}

void TestResumes::periodsThatEndAtOneEdge()
{
    tests::BuiltPages pages;
    pages.page().endAt(180, 100, u"WORK EXPERIENCE"_s);
    pages.endAt(180, 120, u"August 2012 - Present"_s).text(200, 120, u"Independent consultant"_s);
    pages.text(200, 132, u"Council of Youth"_s);
    pages.endAt(180, 160, u"May 2011"_s).text(200, 160, u"Internship"_s).text(200, 172, u"Commission of the Sea"_s);
    pages.endAt(180, 200, u"EDUCATION"_s).endAt(180, 220, u"1997 - 2001"_s).text(200, 220, u"PhD"_s);
    QCOMPARE(dumped(listOf(pages, "work_experience", post)), expected(R"([
      {"title":"Independent consultant","employer":"Council of Youth","start":"2012-08","end":null},
      {"title":"Internship","employer":"Commission of the Sea","start":"2011-05","end":null}])"));
}

void TestResumes::titlesThatGoOnBelow()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"EDUCATION"_s);
    addRow(pages, 120, {{50, u"1992 - 1994"_s}, {150, u"Studies in General Economics at the Univer-"_s}});
    pages.text(150, 132, u"sity of Westley"_s);
    addRow(pages, 160, {{50, u"1995 - 1999"_s}, {150, u"Studies in Quaternary Science, University of"_s}});
    pages.text(150, 172, u"Northam"_s);
    pages.text(50, 200, u"SKILLS"_s).text(50, 220, u"Welding"_s);
    QCOMPARE(dumped(listOf(pages, "education", school)), expected(R"([
      {"degree":"Studies in General Economics","school":"University of Westley","start_year":1992,"end_year":1994},
      {"degree":"Studies in Quaternary Science","school":"University of Northam","start_year":1995,"end_year":1999}])"));
}

/// "Held" is no word for posts; the list's fields say that it asks for them.
void TestResumes::listsThatOnlyTheirFieldsTell()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"EMPLOYMENT"_s);
    addRow(pages, 120, {{50, u"Baker, Pond Lane Bakery Ltd"_s}, {400, u"May 2019 - June 2021"_s}});
    pages.text(50, 150, u"EDUCATION"_s);
    addRow(pages, 170, {{50, u"Baking, Harbour College"_s}, {400, u"2015 - 2018"_s}});
    QCOMPARE(dumped(listOf(pages, "held", post)),
             expected(R"([{"title":"Baker","employer":"Pond Lane Bakery Ltd","start":"2019-05","end":"2021-06"}])"));
}

void TestResumes::headingsInOtherLanguages()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"DOŚWIADCZENIE ZAWODOWE"_s);
    addRow(pages, 120, {{50, u"Starszy automatyk"_s}, {400, u"03.2020 – obecnie"_s}});
    pages.text(50, 132, u"Zakłady Wzorcowe S.A., Gdynia"_s);
    pages.text(50, 170, u"WYKSZTAŁCENIE"_s);
    addRow(pages, 190, {{50, u"Technik elektryk"_s}, {400, u"09.2006 – 06.2010"_s}});
    pages.text(50, 202, u"Szkoła Morska"_s);
    QCOMPARE(dumped(listOf(pages, "praca", R"("stanowisko":{"type":"string"},"firma":{"type":"string"},
      "miejscowosc":{"type":"string"},"od":{"type":"string","description":"YYYY-MM"},
      "do":{"type":["string","null"],"description":"YYYY-MM"})")),
             expected(R"([{"stanowisko":"Starszy automatyk","firma":"Zakłady Wzorcowe S.A.","miejscowosc":"Gdynia",
      "od":"2020-03","do":null}])"));
    QCOMPARE(dumped(listOf(pages, "edukacja", R"("tytul":{"type":"string"},"szkola":{"type":"string"},
      "od":{"type":"string","description":"YYYY-MM"},"do":{"type":"string","description":"YYYY-MM"})")),
             expected(R"([{"tytul":"Technik elektryk","szkola":"Szkoła Morska","od":"2006-09","do":"2010-06"}])"));
}

void TestResumes::headingsOfTwoThings()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"STUDIUM UND AUSBILDUNG"_s);
    addRow(pages, 120, {{50, u"10/2011 – 01/2014"_s}, {200, u"Master Chemie"_s}});
    pages.text(200, 132, u"Hochschule Leinetal"_s);
    pages.text(50, 170, u"SPRACHEN UND KENNTNISSE"_s).text(50, 190, u"Deutsch"_s);
    QCOMPARE(dumped(listOf(pages, "Ausbildung", R"("Abschluss":{"type":"string"},"Einrichtung":{"type":"string"},
      "Ende":{"type":"string","description":"YYYY-MM"})")),
             expected(R"([{"Abschluss":"Master Chemie","Einrichtung":"Hochschule Leinetal","Ende":"2014-01"}])"));
}

void TestResumes::feetAreNoEntries()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"EMPLOYMENT"_s);
    addRow(pages, 120, {{50, u"May 2019 - June 2021"_s}, {250, u"Baker, Pond Lane Bakery Ltd"_s}});
    addRow(pages, 770, {{50, u"March 2025"_s}, {250, u"Page one"_s}});
    pages.page().text(50, 100, u"EDUCATION"_s);
    QCOMPARE(listOf(pages, "jobs", post).size(), 1U);
}

void TestResumes::townsBehindADot()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"EXPERIENCIA"_s);
    addRow(pages, 120, {{50, u"Jefe de obra"_s}, {300, u"sept. 2016 – dic. 2019"_s}});
    pages.text(50, 132, u"Obras del Valle, S.L. · Villanueva"_s);
    pages.text(50, 170, u"FORMACIÓN"_s);
    QCOMPARE(dumped(listOf(pages, "experiencia", R"("puesto":{"type":"string"},"empresa":{"type":"string"},
      "lugar":{"type":"string"},"inicio":{"type":"string","description":"AAAA-MM"},
      "fin":{"type":["string","null"],"description":"AAAA-MM"})")),
             expected(R"([{"puesto":"Jefe de obra","empresa":"Obras del Valle, S.L.","lugar":"Villanueva",
      "inicio":"2016-09","fin":"2019-12"}])"));
}

void TestResumes::degreesWithSubjects()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"EDUCATION"_s);
    addRow(pages, 120, {{50, u"2012"_s}, {150, u"PhD, Geography, University of Westley. Thesis: Old ice"_s}});
    addRow(pages, 150, {{50, u"2007"_s}, {150, u"BSc, Geology, University of Northam"_s}});
    pages.text(50, 200, u"SKILLS"_s).text(50, 220, u"Welding"_s);
    QCOMPARE(dumped(listOf(pages, "degrees", R"("degree":{"type":"string","enum":["PhD","MSc","BSc"]},
      "subject":{"type":"string"},"university":{"type":"string"},"year":{"type":"integer"})")),
             expected(R"([{"degree":"PhD","subject":"Geography","university":"University of Westley.","year":2012},
      {"degree":"BSc","subject":"Geology","university":"University of Northam","year":2007}])"));
}

void TestResumes::gradesBehindTheirWord()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"EDUCATION"_s);
    addRow(pages, 120, {{50, u"BSc Physics (Grade 1.6)"_s}, {400, u"2010 - 2013"_s}});
    pages.text(50, 132, u"Harbour College"_s);
    pages.text(50, 170, u"SKILLS"_s).text(50, 190, u"Welding"_s);
    QCOMPARE(dumped(listOf(pages, "education", R"("degree":{"type":"string"},"grade":{"type":"number"},
      "school":{"type":"string"},"end_year":{"type":"integer"})")),
             expected(R"([{"degree":"BSc Physics","grade":1.6,"school":"Harbour College","end_year":2013}])"));
}

void TestResumes::periodsAsPrinted()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"WERDEGANG"_s);
    addRow(pages, 120, {{50, u"seit WS 2016/17"_s}, {200, u"Professur für Chemie, Universität Leinetal"_s}});
    addRow(pages, 140, {{50, u"2011–2016"_s}, {200, u"Akademische Rätin, Universität Moorburg"_s}});
    pages.text(50, 170, u"AUSBILDUNG"_s);
    QCOMPARE(dumped(listOf(pages, "werdegang", R"("zeitraum":{"type":"string","description":"wie gedruckt"},
      "stelle":{"type":"string"},"einrichtung":{"type":"string"})")),
             expected(R"([
      {"zeitraum":"seit WS 2016/17","stelle":"Professur für Chemie","einrichtung":"Universität Leinetal"},
      {"zeitraum":"2011–2016","stelle":"Akademische Rätin","einrichtung":"Universität Moorburg"}])"));
}

void TestResumes::yearsOfLongAgoAndOfStudies()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"EDUCATION"_s);
    addRow(pages, 120, {{50, u"1838–1844"_s}, {150, u"Reading, Harbour School"_s}});
    pages.text(50, 170, u"SKILLS"_s).text(50, 190, u"Welding"_s);
    QCOMPARE(dumped(listOf(pages, "education", school)),
             expected(R"([{"degree":"Reading","school":"Harbour School","start_year":1838,"end_year":1844}])"));
}

void TestResumes::proseIsNoEmployer()
{
    tests::BuiltPages pages;
    pages.page().text(250, 100, u"EXPERIENCE"_s);
    addRow(pages, 120, {{50, u"Jan 2018 - May 2019"_s}, {200, u"Councillor, Town of Westley"_s}});
    pages.text(200, 140, u"Championed several improvements and served for years"_s);
    pages.text(250, 180, u"EDUCATION"_s);
    QCOMPARE(dumped(listOf(pages, "experience", post)),
             expected(R"([{"title":"Councillor","employer":"Town of Westley","start":"2018-01","end":"2019-05"}])"));
}

void TestResumes::placesBelowPeriods()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"EXPERIENCE"_s);
    addRow(pages, 120, {{50, u"2018 - 2019"_s}, {200, u"Councillor, Town Hall"_s}});
    pages.text(50, 132, u"Westley, Wales"_s);
    pages.text(50, 180, u"EDUCATION"_s);
    QCOMPARE(dumped(listOf(pages, "experience", R"("position":{"type":"string"},"organisation":{"type":"string"},
      "start_year":{"type":"integer"},"end_year":{"type":"integer"},"place":{"type":"string"})")),
             expected(R"([{"position":"Councillor","organisation":"Town Hall","start_year":2018,"end_year":2019,
      "place":"Westley, Wales"}])"));
}

void TestResumes::languagesInTwoColumns()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"IDIOMAS"_s);
    addRow(pages, 120, {{50, u"Castellano"_s}, {250, u"Lengua materna"_s}});
    addRow(pages, 132, {{50, u"Galés"_s}, {250, u"C1 (curso, 2018)"_s}});
    pages.text(50, 160, u"FORMACIÓN"_s);
    QCOMPARE(dumped(listOf(pages, "idiomas", R"("idioma":{"type":"string"},"nivel":{"type":"string"})")),
             expected(R"([{"idioma":"Castellano","nivel":"Lengua materna"},{"idioma":"Galés","nivel":"C1"}])"));
}

void TestResumes::languagesBelowEachOther()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Education"_s).text(50, 112, u"BSc, Harbour College, 2014"_s);
    pages.text(50, 130, u"Languages"_s);
    pages.text(50, 150, u"WELSH"_s).text(50, 162, u"School level"_s);
    pages.text(50, 180, u"DANISH"_s).text(50, 192, u"Some words"_s);
    QCOMPARE(dumped(listOf(pages, "languages", R"("language":{"type":"string"},"level":{"type":"string"})")),
             expected(R"([{"language":"WELSH","level":"School level"},{"language":"DANISH","level":"Some words"}])"));
}

void TestResumes::namesOnly()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"LANGUAGES"_s).text(50, 120, u"Welsh (fluent), Danish (reading)"_s);
    const auto values = tests::valuesOf(pages, R"("languages":{"type":"array","items":{"type":"string",
      "description":"Language only"}})");
    QCOMPARE(dumped(values["languages"]), expected(R"(["Welsh","Danish"])"));
}

void TestResumes::chipsOfSkills()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"INFORMÁTICA"_s);
    addRow(pages, 120, {{50, u"Rutas"_s}, {120, u"Planos"_s}, {200, u"Costes"_s}});
    pages.text(50, 150, u"IDIOMAS"_s);
    const auto values = tests::valuesOf(pages, R"("programas":{"type":"array","items":{"type":"string"}})");
    QCOMPARE(dumped(values["programas"]), expected(R"(["Rutas","Planos","Costes"])"));
}

void TestResumes::entriesBehindMarks()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"LICENCES"_s);
    pages.text(50, 120, u"• Crane Driver - Heavy"_s).text(59, 132, u"Level"_s).text(50, 144, u"• First Aid"_s);
    pages.text(50, 180, u"SKILLS"_s).text(50, 200, u"Welding"_s);
    const auto values = tests::valuesOf(pages, R"("certificates":{"type":"array","items":{"type":"string"}})");
    QCOMPARE(dumped(values["certificates"]), expected(R"(["Crane Driver - Heavy Level","First Aid"])"));
}

void TestResumes::endsApartFromTheirPeriod()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"EMPLOYMENT"_s).text(50, 120, u"Analyst - Pond Group Ltd"_s);
    addRow(pages, 132, {{50, u"March 2019 -"_s}, {140, u"Present"_s}});
    pages.text(50, 160, u"EDUCATION"_s);
    QCOMPARE(dumped(listOf(pages, "jobs", post)),
             expected(R"([{"title":"Analyst","employer":"Pond Group Ltd","start":"2019-03","end":null}])"));
}

void TestResumes::tablesEndWithTheirSection()
{
    tests::BuiltPages pages;
    pages.page().text(50, 80, u"Education"_s).text(50, 92, u"BSc, Harbour College, 2014"_s);
    pages.text(50, 110, u"Other languages"_s);
    addRow(pages, 130, {{50, u"Language"_s}, {150, u"Listening"_s}, {250, u"Reading"_s}, {350, u"Writing"_s}});
    addRow(pages, 145, {{50, u"Welsh"_s}, {150, u"C1"_s}, {250, u"C2"_s}, {350, u"B2"_s}});
    addRow(pages, 160, {{50, u"Danish"_s}, {150, u"A2"_s}, {250, u"A2"_s}, {350, u"A1"_s}});
    pages.text(50, 175, u"Digital competences"_s);
    addRow(pages, 190, {{50, u"Safety"_s}, {150, u"Basic"_s}, {250, u"Good"_s}, {350, u"Basic"_s}});
    const auto list = listOf(pages, "languages", R"("language":{"type":"string"},"listening":{"type":"string"},
      "reading":{"type":"string"},"writing":{"type":"string"})");
    QCOMPARE(list.size(), 2U);
    QCOMPARE(list[1]["writing"].get<std::string>(), "A1");
}

QTEST_GUILESS_MAIN(TestResumes)
#include "tst_resumes.moc"
