// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"

#include "gui/review/filterproxy.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"
#include "gui/review/resulttree.h"
#include "gui/review/revieweditor.h"
#include "gui/shell/reviewcontroller.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"
#include "review/attention.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using gui::review::ResultsPage;
using gui::review::ResultTree;
using gui::viewer::PageView;
using review::Verdict;

namespace {

constexpr int patience = 60'000;

/// What the machine had before a key went down.
struct Before
{
    QString path;
    QString value;
    QStringList waiting;
    double zoom;
};

} // namespace

/// Every row of the table of keys, in the real window with the answer of the real service. The keys go to the window,
/// as the window system brings them.
class TestReviewKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void keys_data();
    void keys();
    void citationKeys();
    void clickOnABoxChoosesItsField();
    void clickAgainCyclesBoxes();
    void dragTakesTheTextAsTheValue();
    void clickWithCtrlTakesAWord();
    void altLeftGoesBack();
    void dCompares();
    void columnsOrderTheirTable();
    void keysWorkWhereABoxWasClicked();
    void keysWorkWhereAJobWasClicked();
    void cleanupTestCase();

private:
    /// To the window of the desktop, not to the widget: only that way the widget that has the focus gets the key.
    QWindow *desktopWindow() const { return m_rig->window().windowHandle(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(desktopWindow(), key, modifiers); }
    Verdict verdict(const QString &path) const { return m_page->model()->value(path)->verdict; }
    QString text(const QString &path) const { return displayText(m_page->model()->node(path)->value); }
    int filter() const { return static_cast<int>(m_page->findChild<gui::review::FilterProxy *>()->filter()); }
    QLineEdit *editor() const { return m_rig->window().findChild<QLineEdit *>(u"valueLine"_s); }

    QTemporaryDir m_folder;
    std::unique_ptr<StudioRig> m_rig;
    ResultsPage *m_page = nullptr;
    ResultTree *m_tree = nullptr;
    PageView *m_view = nullptr;
};

