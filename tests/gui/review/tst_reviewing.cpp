// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/chip.h"
#include "gui/common/studiostyle.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"
#include "gui/review/resulttree.h"
#include "gui/review/revieweditor.h"
#include "gui/review/valueeditor.h"
#include "review/reviewsession.h"
#include "sampleinvoice.h"
#include "support/faketime.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui;
using namespace xs::gui::review;
using xs::review::Verdict;

namespace {

const LocalJobId job(u"job-1"_s);

/// One field of each kind of editor.
constexpr auto plainSchema = R"({"type":"object","required":["count","kind","code","when"],"properties":{
    "count":{"type":"integer","minimum":0},
    "kind":{"type":"string","enum":["invoice","receipt"]},
    "paid":{"type":"boolean"},
    "code":{"type":"string","pattern":"^[A-Z]-[0-9]+$"},
    "when":{"type":"string","format":"date"},
    "note":{"anyOf":[{"type":"string"},{"type":"null"}]}}})";

domain::ResultNode plainResult()
{
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    const auto add = [&](const QString &name, Json value, double confidence) {
        domain::ResultNode node;
        node.name = name;
        node.value = std::move(value);
        node.evidence =
            domain::Evidence{{{1, displayText(node.value), {QRectF(10, 10, 50, 10)}, {}}}, confidence, {}, {}, {}};
        root.children.push_back(node);
    };
    add(u"count"_s, 3, 0.4);
    add(u"kind"_s, "receipt", 0.5);
    add(u"paid"_s, true, 0.99);
    add(u"code"_s, "A-1", 0.7);
    add(u"when"_s, "2026-01-02", 0.99);
    add(u"note"_s, "x", 0.99);
    return root;
}

} // namespace

/// What a person does with values, with the real keys.
class TestReviewing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void enterConfirmsAndGoesOn();
    void wholeReviewWithEnterAlone();
    void shiftEnterStays();
    void altEnterConfirmsTheRow();
    void signsOfDecisionsCutNoNumber();
    void ctrlEnterConfirmsTheDocument();
    void documentIsConfirmedWhereNothingIsLeft();
    void editInPlace();
    void typingBeginsAnEdit();
    void escapeRestores();
    void schemaRefuses_data();
    void schemaRefuses();
    void choicesAreOffered();
    void emptyMeansNotInTheDocument();
    void absentDoubtfulRejected();
    void everythingIsUndone();
    void editedFilterAndProgress();
    void backspaceTakesBack();
    void textOfThePageIsTaken();
    void cellsOfTablesAreEdited();
    void nothingCanBeDecidedWithoutAReview();
    void evidenceTellsWhatWasDecided();

private:
    void open(const domain::ResultNode &result, const Json &schema);
    void openPlain() { open(plainResult(), parseJson(plainSchema).value()); }
    Verdict verdict(const QString &path) const { return m_session->decision(path).verdict; }
    QString counting(const QString &path) const { return displayText(m_page->model()->node(path)->value); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_tree, key, modifiers); }
    QLineEdit *line() const { return m_page->findChild<QLineEdit *>(u"valueLine"_s); }

    QTemporaryDir m_folder;
    tests::SampleInvoice m_sample;
    int m_stores = 0;
    test::FakeTime m_time;
    std::unique_ptr<xs::review::ReviewStore> m_store;
    std::unique_ptr<xs::review::ReviewSession> m_session;
    std::unique_ptr<ResultsPage> m_page;
    ResultTree *m_tree = nullptr;
};

void TestReviewing::initTestCase()
{
    common::StudioStyle::install(*qApp, common::StudioStyle::Scheme::Light);
    m_sample = tests::makeSampleInvoice(m_folder.filePath(u"invoice.pdf"_s));
}

