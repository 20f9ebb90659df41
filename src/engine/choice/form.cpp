// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/choice/form.h"

#include "engine/candidates/assign.h"
#include "engine/candidates/cite.h"
#include "engine/candidates/partyguess.h"
#include "engine/candidates/prosevalues.h"
#include "engine/candidates/ratedtaxes.h"
#include "engine/candidates/resultnodes.h"
#include "engine/candidates/resumeperson.h"
#include "engine/candidates/rivals.h"
#include "engine/candidates/sites.h"
#include "engine/candidates/unlabelled.h"
#include "engine/choice/checks.h"
#include "engine/tables/lists.h"
#include "engine/tables/periodcolumns.h"

#include <algorithm>
#include <map>
#include <set>

namespace xs::engine {

namespace {

using Kind = domain::ResultNode::Kind;
using schema::Field;

/// Of labels with other words beside the field's, and of signs, other values have the same.
constexpr double surelyNamed = 0.95;

/// The leaves of an object that are not in a list, in the schema's order.
void collectLeaves(const Field &object, std::vector<const Field *> parents, const Lexicon &lexicon,
                   std::vector<FieldSpec> &leaves)
{
    parents.push_back(&object);
    for (const auto &child : object.children) {
        if (child.list)
            continue;
        if (child.isContainer())
            collectLeaves(child, parents, lexicon, leaves);
        else
            leaves.push_back(fieldSpec(child, parents, lexicon));
    }
}

/// Where one label fits a field that the schema asks for and a rival alike, the rival yields. Amounts are told apart
/// by their rivals instead: a subtotal is labelled as a total, too. Of these a rival yields only to a field that the
/// label surely names and names better, as "Total" a total better than the number of items.
void yieldToAsked(const std::vector<FieldSpec> &fields, std::size_t asked,
                  std::vector<std::vector<Candidate>> &candidates)
{
    for (std::size_t f = 0; f < asked; ++f) {
        const auto isAmount = fields[f].isNumeric();
        for (const auto &own : candidates[f])
            for (auto r = asked; r < candidates.size(); ++r)
                std::erase_if(candidates[r], [&own, isAmount](const Candidate &rival) {
                    const auto more = own[Feature::LabelSimilarity] - rival[Feature::LabelSimilarity];
                    return !own.label.isEmpty() && own.label == rival.label && own.spans == rival.spans &&
                           (isAmount ? more > 0 && own[Feature::LabelSimilarity] >= surelyNamed : more >= 0);
                });
    }
}

class Builder
{
public:
    Builder(const Workspace &workspace, const std::vector<FieldSpec> &leaves,
            const std::vector<std::vector<Candidate>> &candidates,
            const std::vector<std::optional<std::size_t>> &choice, const SearchArea &area)
        : m_workspace(workspace), m_area(area)
    {
        for (std::size_t i = 0; i < leaves.size(); ++i)
            if (choice[i])
                m_chosen[leaves[i].field.pointer] = &candidates[i][*choice[i]];
    }

    /// The lists that ask for most of a row take their rows first: a table's rows are those of one list.
    void fillLists(const Field &root)
    {
        std::vector<const Field *> lists;
        collectLists(root, lists);
        std::ranges::stable_sort(
            lists, [](const Field *a, const Field *b) { return a->children.size() > b->children.size(); });
        std::set<int> taken;
        for (const auto *list : lists)
            m_lists[list->pointer] = fillList(*list, m_workspace, m_area, taken);
    }

    domain::ResultNode node(const Field &field) const
    {
        if (field.list || !field.isContainer()) {
            if (field.list)
                return m_lists.at(field.pointer);
            const auto chosen = m_chosen.find(field.pointer);
            return valueNode(field, m_workspace.text, chosen != m_chosen.end() ? chosen->second : nullptr);
        }
        domain::ResultNode object;
        object.kind = Kind::Object;
        object.name = field.name;
        for (const auto &child : field.children)
            object.children.push_back(node(child));
        return object;
    }

private:
    static void collectLists(const Field &field, std::vector<const Field *> &lists)
    {
        if (field.list)
            lists.push_back(&field);
        else
            for (const auto &child : field.children)
                collectLists(child, lists);
    }

    const Workspace &m_workspace;
    const SearchArea &m_area;
    std::map<QString, const Candidate *> m_chosen;
    std::map<QString, domain::ResultNode> m_lists;
};

} // namespace

FormCandidates candidatesOf(const Field &root, const Workspace &workspace, const SearchArea &area)
{
    FormCandidates form;
    collectLeaves(root, {}, workspace.lexicon, form.leaves);
    const auto rivals = rivalsOf(form.leaves, workspace.lexicon);
    form.leaves.insert(form.leaves.end(), rivals.begin(), rivals.end());
    const LabelledSearch search(workspace.labels, workspace.occurrences);
    form.candidates = search.find(form.leaves, area);
    addRatedTaxes(form.leaves, workspace, area, form.candidates);
    const auto blocks = area.segments.isEmpty() ? std::vector<AddressBlock>() : findAddresses(workspace, area);
    addUnlabelled(form.leaves, workspace, area, blocks, form.candidates);
    addSites(form.leaves, workspace, area, form.candidates);
    addResumePerson(form.leaves, workspace, area, form.candidates);
    markParties(form.leaves, blocks, workspace, form.candidates);
    form.asked = form.leaves.size() - rivals.size();
    addProseValues(form.leaves, form.asked, workspace, area, form.candidates);
    yieldToAsked(form.leaves, form.asked, form.candidates);
    applyChecks(form.leaves, workspace.occurrences, area, form.candidates);
    addPeriodValues(form.leaves, form.asked, workspace, area, form.candidates);
    return form;
}

domain::ResultNode fillForm(const Field &root, const Workspace &workspace, const SearchArea &area)
{
    const auto form = candidatesOf(root, workspace, area);
    Builder builder(workspace, form.leaves, form.candidates, assign(form.candidates, form.asked), area);
    builder.fillLists(root);
    return builder.node(root);
}

} // namespace xs::engine