void TestReviewKeys::initTestCase()
{
    m_rig = std::make_unique<StudioRig>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowExposed(&m_rig->window()));
    QApplication::setActiveWindow(&m_rig->window());
    m_rig->window().openSample(u"invoice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->find<QAction>(u"runAction"_s)->isEnabled(), patience);
    press(Qt::Key_F5);
    m_page = m_rig->find<ResultsPage>(u"resultsPage"_s);
    m_tree = m_rig->find<ResultTree>(u"resultTree"_s);
    m_view = m_rig->find<PageView>(u"pageView"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_tree->isVisible() && !m_tree->currentPath().isEmpty(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isSharp() && !m_view->highlights().empty(), patience);
}

/// Every row begins with an untouched review at its first doubtful value.
void TestReviewKeys::init()
{
    auto &stack = m_page->editor().undoStack();
    while (stack.canUndo())
        stack.undo();
    m_page->setFilter(gui::review::FilterProxy::Filter::All);
    m_view->setZoomMode(gui::viewer::ZoomMode::FitWidth);
    m_tree->setFocus();
    const auto waiting = m_page->attention();
    QVERIFY2(waiting.size() >= 2, "the sample needs two doubtful values");
    m_page->select(waiting.front());
}

void TestReviewKeys::keys_data()
{
    using Check = std::function<bool(TestReviewKeys &, const Before &)>;
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<Check>("check");
    const auto row = [](const char *name, int key, int modifiers, Check check) {
        QTest::newRow(name) << key << modifiers << check;
    };
    row("Enter confirms and goes on", Qt::Key_Return, Qt::NoModifier, [](auto &t, const Before &b) {
        return t.verdict(b.path) == Verdict::Confirmed && t.m_tree->currentPath() == b.waiting.at(1);
    });
    row("Enter on the number pad, too", Qt::Key_Enter, Qt::KeypadModifier, [](auto &t, const Before &b) {
        return t.verdict(b.path) == Verdict::Confirmed && t.m_tree->currentPath() == b.waiting.at(1);
    });
    row("Shift+Enter confirms and stays", Qt::Key_Return, Qt::ShiftModifier, [](auto &t, const Before &b) {
        return t.verdict(b.path) == Verdict::Confirmed && t.m_tree->currentPath() == b.path;
    });
    row("Alt+Enter confirms the row", Qt::Key_Return, Qt::AltModifier, [](auto &t, const Before &b) {
        const auto row = QStringList(b.path) + t.m_page->model()->siblings(b.path);
        return std::ranges::all_of(row, [&](const QString &path) { return t.verdict(path) == Verdict::Confirmed; });
    });
    row("Ctrl+Enter confirms the document", Qt::Key_Return, Qt::ControlModifier, [](auto &t, const Before &) {
        return std::ranges::all_of(t.m_page->model()->values(),
                                   [](const review::ReviewValue &value) { return value.isReviewed(); });
    });
    row("J goes to the next", Qt::Key_J, Qt::NoModifier,
        [](auto &t, const Before &b) { return t.m_tree->currentPath() == b.waiting.at(1); });
    row("K goes to the one before", Qt::Key_K, Qt::NoModifier,
        [](auto &t, const Before &b) { return t.m_tree->currentPath() == b.waiting.last(); });
    row("N says that it is not in the document", Qt::Key_N, Qt::NoModifier,
        [](auto &t, const Before &b) { return t.verdict(b.path) == Verdict::Absent; });
    row("M asks for a note, Enter keeps it", Qt::Key_M, Qt::NoModifier, [](auto &t, const Before &b) {
        if (!t.editor() || !t.editor()->isVisible())
            return false;
        QTest::keyClicks(t.editor(), u"ask the seller"_s);
        QTest::keyClick(t.editor(), Qt::Key_Return);
        return t.verdict(b.path) == Verdict::Doubtful;
    });
    row("X rejects", Qt::Key_X, Qt::NoModifier,
        [](auto &t, const Before &b) { return t.verdict(b.path) == Verdict::Rejected; });
    row("F2 edits, Esc restores", Qt::Key_F2, Qt::NoModifier, [](auto &t, const Before &b) {
        if (!t.editor() || !t.editor()->isVisible())
            return false;
        QTest::keyClicks(t.editor(), u"something"_s);
        QTest::keyClick(t.editor(), Qt::Key_Escape);
        return !t.editor()->isVisible() && t.text(b.path) == b.value && t.verdict(b.path) == Verdict::None;
    });
    row("typing edits, Enter saves and confirms", Qt::Key_7, Qt::NoModifier, [](auto &t, const Before &b) {
        if (!t.editor() || !t.editor()->isVisible() || t.editor()->text() != u"7"_s)
            return false;
        QTest::keyClicks(t.editor(), u" Lanterns"_s);
        QTest::keyClick(t.editor(), Qt::Key_Return);
        return t.verdict(b.path) == Verdict::Corrected && t.text(b.path) == u"7 Lanterns"_s;
    });
    row("Z zooms to the box", Qt::Key_Z, Qt::NoModifier, [](auto &t, const Before &b) {
        const auto box = t.m_view->boxOnScreen(b.path);
        return t.m_view->zoom() > b.zoom && QRectF(t.m_view->viewport()->rect()).contains(box.center());
    });
    row("2 shows what needs attention", Qt::Key_2, Qt::NoModifier,
        [](auto &t, const Before &) { return t.filter() == 1; });
    row("3 shows what was edited", Qt::Key_3, Qt::NoModifier, [](auto &t, const Before &) { return t.filter() == 2; });
    row("4 shows what has no evidence", Qt::Key_4, Qt::NoModifier,
        [](auto &t, const Before &) { return t.filter() == 3; });
    row("1 shows all", Qt::Key_1, Qt::NoModifier, [](auto &t, const Before &) {
        t.press(Qt::Key_2);
        const auto before = t.filter();
        t.press(Qt::Key_1);
        return before == 1 && t.filter() == 0;
    });
    row("Space held peeks", Qt::Key_unknown, Qt::NoModifier, [](auto &t, const Before &) {
        QTest::keyPress(t.desktopWindow(), Qt::Key_Space);
        auto *peek = t.m_rig->window().template findChild<QWidget *>(u"peek"_s);
        auto *crop = peek->template findChild<QWidget *>();
        const auto isInked = [&] {
            // The crop shows the letters of the page.
            const auto image = crop->grab().toImage();
            int dark = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    dark += qGray(image.pixel(x, y)) < 150 ? 1 : 0;
            return dark > 30;
        };
        const auto opened = peek->isVisible() && QTest::qWaitFor(isInked, patience);
        QTest::keyRelease(t.desktopWindow(), Qt::Key_Space);
        return opened && !peek->isVisible();
    });
}

void TestReviewKeys::keys()
{
    using Check = std::function<bool(TestReviewKeys &, const Before &)>;
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(Check, check);
    const auto path = m_tree->currentPath();
    const Before before{path, text(path), m_page->attention(), m_view->zoom()};
    if (key != Qt::Key_unknown)
        press(static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
    QVERIFY(check(*this, before));
}

/// A value that is proved twice: the engine's answer has none, so the window is given one.
void TestReviewKeys::citationKeys()
{
    domain::ResultNode value;
    value.name = u"total"_s;
    value.value = "1";
    value.evidence = domain::Evidence{
        {{1, u"a"_s, {QRectF(0.1, 0.1, 0.2, 0.02)}, {}}, {1, u"b"_s, {QRectF(0.1, 0.8, 0.2, 0.02)}, {}}},
        0.5,
        {},
        {},
        {}};
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {value};
    auto *document = m_rig->find<gui::viewer::DocumentView>(u"documentView"_s);
    document->setResult(root);
    m_page->setResult(root, {});
    m_tree->setFocus();
    auto *label = m_rig->find<QLabel>(u"citationLabel"_s);
    QCOMPARE(label->text(), u"citation 1 of 2"_s);
    press(Qt::Key_BracketRight);
    QCOMPARE(label->text(), u"citation 2 of 2"_s);
    QCOMPARE(m_view->selectedCitation(), 1);
    press(Qt::Key_BracketRight);
    QCOMPARE(label->text(), u"citation 2 of 2"_s);
    press(Qt::Key_BracketLeft);
    QCOMPARE(m_view->selectedCitation(), 0);
    // Back to the review itself.
    m_rig->window().findChild<gui::shell::ReviewController *>()->show(m_rig->queue().ids().back());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->editor().canDecide() && m_view->highlights().size() > 2, patience);
}

void TestReviewKeys::clickOnABoxChoosesItsField()
{
    const auto path = u"/invoice_number"_s;
    QVERIFY(m_tree->currentPath() != path);
    m_view->select(path);
    m_view->select(m_tree->currentPath());
    const auto box = m_view->boxOnScreen(path);
    QVERIFY(QRectF(m_view->viewport()->rect()).contains(box));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, box.center().toPoint());
    QCOMPARE(m_tree->currentPath(), path);
}

