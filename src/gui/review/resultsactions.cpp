// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a review: everything that a ResultsPage can be told by an action.
#include "gui/common/icons.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"
#include "gui/review/resulttree.h"
#include "gui/review/revieweditor.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

QAction *ResultsPage::addReviewAction(const QString &name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_actions << action;
    return action;
}

void ResultsPage::setupActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &key, auto call) {
        connect(addReviewAction(name, text, key), &QAction::triggered, this, call);
    };
    add(u"nextAttentionAction"_s, tr("Next that needs attention"), Qt::Key_J, [this] { step(1); });
    add(u"previousAttentionAction"_s, tr("Previous that needs attention"), Qt::Key_K, [this] { step(-1); });
    add(u"previousCitationAction"_s, tr("Previous citation"), Qt::Key_BracketLeft, [this] { stepCitation(-1); });
    add(u"nextCitationAction"_s, tr("Next citation"), Qt::Key_BracketRight, [this] { stepCitation(1); });
    add(u"zoomToBoxAction"_s, tr("Zoom to the box"), Qt::Key_Z, [this] { emit zoomRequested(); });
    add(u"showAllAction"_s, tr("Show all values"), Qt::Key_1, [this] { setFilter(FilterProxy::Filter::All); });
    add(u"showAttentionAction"_s, tr("Show values that need attention"), Qt::Key_2,
        [this] { setFilter(FilterProxy::Filter::NeedsAttention); });
    add(u"showEditedAction"_s, tr("Show edited values"), Qt::Key_3, [this] { setFilter(FilterProxy::Filter::Edited); });
    add(u"showNoEvidenceAction"_s, tr("Show values without evidence"), Qt::Key_4,
        [this] { setFilter(FilterProxy::Filter::NoEvidence); });
    add(u"orderTableAction"_s, tr("Order the table by this column"), Qt::CTRL | Qt::SHIFT | Qt::Key_L,
        [this] { m_tree->orderByCell(); });
    // Ctrl+F is the document's, until the values have the focus.
    add(u"searchValuesAction"_s,
        tr("Search the values") + u"\t"_s + QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText), {},
        [this] { openSearch(); });
    m_exportAction = new QAction(common::icon(u"export", common::IconColor::Text2), tr("Export"), this);
    m_exportAction->setObjectName(u"exportResultAction"_s);
    m_exportAction->setToolTip(tr("Save the values as a table, workbook, page or JSON"));
    connect(m_exportAction, &QAction::triggered, this, &ResultsPage::exportRequested);
}

/// The words on the buttons are shorter than those in the menu.
void ResultsPage::setupVerdicts()
{
    const auto add = [this](const QString &name, const QString &text, const QString &shortText, const QKeySequence &key,
                            auto call) {
        auto *action = addReviewAction(name, text, key);
        action->setIconText(shortText);
        connect(action, &QAction::triggered, this, [this, call] {
            if (m_editor->canDecide() && !currentPath().isEmpty())
                call(currentPath());
        });
        m_valueVerdicts << action;
        return action;
    };
    auto *confirm = add(u"confirmAction"_s, tr("Confirm and go on"), tr("Confirm"), Qt::Key_Return,
                        [this](const QString &path) { goOnAfter({path}, [&] { m_editor->confirm({path}); }); });
    confirm->setShortcuts({Qt::Key_Enter, Qt::Key_Return});
    confirm->setIcon(common::icon(u"check", common::IconColor::OnFill));
    auto *edit = add(u"editValueAction"_s, tr("Edit the value"), tr("Edit"), Qt::Key_F2,
                     [this](const QString &) { startEdit({}); });
    auto *absent = add(u"absentAction"_s, tr("Not in the document"), tr("Not in document"), Qt::Key_N,
                       [this](const QString &path) { goOnAfter({path}, [&] { m_editor->markAbsent(path); }); });
    auto *doubtful = add(u"doubtfulAction"_s, tr("Mark as doubtful, with a note…"), tr("Doubtful"), Qt::Key_M,
                         [this](const QString &) { startNote(); });
    auto *reject = add(u"rejectAction"_s, tr("Reject the value"), tr("Reject"), Qt::Key_X,
                       [this](const QString &path) { goOnAfter({path}, [&] { m_editor->reject(path); }); });
    m_mainVerdicts = {confirm, edit, absent, doubtful, reject};
    add(u"confirmStayAction"_s, tr("Confirm and stay"), {}, Qt::SHIFT | Qt::Key_Return, [this](const QString &path) {
        m_editor->confirm({path});
    })->setShortcuts({Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter});
    add(u"confirmRowAction"_s, tr("Confirm the row"), {}, Qt::ALT | Qt::Key_Return, [this](const QString &path) {
        const auto row = QStringList(path) + m_model->siblings(path);
        goOnAfter(row, [&] { m_editor->confirm(row); });
    })->setShortcuts({Qt::ALT | Qt::Key_Return, Qt::ALT | Qt::Key_Enter});
    add(u"takeBackAction"_s, tr("Back to the machine's value"), {}, Qt::Key_Backspace,
        [this](const QString &path) { m_editor->takeBack(path); });
    // These are about the document or about a list, and need no value.
    const auto addForMore = [this](const QString &name, const QString &text, const QKeySequence &key, auto call) {
        auto *action = addReviewAction(name, text, key);
        connect(action, &QAction::triggered, this, call);
        m_otherVerdicts << action;
        return action;
    };
    addForMore(u"confirmDocumentAction"_s, tr("Confirm the document and open the next"), Qt::CTRL | Qt::Key_Return,
               [this] {
                   if (!m_editor->canDecide())
                       return;
                   m_editor->confirmDocument();
                   emit nextDocumentWanted();
               })
        ->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    addForMore(u"addRowAction"_s, tr("Add a row to the list"), Qt::Key_Insert, [this] { addRow(); });
    addForMore(u"removeRowAction"_s, tr("Take the row out, or back"), Qt::Key_Delete, [this] { removeRow(); });
    connect(m_editor, &ReviewEditor::failed, this, &ResultsPage::failed);
}

} // namespace xs::gui::review
