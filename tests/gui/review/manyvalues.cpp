// SPDX-License-Identifier: GPL-3.0-or-later
// For scripts/bench manyvalues: how long the event loop is held while a result of very many rows is opened, filtered,
// walked and decided about. Prints one line each: what, and the longest time without a turn of the loop in ms (of this
// thread's processor time, so that a busy computer changes nothing).
#include "base/clock.h"
#include "gui/common/findbar.h"
#include "gui/review/documentspage.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"
#include "gui/review/resulttree.h"
#include "gui/review/revieweditor.h"
#include "review/flatten.h"
#include "review/reviewsession.h"
#include "support/processortime.h"

#include <QAction>
#include <QApplication>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using tests::processorTime;

namespace {

domain::ResultNode cell(const char *name, Json value, double confidence)
{
    domain::ResultNode node;
    node.name = QString::fromLatin1(name);
    node.value = std::move(value);
    node.evidence = domain::Evidence{{{1, u"text"_s, {QRectF(10, 10, 40, 10)}, {}}}, confidence, {}, {}, {}};
    return node;
}

domain::ResultNode table(int rows)
{
    domain::ResultNode list;
    list.kind = domain::ResultNode::Kind::List;
    for (int i = 0; i < rows; ++i) {
        domain::ResultNode row;
        row.kind = domain::ResultNode::Kind::Object;
        row.children = {cell("number", i, 0.95), cell("description", "row " + std::to_string(i), 0.97),
                        cell("amount", i * 1.25, i % 50 == 0 ? 0.4 : 0.99)};
        list.children.push_back(std::move(row));
    }
    return list;
}

/// Runs the event loop until it is calm and the threads of the pool are done, and prints the longest time between two
/// turns.
void measure(const char *what, const std::function<void()> &begin)
{
    auto longest = 0.0;
    auto last = processorTime();
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        const auto now = processorTime();
        longest = std::max(longest, now - last);
        last = now;
    });
    beat.start(0ms);
    QTimer::singleShot(0, &beat, begin);
    for (int turn = 0; turn < 200; ++turn) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (QThreadPool::globalInstance()->activeThreadCount() > 0)
            turn = 0;
    }
    QTextStream(stdout) << what << ' ' << longest << Qt::endl;
}

/// The same rows in the table of all documents.
void measureDocuments(const domain::ResultNode &result)
{
    const auto table = review::flatten({{u"list.pdf"_s, result, {}, {}, {}}}).front();
    std::vector<gui::review::DocumentRow> rows;
    for (const auto &row : table.rows)
        rows.push_back({u"job"_s, u"list.pdf · "_s + review::rowNumber(row), row.cells,
                        std::vector<std::optional<domain::Citation>>(row.cells.size())});
    gui::review::DocumentsPage page;
    page.resize(900, 800);
    page.show();
    measure("table-open", [&] { page.setRows(table.columns, std::move(rows)); });
    measure("table-sort-numbers", [&] { page.view()->sortByColumn(3, Qt::AscendingOrder); });
    measure("table-sort-texts", [&] { page.view()->sortByColumn(2, Qt::DescendingOrder); });
    measure("table-search", [&] { page.model()->setSearch(u"row 99"_s); });
    measure("table-search-end", [&] { page.model()->setSearch({}); });
    measure("table-filter", [&] { page.model()->setFilter(true); });
    measure("table-confirm", [&] { page.model()->setVerdict(u"job"_s, u"/500/amount"_s, review::Verdict::Confirmed); });
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const auto rows = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 100'000;
    QTemporaryDir folder;
    auto store = review::ReviewStore::open(folder.filePath(u"reviews.sqlite"_s));
    if (!store)
        qFatal("no store");
    const SystemClock clock;
    review::ReviewSession session(**store, clock, u"bench"_s);
    auto result = table(rows);
    gui::review::ResultsPage page;
    page.resize(700, 800);
    page.show();
    auto *tree = page.findChild<gui::review::ResultTree *>(u"resultTree"_s);
    const auto trigger = [&page](const char *name) { page.findChild<QAction *>(QString::fromLatin1(name))->trigger(); };
    measure("open", [&] {
        if (!session.open(LocalJobId(u"job"_s), std::move(result), Json()))
            qFatal("the review cannot be opened");
        page.showReview(session);
    });
    using Filter = gui::review::FilterProxy::Filter;
    measure("filter", [&] { page.setFilter(Filter::NeedsAttention); });
    measure("unfilter", [&] { page.setFilter(Filter::All); });
    // The first turn of each column is rising, the second falling.
    const auto order = [&](const char *column) { emit tree->orderWanted({}, QString::fromLatin1(column)); };
    measure("sort-numbers", [&] { order("amount"); });
    measure("sort-falling", [&] { order("amount"); });
    measure("sort-texts", [&] { order("description"); });
    measure("filter-sorted", [&] { page.setFilter(Filter::NeedsAttention); });
    measure("unfilter-sorted", [&] { page.setFilter(Filter::All); });
    order("description");
    measure("unsort", [&] { order("description"); });
    measure("scroll", [&] { tree->scrollToBottom(); });
    measure("next", [&] { trigger("nextAttentionAction"); });
    measure("search",
            [&] { page.findChild<gui::common::FindBar *>(u"findValueBar"_s)->open(u"row %1"_s.arg(rows - 1)); });
    measure("confirm", [&] { trigger("confirmAction"); });
    measure("remove", [&] { trigger("removeRowAction"); });
    page.hide();
    measureDocuments(session.result());
    return 0;
}