void TestReviewing::init()
{
    m_page.reset();
    m_session.reset();
    m_store = xs::review::ReviewStore::open(m_folder.filePath(u"%1.sqlite"_s.arg(++m_stores))).value();
    m_session = std::make_unique<xs::review::ReviewSession>(*m_store, m_time, u"Ada"_s);
    m_page = std::make_unique<ResultsPage>();
    m_tree = m_page->findChild<ResultTree *>();
    m_page->resize(640, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    open(m_sample.result, {});
}

void TestReviewing::open(const domain::ResultNode &result, const Json &schema)
{
    QVERIFY(m_session->open(job, result, schema));
    m_page->showReview(*m_session);
    m_tree->setFocus();
}

void TestReviewing::enterConfirmsAndGoesOn()
{
    QCOMPARE(m_page->currentPath(), u"/currency"_s);
    press(Qt::Key_Return);
    QCOMPARE(verdict(u"/currency"_s), Verdict::Confirmed);
    QCOMPARE(m_page->currentPath(), u"/due_date"_s);
    QCOMPARE(m_page->model()->indexOf(u"/currency"_s).siblingAtColumn(ResultModel::StateColumn).data().toString(),
             u"confirmed"_s);
    // The engine's doubt stays what it was.
    QCOMPARE(m_page->model()->value(u"/currency"_s)->level, domain::ConfidenceLevel::Low);
}

void TestReviewing::wholeReviewWithEnterAlone()
{
    const auto all = static_cast<int>(m_page->model()->values().size());
    for (int i = 0; i < all; ++i)
        press(Qt::Key_Return);
    QCOMPARE(xs::review::count(m_page->model()->values()).reviewed, all);
    QCOMPARE(static_cast<int>(m_session->decisions().size()), all);
    QCOMPARE(xs::review::count(m_page->model()->values()).needAttention, 0);
}

void TestReviewing::shiftEnterStays()
{
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(verdict(u"/currency"_s), Verdict::Confirmed);
    QCOMPARE(m_page->currentPath(), u"/currency"_s);
}

void TestReviewing::altEnterConfirmsTheRow()
{
    m_page->select(u"/line_items/2/quantity"_s);
    press(Qt::Key_Return, Qt::AltModifier);
    for (const auto &name : {u"description"_s, u"quantity"_s, u"unit_price"_s, u"amount"_s})
        QCOMPARE(verdict(u"/line_items/2/"_s + name), Verdict::Confirmed);
    QCOMPARE(verdict(u"/line_items/1/quantity"_s), Verdict::None);
    QCOMPARE(m_page->editor().undoStack().count(), 1);
}

/// A confirmed cell has a sign beside its number, for which there was room before, so that nothing moves either.
void TestReviewing::signsOfDecisionsCutNoNumber()
{
    constexpr int sign = 18;
    auto font = m_tree->font();
    font.setWeight(QFont::DemiBold);
    int cells = 0;
    for (const auto &value : m_page->model()->values()) {
        if (!value.path.startsWith("/line_items/"_L1) || !m_page->model()->node(value.path)->value.is_number())
            continue;
        const auto text = displayText(m_page->model()->node(value.path)->value);
        QVERIFY2(m_tree->valueRectOf(value.path).width() >= QFontMetrics(font).horizontalAdvance(text) + sign,
                 qPrintable(value.path));
        ++cells;
    }
    QVERIFY(cells > 3);
}

void TestReviewing::ctrlEnterConfirmsTheDocument()
{
    const QSignalSpy next(m_page.get(), &ResultsPage::nextDocumentWanted);
    press(Qt::Key_N);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_session->isDocumentConfirmed());
    QCOMPARE(next.size(), 1);
    const auto counts = xs::review::count(m_page->model()->values());
    QCOMPARE(counts.reviewed, counts.all);
    QCOMPARE(counts.edited, 1);
    m_page->editor().undoStack().undo();
    QCOMPARE(xs::review::count(m_page->model()->values()).reviewed, 1);
}

/// The filter shows nothing any more: that is when a document is done.
void TestReviewing::documentIsConfirmedWhereNothingIsLeft()
{
    openPlain();
    const auto action = [this](const QString &name) { return m_page->findChild<QAction *>(name); };
    QVERIFY(action(u"confirmAction"_s)->isEnabled());
    press(Qt::Key_3);
    QCOMPARE(m_page->currentPath(), QString());
    for (const auto &name : {u"confirmAction"_s, u"editValueAction"_s, u"rejectAction"_s})
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name));
    const QSignalSpy next(m_page.get(), &ResultsPage::nextDocumentWanted);
    action(u"confirmDocumentAction"_s)->trigger();
    QVERIFY(m_session->isDocumentConfirmed());
    QCOMPARE(next.size(), 1);
    press(Qt::Key_1);
    QVERIFY(action(u"confirmAction"_s)->isEnabled());
}

