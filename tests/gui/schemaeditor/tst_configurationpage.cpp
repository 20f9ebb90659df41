// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/configurationpage.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>
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
    void theSumStandsBelow();
    void pagesArePicked();
    void everyFieldHasAControl();
    void webhooksAreEdited();
    void secretHeadersStayOutOfTheEntry();
    void savedWebhooksAreChosen();
    void webhooksOfNewerServersAreKept();
    void aWebhookWithoutAnAddressIsAProblem();
    void undoIsTheWindows();

private:
    Json webhook(const ConfigurationPage &page) { return page.configuration().webhooks.at(0); }
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
    page.setPages(std::vector<domain::PageSize>(4, {612, 792}));
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

void TestConfigurationPage::theSumStandsBelow()
{
    ConfigurationPage page;
    auto *footer = page.findChild<QWidget *>(u"costFooter"_s);
    QVERIFY(footer->isHidden());
    domain::Configuration agentic;
    agentic.tier = u"agentic"_s;
    const auto estimate =
        domain::estimateCost(domain::builtInRates(), agentic, {{domain::DocumentSize::Unit::Pages, 2}});
    page.setCost(&domain::builtInRates(), estimate, 500);
    QVERIFY(!footer->isHidden());
    QCOMPARE(footer->findChild<QLabel *>(u"extractCost"_s)->text(), u"30"_s);
    QCOMPARE(footer->findChild<QLabel *>(u"parseCost"_s)->text(), u"20"_s);
    QCOMPARE(footer->findChild<QLabel *>(u"sumCost"_s)->text(), u"50"_s);
    auto *budget = footer->findChild<QSpinBox *>(u"budgetSpin"_s);
    QCOMPARE(budget->value(), 500);
    QSignalSpy changed(&page, &ConfigurationPage::budgetChanged);
    budget->setValue(800);
    QCOMPARE(changed.front().front().toInt(), 800);
    page.setCost(nullptr, {}, 0);
    QVERIFY(footer->isHidden());
}

/// Pictures and text say the same, whichever of them is used.
void TestConfigurationPage::pagesArePicked()
{
    ConfigurationPage page;
    page.resize(360, 900);
    page.setPages(std::vector<domain::PageSize>(4, {612, 792}));
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page, 60'000));
    auto *picker = page.findChild<QListView *>(u"pagePicker"_s);
    auto *text = page.findChild<QLineEdit *>(u"targetPagesEdit"_s);
    const auto checked = [picker] {
        QString marks;
        for (int row = 0; row < picker->model()->rowCount(); ++row)
            marks += picker->model()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked ? u'x' : u'.';
        return marks;
    };
    const auto click = [picker](int page, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseClick(picker->viewport(), Qt::LeftButton, keys,
                          picker->visualRect(picker->model()->index(page - 1, 0)).center());
    };
    QCOMPARE(checked(), u"xxxx"_s);
    text->clear();
    QTest::keyClicks(text, u"1-2"_s);
    QCOMPARE(checked(), u"xx.."_s);
    click(4);
    QCOMPARE(text->text(), u"1-2,4"_s);
    QCOMPARE(page.configuration().targetPages, u"1-2,4"_s);
    click(3);
    // All pages are the default.
    QCOMPARE(text->text(), QString());
    QCOMPARE(page.configuration().targetPages, std::nullopt);
    click(2);
    click(4, Qt::ShiftModifier);
    QCOMPARE(text->text(), u"1"_s);
    // None at all would mean every page.
    click(1);
    QCOMPARE(text->text(), u"1"_s);
    // With keys.
    picker->setFocus();
    picker->setCurrentIndex(picker->model()->index(2, 0));
    QTest::keyClick(picker, Qt::Key_Space);
    QCOMPARE(text->text(), u"1,3"_s);
    QCOMPARE(checked(), u"x.x."_s);
    page.findChild<QSpinBox *>(u"maxPagesSpin"_s)->setValue(2);
    click(3);
    // A limit would take away again what is picked.
    QCOMPARE(page.findChild<QSpinBox *>(u"maxPagesSpin"_s)->value(), 0);
}

