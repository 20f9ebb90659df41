// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/findingtour.h"

#include "gui/schemaeditor/commands/fixfindingcommand.h"
#include "gui/schemaeditor/schemamodel.h"
#include "gui/schemaeditor/schemaview.h"
#include "wording/findingtext.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

/// The cell in which a finding can be put right.
int columnOf(const schema::Finding &finding)
{
    using enum schema::FindingKind;
    switch (finding.kind) {
    case NoDescription:
    case TooMuchText:
        return SchemaModel::Description;
    case EnumEmpty:
        return SchemaModel::Example;
    case TypeUnknown:
        return SchemaModel::Type;
    case RequiredWithoutNull:
    case RequiredUnknown:
        return SchemaModel::Required;
    case NameOfMetadata:
        return SchemaModel::Name;
    default:
        return SchemaModel::Findings;
    }
}

} // namespace

FindingTour::FindingTour(SchemaView &view, SchemaDocument &document)
    : QObject(&view), m_view(view), m_document(document)
{
}

/// From the current field on, around the end; several findings of a field are one stop.
void FindingTour::go(int step)
{
    auto &model = m_view.schemaModel();
    QList<QModelIndex> stops;
    QSet<void *> rows;
    for (const auto &finding : m_document.findings()) {
        const auto stop = model.indexOf(finding.pointer, columnOf(finding));
        if (!stop.isValid() || rows.contains(stop.internalPointer()))
            continue;
        rows.insert(stop.internalPointer());
        stops << stop;
    }
    if (stops.isEmpty())
        return;
    std::ranges::stable_sort(stops, {}, rowPath);
    const auto here = rowPath(m_view.currentIndex());
    const auto firstBeyond =
        std::ranges::find_if(stops, [&here](const QModelIndex &stop) { return rowPath(stop) > here; }) - stops.begin();
    auto aim = step > 0 ? firstBeyond : firstBeyond - 1;
    if (step < 0 && aim >= 0 && rowPath(stops[aim]) == here)
        --aim;
    aim = (aim + stops.size()) % stops.size();
    for (auto owner = stops[aim].parent(); owner.isValid(); owner = owner.parent())
        m_view.expand(owner);
    m_view.selectionModel()->setCurrentIndex(stops[aim],
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view.scrollTo(stops[aim]);
    m_view.setFocus();
}

std::vector<FindingTour::Offer> FindingTour::offers(const QModelIndex &index) const
{
    std::vector<Offer> offers;
    if (index.isValid())
        for (const auto &finding : m_view.schemaModel().findings(index))
            for (auto &fix : schema::fixesOf(m_document.schema(), finding))
                offers.push_back({finding, std::move(fix)});
    return offers;
}

bool FindingTour::addFixes(QMenu &menu, const QModelIndex &index)
{
    const auto all = offers(index);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto *action = menu.addAction(wording::fixText(all[i].fix), this, [this, offer = all[i]] { apply(offer); });
        action->setObjectName(u"fix%1Action"_s.arg(i));
    }
    return !all.empty();
}

void FindingTour::fix(const QModelIndex &index)
{
    const auto all = offers(index);
    if (all.size() == 1)
        return apply(all.front());
    if (all.empty())
        return;
    auto *menu = new QMenu(&m_view);
    menu->setObjectName(u"fixMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFixes(*menu, index);
    menu->setActiveAction(menu->actions().constFirst());
    const auto cell = m_view.visualRect(index.siblingAtColumn(SchemaModel::Findings));
    menu->popup(m_view.viewport()->mapToGlobal(cell.bottomLeft()));
}

void FindingTour::apply(const Offer &offer)
{
    const auto done =
        m_document.push(std::make_unique<FixFindingCommand>(offer.finding, offer.fix, wording::fixText(offer.fix)));
    if (!done)
        return emit refused(done.error());
    // A name made into words is where a description begins, not where it ends.
    if (offer.fix.kind == schema::FixKind::NameAsDescription)
        m_view.edit(m_view.currentIndex().siblingAtColumn(SchemaModel::Description));
}

} // namespace xs::gui::schemaeditor