void TestReviewing::editInPlace()
{
    openPlain();
    QCOMPARE(m_page->currentPath(), u"/count"_s);
    press(Qt::Key_F2);
    QVERIFY(line()->isVisible());
    QCOMPARE(line()->text(), u"3"_s);
    QTest::keyClicks(line(), u"12"_s);
    QTest::keyClick(line(), Qt::Key_Return);
    QVERIFY(!line()->isVisible());
    QCOMPARE(m_session->decision(u"/count"_s).value, Json(12));
    QCOMPARE(counting(u"/count"_s), u"12"_s);
    QCOMPARE(m_page->currentPath(), u"/kind"_s);
    // It is on the disk already.
    QCOMPARE(m_store->decisions(job)->size(), size_t(1));
    // The machine's own value is a confirmation.
    m_page->select(u"/code"_s);
    press(Qt::Key_F2);
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(verdict(u"/code"_s), Verdict::Confirmed);
}

void TestReviewing::typingBeginsAnEdit()
{
    openPlain();
    m_page->select(u"/note"_s);
    press(Qt::Key_B);
    QVERIFY(line()->isVisible());
    // Letters that are commands elsewhere are text now.
    QTest::keyClicks(line(), u"njx"_s);
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(counting(u"/note"_s), u"bnjx"_s);
}

void TestReviewing::escapeRestores()
{
    openPlain();
    press(Qt::Key_F2);
    QTest::keyClicks(line(), u"99"_s);
    QTest::keyClick(line(), Qt::Key_Escape);
    QVERIFY(!line()->isVisible());
    QVERIFY(m_tree->viewport()->hasFocus() || m_tree->hasFocus());
    QCOMPARE(counting(u"/count"_s), u"3"_s);
    QVERIFY(m_session->decisions().empty());
}

void TestReviewing::schemaRefuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("no number") << u"/count"_s << u"many"_s << u"whole number"_s;
    QTest::newRow("no whole number") << u"/count"_s << u"2.5"_s << u"whole number"_s;
    QTest::newRow("below the minimum") << u"/count"_s << u"-1"_s << u"does not allow"_s;
    QTest::newRow("pattern") << u"/code"_s << u"1-A"_s << u"^[A-Z]-[0-9]+$"_s;
    QTest::newRow("format") << u"/when"_s << u"tomorrow"_s << u"date"_s;
}

void TestReviewing::schemaRefuses()
{
    openPlain();
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, word);
    m_page->select(path);
    press(Qt::Key_F2);
    line()->selectAll();
    QTest::keyClicks(line(), text);
    QTest::keyClick(line(), Qt::Key_Return);
    const auto *sentence = m_page->findChild<QLabel *>(u"valueSentence"_s);
    QVERIFY(line()->isVisible());
    QVERIFY(sentence->isVisible());
    QVERIFY2(sentence->text().contains(word), qPrintable(sentence->text()));
    QVERIFY(m_session->decisions().empty());
}

void TestReviewing::choicesAreOffered()
{
    openPlain();
    auto *choice = m_page->findChild<QComboBox *>(u"valueChoice"_s);
    m_page->select(u"/kind"_s);
    press(Qt::Key_F2);
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 2);
    QTest::keyClick(choice, Qt::Key_Up);
    QTest::keyClick(choice, Qt::Key_Return);
    QCOMPARE(counting(u"/kind"_s), u"invoice"_s);
    m_page->select(u"/paid"_s);
    press(Qt::Key_F);
    QTest::keyClick(choice, Qt::Key_Return);
    QCOMPARE(m_page->model()->node(u"/paid"_s)->value, Json(false));
}

void TestReviewing::emptyMeansNotInTheDocument()
{
    openPlain();
    m_page->select(u"/note"_s);
    press(Qt::Key_F2);
    line()->clear();
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(verdict(u"/note"_s), Verdict::Absent);
    QVERIFY(m_page->model()->node(u"/note"_s)->value.is_null());
}

void TestReviewing::absentDoubtfulRejected()
{
    openPlain();
    press(Qt::Key_N);
    QCOMPARE(verdict(u"/count"_s), Verdict::Absent);
    QCOMPARE(m_page->currentPath(), u"/kind"_s);
    press(Qt::Key_X);
    QCOMPARE(verdict(u"/kind"_s), Verdict::Rejected);
    QCOMPARE(m_page->currentPath(), u"/code"_s);
    press(Qt::Key_M);
    QVERIFY(line()->isVisible());
    QTest::keyClicks(line(), u"ask Kim"_s);
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(verdict(u"/code"_s), Verdict::Doubtful);
    QCOMPARE(m_session->decision(u"/code"_s).note, u"ask Kim"_s);
    QCOMPARE(counting(u"/code"_s), u"A-1"_s);
}

