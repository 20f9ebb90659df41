// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/pageviewaccess.h"

#include "gui/common/confidencepainter.h"
#include "gui/viewer/pageview.h"

#include <QCoreApplication>
#include <QPointer>

namespace xs::gui::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(xs::gui::viewer::PageView)
};

/// One box. The view may have other boxes by now: then it is no longer valid.
class BoxAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    BoxAccess(PageView *view, QString path, int citation) : m_view(view), m_path(std::move(path)), m_citation(citation)
    {
    }

    const Highlight *box() const { return m_view ? m_view->shownHighlight(m_path, m_citation) : nullptr; }
    bool is(const Highlight &highlight) const { return highlight.path == m_path && highlight.citation == m_citation; }

    bool isValid() const override { return box(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::PushButton; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        const auto *here = box();
        return here && kind == QAccessible::Name ? spokenBox(*here) : QString();
    }

    QRect rect() const override
    {
        if (!box())
            return {};
        const auto place = m_view->boxOnScreen(m_path, m_citation).toAlignedRect();
        return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.invalid = !box();
        state.selected = box() && m_view->selectedPath() == m_path && m_view->selectedCitation() == m_citation;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && box())
            m_view->choose(m_path, m_citation);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<PageView> m_view;
    QString m_path;
    int m_citation;
};

} // namespace

QString spokenBox(const Highlight &highlight)
{
    return Words::tr("%1: %2, %3, page %4", "field, value, confidence, number of the page")
        .arg(domain::readablePath(highlight.path), highlight.text,
             common::ConfidencePainter::sentence(highlight.level, highlight.score))
        .arg(highlight.page + 1);
}

PageViewAccess::PageViewAccess(PageView *view) : QAccessibleWidget(view, QAccessible::Document, view->accessibleName())
{
}

PageViewAccess::~PageViewAccess()
{
    forget();
}

void PageViewAccess::install()
{
    QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
        auto *view = qobject_cast<PageView *>(object);
        return view ? new PageViewAccess(view) : nullptr;
    });
}

PageView &PageViewAccess::view() const
{
    return *static_cast<PageView *>(widget());
}

void PageViewAccess::forget() const
{
    for (const auto &[place, id] : m_boxes)
        QAccessible::deleteAccessibleInterface(id);
    m_boxes.clear();
}

int PageViewAccess::childCount() const
{
    return QAccessibleWidget::childCount() + static_cast<int>(view().shownHighlights().size());
}

QAccessibleInterface *PageViewAccess::child(int index) const
{
    constexpr std::size_t mostKept = 5000;
    const auto widgets = QAccessibleWidget::childCount();
    if (index < widgets)
        return QAccessibleWidget::child(index);
    const auto boxes = view().shownHighlights();
    if (index - widgets >= static_cast<int>(boxes.size()))
        return nullptr;
    const auto &highlight = *boxes[static_cast<std::size_t>(index - widgets)];
    if (m_boxes.size() > mostKept)
        forget();
    auto &id = m_boxes[{highlight.path, highlight.citation}];
    if (!id)
        id = QAccessible::registerAccessibleInterface(new BoxAccess(&view(), highlight.path, highlight.citation));
    return QAccessible::accessibleInterface(id);
}

int PageViewAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const auto boxes = view().shownHighlights();
    if (const auto *box = dynamic_cast<const BoxAccess *>(child))
        for (std::size_t i = 0; i < boxes.size(); ++i)
            if (box->is(*boxes[i]))
                return QAccessibleWidget::childCount() + static_cast<int>(i);
    return QAccessibleWidget::indexOfChild(child);
}

} // namespace xs::gui::viewer