/// Whatever can be in a configuration comes back out of the form, and each control changes its own field.
void TestConfigurationPage::everyFieldHasAControl()
{
    domain::Configuration wanted;
    wanted.parseTier = u"fast"_s;
    wanted.parseConfigId = u"cfg-1"_s;
    wanted.others = {{"disable_cache", true}, {"sheet_names", {"Jan", "Feb"}}, {"of_tomorrow", {{"a", 2.5}}}};
    ConfigurationPage page;
    page.setConfiguration(wanted);
    QCOMPARE(page.configuration(), wanted);
    QVERIFY(page.findChild<QLabel *>(u"unknownFields"_s)->text().contains(u"of_tomorrow: {\"a\":2.5}"_s));

    auto *parse = page.findChild<QComboBox *>(u"parseTierCombo"_s);
    parse->setCurrentIndex(parse->findData(u"agentic_plus"_s));
    emit parse->activated(parse->currentIndex());
    QCOMPARE(page.configuration().parseTier, u"agentic_plus"_s);
    page.setParseConfigurations({{u"cfg-2"_s, u"Scans"_s}});
    auto *saved = page.findChild<QComboBox *>(u"parseConfigCombo"_s);
    // The chosen one stays although the server does not have it.
    QCOMPARE(saved->currentData().toString(), u"cfg-1"_s);
    saved->setCurrentIndex(saved->findText(u"Scans"_s));
    emit saved->activated(saved->currentIndex());
    QCOMPARE(page.configuration().parseConfigId, u"cfg-2"_s);

    page.findChild<QCheckBox *>(u"disableCacheCheck"_s)->click();
    QCOMPARE(page.configuration().others["disable_cache"], Json(false));
    page.findChild<QCheckBox *>(u"spreadsheetModeCheck"_s)->click();
    QCOMPARE(page.configuration().others["spreadsheet_mode"], Json(true));
    QVERIFY(page.problem().contains(u"Agentic plus"_s));
    page.findChild<QRadioButton *>(u"tier_agentic_plus"_s)->click();
    QVERIFY(page.problem().isEmpty());
    auto *sheets = page.findChild<QLineEdit *>(u"sheetNamesEdit"_s);
    sheets->clear();
    QTest::keyClicks(sheets, u"A; B c;"_s);
    QCOMPARE(page.configuration().others["sheet_names"], Json({"A", "B c"}));
    QCOMPARE(page.configuration().others["of_tomorrow"], wanted.others["of_tomorrow"]);
}

void TestConfigurationPage::secretHeadersStayOutOfTheEntry()
{
    ConfigurationPage page;
    domain::Configuration configuration;
    configuration.webhooks = Json::array({{{"webhook_url", "https://a.example"},
                                           {"webhook_headers", {{"Authorization", nullptr}, {"X-Team", "books"}}}}});
    page.setConfiguration(configuration);
    // A file of somebody else names the header, and not its value.
    QVERIFY(page.problem().contains(u"Authorization"_s));
    QCOMPARE(page.configuration().webhooks, configuration.webhooks);
    QSignalSpy typed(&page, &ConfigurationPage::webhookSecretTyped);
    auto *headers = page.findChild<QTableWidget *>(u"webhookHeaders"_s);
    headers->item(0, 1)->setText(u"Bearer abc"_s);
    QCOMPARE(typed.size(), 1);
    QCOMPARE(typed.front(), (QVariantList{u"https://a.example\nauthorization"_s, u"Bearer abc"_s}));
    QCOMPARE(page.problem(), QString());
    QVERIFY(!headers->item(0, 1)->text().contains(u"abc"_s));
    QCOMPARE(page.configuration().webhooks, configuration.webhooks);
    // Known from before: nothing has to be typed. The mark for it is never taken for a value.
    page.setWebhookSecretsKept({u"https://a.example\nauthorization"_s});
    QVERIFY(page.problem().isEmpty());
    headers->item(0, 0)->setText(u"X-Other"_s);
    QCOMPARE(webhook(page)["webhook_headers"]["X-Other"], Json(""));
    headers->item(0, 0)->setText(u"Authorization"_s);
    QCOMPARE(webhook(page)["webhook_headers"]["Authorization"], Json());
    // Another address has another value.
    auto *address = page.findChild<QLineEdit *>(u"webhookUrlEdit"_s);
    address->setText(u"https://b.example"_s);
    emit address->editingFinished();
    QVERIFY(page.problem().contains(u"Authorization"_s));
    QCOMPARE(typed.size(), 1);
}