void TestReviewing::everythingIsUndone()
{
    openPlain();
    auto &undo = m_page->editor().undoStack();
    press(Qt::Key_N);
    press(Qt::Key_X);
    press(Qt::Key_Return);
    QCOMPARE(undo.count(), 3);
    while (undo.canUndo())
        undo.undo();
    QVERIFY(m_session->decisions().empty());
    QCOMPARE(counting(u"/count"_s), u"3"_s);
    // What is undone is what one looks at.
    QCOMPARE(m_page->currentPath(), u"/count"_s);
    while (undo.canRedo())
        undo.redo();
    QCOMPARE(m_session->decisions().size(), size_t(3));
    // The trail has all of it: three decisions, three taken back, three again.
    QCOMPARE(m_store->history(job)->size(), size_t(9));
}

void TestReviewing::editedFilterAndProgress()
{
    openPlain();
    const auto *progress = m_page->findChild<QLabel *>(u"reviewProgress"_s);
    QCOMPARE(progress->toolTip(), u"0 of 6 reviewed"_s);
    press(Qt::Key_N);
    press(Qt::Key_Return);
    QCOMPARE(progress->toolTip(), u"2 of 6 reviewed"_s);
    // What is seen may leave out the word, so that the distribution has room.
    QVERIFY(progress->text() == progress->toolTip() || progress->text() == u"2 of 6"_s);
    QCOMPARE(m_page->findChild<common::Chip *>(u"filterEdited"_s)->count(), 1);
    press(Qt::Key_3);
    QCOMPARE(m_tree->model()->rowCount(), 1);
    press(Qt::Key_1);
    QCOMPARE(m_tree->model()->rowCount(), 6);
}

void TestReviewing::backspaceTakesBack()
{
    openPlain();
    press(Qt::Key_N);
    m_page->select(u"/count"_s);
    press(Qt::Key_Backspace);
    QCOMPARE(verdict(u"/count"_s), Verdict::None);
    QCOMPARE(m_page->currentPath(), u"/count"_s);
}

void TestReviewing::textOfThePageIsTaken()
{
    openPlain();
    const domain::Citation place{2, u"17"_s, {QRectF(1, 2, 3, 4)}, domain::PageSize(100, 100)};
    m_page->takeText(u"17"_s, place);
    QCOMPARE(m_session->decision(u"/count"_s).value, Json(17));
    QCOMPARE(m_session->decision(u"/count"_s).place, std::optional(place));
    // What is no value of the field is offered for editing.
    m_page->select(u"/count"_s);
    m_page->takeText(u"about 18"_s, place);
    QVERIFY(line()->isVisible());
    QCOMPARE(line()->text(), u"about 18"_s);
}

void TestReviewing::cellsOfTablesAreEdited()
{
    m_page->select(u"/line_items/2/quantity"_s);
    press(Qt::Key_F2);
    QVERIFY(line()->isVisible());
    const auto cell = m_tree->rectOf(u"/line_items/2/quantity"_s);
    const auto place = QRect(line()->mapTo(m_tree->viewport(), QPoint()), line()->size());
    QVERIFY(place.intersects(cell));
    line()->selectAll();
    QTest::keyClicks(line(), u"3"_s);
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(counting(u"/line_items/2/quantity"_s), u"3"_s);
    QVERIFY(m_page->model()
                ->indexOf(u"/line_items"_s)
                .siblingAtColumn(ResultModel::ValueColumn)
                .data()
                .toString()
                .contains(u"1 edited"_s));
}

void TestReviewing::nothingCanBeDecidedWithoutAReview()
{
    m_page->setResult(m_sample.result, m_sample.schema);
    m_tree->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_N);
    press(Qt::Key_F2);
    QVERIFY(!line()->isVisible());
    QVERIFY(m_session->decisions().empty());
    QVERIFY(!m_page->findChild<QPushButton *>(u"confirmActionButton"_s)->isEnabled());
}

void TestReviewing::evidenceTellsWhatWasDecided()
{
    openPlain();
    press(Qt::Key_F2);
    QTest::keyClicks(line(), u"12"_s);
    QTest::keyClick(line(), Qt::Key_Return);
    m_page->select(u"/count"_s);
    QStringList sentences;
    for (const auto *label : m_page->findChild<QWidget *>(u"evidenceStrip"_s)->findChildren<QLabel *>())
        sentences << label->text();
    QVERIFY2(sentences.join(u'\n').contains(u"the machine said “3”"_s), qPrintable(sentences.join(u'\n')));
}

QTEST_MAIN(TestReviewing)
#include "tst_reviewing.moc"