/// Boxes that lie on each other: the engine's answer has none, so the window is given two.
void TestReviewKeys::clickAgainCyclesBoxes()
{
    const auto proved = [](const QString &name, const QRectF &box) {
        domain::ResultNode value;
        value.name = name;
        value.value = "1";
        value.evidence = domain::Evidence{{{1, u"a"_s, {box}, {}}}, 0.5, {}, {}, {}};
        return value;
    };
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {proved(u"whole"_s, {0.1, 0.1, 0.5, 0.1}), proved(u"part"_s, {0.2, 0.12, 0.2, 0.04})};
    auto *document = m_rig->find<gui::viewer::DocumentView>(u"documentView"_s);
    document->setResult(root);
    m_page->setResult(root, {});
    const auto spot = m_view->boxOnScreen(u"/part"_s).center().toPoint();
    const auto click = [&] {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, spot);
        return m_tree->currentPath();
    };
    QCOMPARE(click(), u"/part"_s);
    QCOMPARE(click(), u"/whole"_s);
    QCOMPARE(click(), u"/part"_s);
    m_rig->window().findChild<gui::shell::ReviewController *>()->show(m_rig->queue().ids().back());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->editor().canDecide() && m_view->highlights().size() > 2, patience);
}

void TestReviewKeys::clickWithCtrlTakesAWord()
{
    const auto number = text(u"/invoice_number"_s);
    m_page->select(u"/order_number"_s);
    const auto word = m_view->boxOnScreen(u"/invoice_number"_s).center().toPoint();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, word);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"/order_number"_s), number, patience);
    QCOMPARE(verdict(u"/order_number"_s), Verdict::Corrected);
}