void TestConfigurationPage::savedWebhooksAreChosen()
{
    ConfigurationPage page;
    page.resize(360, 1600);
    page.show();
    QSignalSpy wanted(&page, &ConfigurationPage::savedWebhooksWanted);
    auto *list = page.findChild<QWidget *>(u"savedWebhooks"_s);
    page.findChild<QToolButton *>(u"webhooksGroupHeader"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!list->isVisible());
    // An id that the server does not list is shown and kept.
    domain::Configuration configuration;
    configuration.webhookIds = Json::array({"whc-old"});
    page.setConfiguration(configuration);
    QVERIFY(list->isVisible());
    page.setSavedWebhooks({{u"whc-1"_s, u"https://a.example/hook"_s}});
    QCOMPARE(page.configuration().webhookIds, configuration.webhookIds);
    auto *old = page.findChild<QCheckBox *>(u"savedWebhook_whc-old"_s);
    QVERIFY(old->isChecked() && old->text() == u"whc-old"_s);
    auto *one = page.findChild<QCheckBox *>(u"savedWebhook_whc-1"_s);
    QCOMPARE(one->text(), u"a.example/hook"_s);
    one->click();
    QCOMPARE(page.configuration().webhookIds, Json({"whc-old", "whc-1"}));
    QCOMPARE(page.findChild<QLabel *>(u"webhooksGroupSummary"_s)->text(), u"2 webhook(s)"_s);
    old->click();
    QCOMPARE(page.configuration().webhookIds, Json::array({"whc-1"}));
}

