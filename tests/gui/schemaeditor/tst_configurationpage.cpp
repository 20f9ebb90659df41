// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/configurationpage.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::schemaeditor;

class TestConfigurationPage : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatItWasGiven();
    void unknownValuesAreKept();
    void pagesAreChecked_data();
    void pagesAreChecked();
    void editsAreTold();
    void creditsStandBesideTheTiers();
};

void TestConfigurationPage::givesBackWhatItWasGiven()
{
    domain::Configuration wanted;
    wanted.tier = u"agentic"_s;
    wanted.extractionTarget = u"per_page"_s;
    wanted.extractVersion = u"2026-04-01"_s;
    wanted.citeSources = false;
    wanted.targetPages = u"1,3-5"_s;
    wanted.maxPages = 7;
    wanted.systemPrompt = u"Dates are day first."_s;
    wanted.parseTier = u"fast"_s;
    wanted.others["new_thing"] = 1;
    ConfigurationPage page;
    page.setConfiguration(wanted);
    QCOMPARE(page.configuration(), wanted);
    page.setConfiguration({});
    QCOMPARE(page.configuration(), domain::Configuration());
}

void TestConfigurationPage::unknownValuesAreKept()
{
    domain::Configuration wanted;
    wanted.tier = u"agentic_max"_s;
    wanted.extractionTarget = u"per_chapter"_s;
    ConfigurationPage page;
    page.setConfiguration(wanted);
    QCOMPARE(page.configuration(), wanted);
    QVERIFY(page.findChild<QRadioButton *>(u"tier_agentic_max"_s)->isChecked());
}

void TestConfigurationPage::pagesAreChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRight");
    QTest::addColumn<QString>("note");
    QTest::newRow("all") << QString() << true << u"4 of 4"_s;
    QTest::newRow("some") << u"1-2, 4"_s << true << u"3 of 4"_s;
    QTest::newRow("zero") << u"0"_s << false << QString();
    QTest::newRow("open") << u"2-"_s << false << QString();
    QTest::newRow("beyond") << u"9"_s << false << QString();
}

void TestConfigurationPage::pagesAreChecked()
{
    QFETCH(QString, text);
    QFETCH(bool, isRight);
    QFETCH(QString, note);
    ConfigurationPage page;
    page.setPageCount(4);
    page.findChild<QLineEdit *>(u"targetPagesEdit"_s)->setText(text);
    QCOMPARE(page.problem().isEmpty(), isRight);
    QCOMPARE(page.findChild<QLabel *>(u"pagesMessage"_s)->isHidden(), isRight);
    QCOMPARE(page.findChild<QLabel *>(u"pageCountLabel"_s)->text(), note);
}

void TestConfigurationPage::editsAreTold()
{
    ConfigurationPage page;
    QSignalSpy changed(&page, &ConfigurationPage::changed);
    page.findChild<QCheckBox *>(u"citeSourcesCheck"_s)->click();
    page.findChild<QSpinBox *>(u"maxPagesSpin"_s)->setValue(2);
    QTest::mouseClick(page.findChild<QRadioButton *>(u"tier_agentic"_s), Qt::LeftButton);
    QVERIFY(changed.size() >= 3);
    QVERIFY(!page.configuration().citeSources);
    QCOMPARE(page.configuration().maxPages, 2);
    QCOMPARE(page.configuration().tier, u"agentic"_s);
}

void TestConfigurationPage::creditsStandBesideTheTiers()
{
    ConfigurationPage page;
    auto *note = page.findChild<QLabel *>(u"tierNote_agentic"_s);
    QCOMPARE(note->text(), QString());
    page.setCost(&domain::builtInRates(), {}, 0);
    QVERIFY(note->text().startsWith(u"25 "_s));
}

QTEST_MAIN(TestConfigurationPage)
#include "tst_configurationpage.moc"