/// To the place and the zoom before a jump, and forward again.
void TestReviewKeys::altLeftGoesBack()
{
    const auto before = m_view->zoom();
    const auto top = m_view->verticalScrollBar()->value();
    press(Qt::Key_Z);
    const auto zoomed = m_view->zoom();
    QVERIFY(zoomed > before);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_view->zoom(), before);
    QVERIFY(qAbs(m_view->verticalScrollBar()->value() - top) <= 1);
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_view->zoom(), zoomed);
}

void TestReviewKeys::dCompares()
{
    auto *compare = m_rig->find<QAction>(u"compareAction"_s);
    QVERIFY(compare && !compare->isChecked());
    press(Qt::Key_D);
    QTRY_VERIFY_WITH_TIMEOUT(compare->isChecked(), patience);
    press(Qt::Key_D);
    QTRY_VERIFY_WITH_TIMEOUT(!compare->isChecked(), patience);
}

/// A click on a column's name, and the key on the chosen cell: rising, falling, as the document has it.
void TestReviewKeys::columnsOrderTheirTable()
{
    auto *model = m_page->model();
    const auto rows = [&] {
        QStringList numbers;
        const auto list = model->indexOf(u"/line_items"_s);
        for (int row = 1; row < model->rowCount(list); ++row)
            numbers << model->index(row, 0, list).data().toString();
        return numbers;
    };
    const auto own = rows();
    QVERIFY2(own.size() > 1, "the sample needs a table");
    const auto cell = model->cells(model->index(1, 0, model->indexOf(u"/line_items"_s))).back();
    m_page->select(u"/line_items/0/"_s + cell.name);
    QVERIFY(m_tree->hasFocus());
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    const auto order = model->tableOrder(u"/line_items"_s);
    QCOMPARE(order.column, cell.name);
    QCOMPARE(order.direction, Qt::DescendingOrder);
    const auto falling = rows();
    QVERIFY(falling != own);
    QCOMPARE(m_tree->currentPath(), u"/line_items/0/"_s + cell.name);
    // The row of the names stands above the first row.
    const auto first =
        m_tree->rectOf(u"/line_items/"_s + QString::number(falling.front().toInt() - 1) + u'/' + cell.name);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, first.center() - QPoint(0, first.height()));
    QCOMPARE(rows(), own);
}

void TestReviewKeys::dragTakesTheTextAsTheValue()
{
    const auto number = text(u"/invoice_number"_s);
    m_page->select(u"/order_number"_s);
    const auto word = m_view->boxOnScreen(u"/invoice_number"_s);
    QVERIFY(!word.isEmpty());
    const auto from = QPointF(word.left() + 5, word.center().y()).toPoint();
    const auto to = QPointF(word.right() - 5, word.center().y()).toPoint();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    // QTest::mouseMove() knows no buttons.
    QMouseEvent drag(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(m_view->viewport(), &drag);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"/order_number"_s), number, patience);
    QCOMPARE(verdict(u"/order_number"_s), Verdict::Corrected);
    QVERIFY(!m_page->model()->node(u"/order_number"_s)->evidence->citations.front().boxes.empty());
}

void TestReviewKeys::keysWorkWhereABoxWasClicked()
{
    const auto waiting = m_page->attention();
    const auto box = m_view->boxOnScreen(u"/invoice_number"_s);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, box.center().toPoint());
    QVERIFY(m_view->hasFocus());
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(verdict(u"/invoice_number"_s), Verdict::Confirmed);
    press(Qt::Key_J);
    QVERIFY(waiting.contains(m_tree->currentPath()));
}

/// Also of the one that is shown already.
void TestReviewKeys::keysWorkWhereAJobWasClicked()
{
    auto *jobs = m_rig->find<QListView>(u"jobStripList"_s);
    jobs->setFocus();
    QTest::mouseClick(jobs->viewport(), Qt::LeftButton, {}, jobs->visualRect(jobs->model()->index(0, 0)).center());
    const auto before = m_tree->currentPath();
    press(Qt::Key_J);
    QVERIFY(m_tree->hasFocus());
    QVERIFY(m_tree->currentPath() != before);
}

void TestReviewKeys::cleanupTestCase()
{
    m_rig.reset();
}

QTEST_MAIN(TestReviewKeys)
#include "tst_reviewkeys.moc"