void TestConfigurationPage::webhooksAreEdited()
{
    ConfigurationPage page;
    page.resize(360, 1600);
    page.show();
    page.findChild<QToolButton *>(u"webhooksGroupHeader"_s)->click();
    page.findChild<QPushButton *>(u"addWebhookButton"_s)->click();
    auto *address = page.findChild<QLineEdit *>(u"webhookUrlEdit"_s);
    QTRY_VERIFY(address->isVisible());
    auto *problem = page.findChild<QWidget *>(u"webhookProblem"_s);
    auto *test = page.findChild<QPushButton *>(u"webhookTestButton"_s);
    QVERIFY(!test->isEnabled() && !problem->isVisible());
    QTest::keyClicks(address, u"https"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(problem->isVisible());
    // The complaint goes while the address is typed, not only behind it.
    QTest::keyClicks(address, u"://a.example/hook"_s);
    QVERIFY(!problem->isVisible() && test->isEnabled());
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(webhook(page), (Json{{"webhook_url", "https://a.example/hook"}}));
    QCOMPARE(page.findChild<QLabel *>(u"webhooksGroupSummary"_s)->text(), u"a.example"_s);

    auto *success = page.findChild<QCheckBox *>(u"event_extract.success"_s);
    QVERIFY(!success->isEnabled());
    page.findChild<QCheckBox *>(u"allEventsCheck"_s)->click();
    QVERIFY(!page.problem().isEmpty());
    success->click();
    page.findChild<QCheckBox *>(u"event_parse.error"_s)->click();
    QCOMPARE(webhook(page)["webhook_events"], Json({"extract.success", "parse.error"}));
    QVERIFY(page.problem().isEmpty());

    auto *headers = page.findChild<QTableWidget *>(u"webhookHeaders"_s);
    headers->item(0, 0)->setText(u"X-Team"_s);
    headers->item(0, 1)->setText(u"books"_s);
    QCOMPARE(headers->rowCount(), 2);
    QCOMPARE(webhook(page)["webhook_headers"], (Json{{"X-Team", "books"}}));
    headers->item(0, 0)->setText(u"X Team:"_s);
    QVERIFY(!page.problem().isEmpty());
    headers->item(0, 0)->setText(u"X-Team"_s);

    auto *format = page.findChild<QComboBox *>(u"webhookFormatCombo"_s);
    format->setCurrentIndex(1);
    emit format->activated(1);
    QCOMPARE(webhook(page)["webhook_output_format"], Json("json"));

    // The secret goes elsewhere.
    QSignalSpy typed(&page, &ConfigurationPage::webhookSecretTyped);
    auto *secret = page.findChild<QLineEdit *>(u"webhookSecretEdit"_s);
    QTest::keyClicks(secret, u"s3cret"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    QCOMPARE(typed.front(), (QVariantList{u"https://a.example/hook"_s, u"s3cret"_s}));
    QVERIFY(!QString::fromUtf8(toBytes(page.configuration().webhooks)).contains(u"s3cret"_s));

    QSignalSpy tests(&page, &ConfigurationPage::webhookTestWanted);
    page.findChild<QPushButton *>(u"webhookTestButton"_s)->click();
    QCOMPARE(tests.size(), 1);
    page.findChild<QPushButton *>(u"webhookRemoveButton"_s)->click();
    QVERIFY(page.configuration().webhooks.empty());
}

void TestConfigurationPage::webhooksOfNewerServersAreKept()
{
    domain::Configuration wanted;
    wanted.webhooks.push_back({{"webhook_url", "https://a.example/hook"},
                               {"webhook_events", {"extract.success", "extract.vanished"}},
                               {"webhook_output_format", "cbor"},
                               {"retries", 7}});
    ConfigurationPage page;
    page.setConfiguration(wanted);
    QCOMPARE(page.configuration(), wanted);
    QVERIFY(page.findChild<QCheckBox *>(u"event_extract.vanished"_s)->isChecked());
    QCOMPARE(page.findChild<QComboBox *>(u"webhookFormatCombo"_s)->currentText(), u"cbor"_s);
    page.findChild<QCheckBox *>(u"event_extract.error"_s)->click();
    QCOMPARE(webhook(page)["retries"], Json(7));
    QCOMPARE(webhook(page)["webhook_events"], Json({"extract.success", "extract.error", "extract.vanished"}));
}

void TestConfigurationPage::aWebhookWithoutAnAddressIsAProblem()
{
    ConfigurationPage page;
    page.findChild<QPushButton *>(u"addWebhookButton"_s)->click();
    QVERIFY(page.problem().contains(u"https://"_s));
}

/// Ctrl+Z in a field is the window's undo, which knows every field.
void TestConfigurationPage::undoIsTheWindows()
{
    QWidget window;
    ConfigurationPage page(&window);
    QAction undo(&window);
    undo.setShortcut(QKeySequence::Undo);
    window.addAction(&undo);
    QSignalSpy undone(&undo, &QAction::triggered);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window, 60'000));
    auto *prompt = page.findChild<QPlainTextEdit *>(u"systemPromptEdit"_s);
    prompt->setFocus();
    QTest::keyClicks(prompt, u"Dates"_s);
    QTest::keyClick(prompt, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undone.size(), 1);
    QCOMPARE(prompt->toPlainText(), u"Dates"_s);
    auto *pages = page.findChild<QLineEdit *>(u"targetPagesEdit"_s);
    pages->setFocus();
    QTest::keyClick(pages, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undone.size(), 2);
}

QTEST_MAIN(TestConfigurationPage)
#include "tst_configurationpage.moc"
