// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/proposal/samplefields.h"

#include "engine/candidates/choices.h"
#include "engine/proposal/fieldpairs.h"
#include "engine/proposal/promptfields.h"
#include "engine/proposal/sampleform.h"
#include "engine/proposal/samplesections.h"
#include "engine/proposal/sampleshape.h"
#include "engine/proposal/sampletables.h"
#include "engine/text/data.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using schema::FieldType;

constexpr std::size_t mostLists = 6;
/// Behind a label that is no common one, more words than these are a sentence.
constexpr int mostWordsOfUnusualValue = 6;
/// Longer documents without a table have no goods.
constexpr std::size_t mostPagesOfReceipt = 2;
/// A guess without a label is proposed when it is at least this sure.
constexpr double leastConfidence = 0.4;

/// "Bill to" over a name is who the customer is.
void nameParty(FieldDraft &draft)
{
    const auto &lexicon = Lexicon::standard();
    const auto bag = lexicon.bag(nameParts(draft.label));
    if (draft.shape != ValueShape() || bag.size() != 1 || !lexicon.says(bag, "buyer"_L1))
        return;
    draft.name = u"customer_name"_s;
    draft.description = fieldDescription(draft.name, draft.label);
}

/// Whether the name says something that the lexicon knows; other labels are this document's own.
bool isCommon(const QString &label)
{
    const auto words = sentenceWords(label);
    return std::ranges::all_of(words, [](const QString &word) {
        const auto &lexicon = Lexicon::standard();
        return lexicon.knows(word) || lexicon.isIgnored(word);
    });
}

FieldDraft listOf(const SampleTable &table, const Workspace &workspace)
{
    FieldDraft list;
    list.list = true;
    list.place = workspace.text.lines[table.lines.first].tokens.first;
    for (const auto &column : table.columns) {
        auto draft = draftOf(column.label, workspace, column.cells);
        if (column.label.isEmpty()) {
            draft.name = u"description"_s;
            draft.description = u"What the row is about"_s;
        }
        draft.name = freeName(draft.name, list.members);
        draft.nullable = column.hasGaps;
        list.members.push_back(std::move(draft));
    }
    return list;
}

/// What the rows of a list are, by its columns: goods with prices, bookings with balances, or just rows.
QString nameOfList(const FieldDraft &list)
{
    Bag all;
    for (const auto &column : list.members)
        for (const auto &meaning : Lexicon::standard().bag(nameParts(column.label.isEmpty() ? QString() : column.name)))
            all.push_back(meaning);
    const auto says = [&all](QLatin1StringView meaning) { return Lexicon::standard().says(all, meaning); };
    const auto hasDate =
        std::ranges::any_of(list.members, [](const FieldDraft &column) { return column.shape.format == "date"_L1; });
    if (hasDate && (says("balance"_L1) || says("debit"_L1) || says("credit"_L1)))
        return u"transactions"_s;
    if (says("quantity"_L1) || says("price"_L1) || says("item"_L1) || (says("description"_L1) && says("amount"_L1)))
        return u"line_items"_s;
    return hasDate ? u"entries"_s : u"rows"_s;
}

/// Fields that documents have without labelling them, unless another draft says the same.
void addGeneral(const char *which, std::vector<FieldDraft> &drafts)
{
    const auto &lexicon = Lexicon::standard();
    for (const auto &entry : member(engineData("proposal"), which)) {
        FieldDraft draft;
        draft.name = toQString(entry["name"]);
        draft.description = toQString(entry["description"]);
        draft.shape = shapeOfName(draft.name);
        draft.nullable = true;
        const auto same = stringMember(entry, "unless").value_or(draft.name).toLatin1();
        const auto isThere = std::ranges::any_of(drafts, [&](const FieldDraft &other) {
            return other.name == draft.name ||
                   lexicon.says(lexicon.bag(nameParts(other.name)), QLatin1StringView(same));
        });
        if (!isThere)
            drafts.push_back(std::move(draft));
    }
}

/// The engine's own result for the drafts, one node for each.
domain::ResultNode resultOf(const std::vector<FieldDraft> &drafts, const Workspace &workspace)
{
    const auto root = schema::readFields(toSchema(drafts));
    const auto &text = workspace.text;
    const SearchArea whole{{0, int(text.segments.size())}, text.pages.front().number, text.pages.back().number};
    return root ? fillForm(*root, workspace, whole) : domain::ResultNode();
}

bool isFoundAgain(const FieldDraft &draft, const domain::ResultNode &node, const Text &text)
{
    if (draft.isBox || draft.isSection)
        return draft.list ? !node.children.empty() : !node.value.is_null();
    if (node.value.is_null() || !node.evidence || node.evidence->citations.empty())
        return false;
    if (!draft.value)
        return node.evidence->confidence.value_or(0) >= leastConfidence;
    QString cited;
    for (const auto &citation : node.evidence->citations)
        cited += key(citation.matchingText);
    const auto wanted = key(text.textOf(*draft.value));
    return cited.contains(wanted) || (!cited.isEmpty() && wanted.contains(cited));
}

/// Drops the columns without a value in any row; false when too little is left of the list.
bool keepColumns(FieldDraft &list, const domain::ResultNode &node)
{
    std::erase_if(list.members, [&node](const FieldDraft &column) {
        return std::ranges::none_of(node.children, [&column](const domain::ResultNode &row) {
            return std::ranges::any_of(row.children, [&column](const domain::ResultNode &cell) {
                return cell.name == column.name && !cell.value.is_null();
            });
        });
    });
    // Columns of text are as often words that happen to stand side by side.
    const auto saysMore =
        std::ranges::any_of(list.members, [](const FieldDraft &column) { return column.shape != ValueShape(); });
    return list.members.size() >= 2 && (saysMore || list.isSection);
}

/// Where a value stands that has no label, as its first word.
int placeOf(const domain::ResultNode &node, const Text &text)
{
    if (!node.evidence || node.evidence->citations.empty() || node.evidence->citations.front().boxes.empty())
        return 0;
    const auto &citation = node.evidence->citations.front();
    const auto &page = text.page(citation.page);
    const auto box = citation.boxes.front();
    for (int t = page.tokens.first; t < page.tokens.last; ++t)
        if (box.intersects(text.placeOf(text.tokens[t])))
            return t;
    return page.tokens.first;
}

/// What the first rows of lists are taken from.
std::vector<domain::Citation> firstRows(const std::vector<FieldDraft> &drafts, const domain::ResultNode &result)
{
    std::vector<domain::Citation> places;
    for (std::size_t i = 0; i < drafts.size() && i < result.children.size(); ++i)
        if (const auto &rows = result.children[i].children; !drafts[i].members.empty() && rows.size() > 1)
            for (const auto &cell : rows.front().children)
                if (cell.evidence)
                    places.insert(places.end(), cell.evidence->citations.begin(), cell.evidence->citations.end());
    return places;
}

bool shareBox(const domain::Citation &a, const domain::Citation &b)
{
    return a.page == b.page && !a.boxes.empty() && !b.boxes.empty() && a.boxes.front().intersects(b.boxes.front());
}

/// One pass of asking the engine; the fields that it does not find are dropped.
std::vector<FieldDraft> found(std::vector<FieldDraft> drafts, const Workspace &workspace)
{
    const auto result = resultOf(drafts, workspace);
    const auto rows = firstRows(drafts, result);
    std::vector<FieldDraft> kept;
    for (std::size_t i = 0; i < drafts.size() && i < result.children.size(); ++i) {
        auto &draft = drafts[i];
        const auto &node = result.children[i];
        if (!draft.members.empty() ? !keepColumns(draft, node) : !isFoundAgain(draft, node, workspace.text))
            continue;
        // The head of a column labels the cell below it, too.
        if (draft.members.empty() && draft.value && node.evidence &&
            std::ranges::any_of(rows, [&node](const domain::Citation &cell) {
                return std::ranges::any_of(node.evidence->citations,
                                           [&](const domain::Citation &own) { return shareBox(own, cell); });
            }))
            continue;
        if (!draft.list && !draft.value) {
            // What has a label of its own is there already.
            const auto cited = key(node.evidence->citations.front().matchingText);
            const auto isThere = std::ranges::any_of(drafts, [&](const FieldDraft &other) {
                return other.value && !other.list && key(workspace.text.textOf(*other.value)) == cited;
            });
            if (isThere)
                continue;
            draft.place = placeOf(node, workspace.text);
        }
        kept.push_back(std::move(draft));
    }
    return kept;
}

/// Whether labels stand over their values in lines below the head: a form and no table.
bool isForm(const SampleTable &table, const Workspace &workspace)
{
    const auto &text = workspace.text;
    for (int l = table.lines.first + 2; l < table.lines.last; ++l) {
        const auto &line = text.lines[l].segments;
        int labels = 0;
        for (int s = line.first; s < line.last; ++s)
            labels += workspace.labels.looksLikeLabel(text.segments[s].tokens) ? 1 : 0;
        const auto words = text.textOf(text.lines[l].tokens);
        if (line.size() >= 2 && 2 * labels >= line.size() && !hasDigit(words))
            return true;
    }
    return false;
}

/// The tables whose rows the engine reads, as lists; lines of forms are left for labels and values.
std::vector<FieldDraft> readableTables(const Workspace &workspace, std::vector<Span> &lines)
{
    std::vector<FieldDraft> lists;
    std::vector<Span> places;
    std::vector<bool> hasOneRow;
    for (const auto &table : findTables(workspace)) {
        if (isForm(table, workspace))
            continue;
        auto list = listOf(table, workspace);
        // A table that goes on has the same columns again.
        const auto known = std::ranges::find_if(lists, [&list](const FieldDraft &other) {
            return std::ranges::equal(other.members, list.members, {}, &FieldDraft::name, &FieldDraft::name);
        });
        if (known != lists.end() || lists.size() >= mostLists) {
            lines.push_back(table.lines);
            continue;
        }
        const auto name = nameOfList(list);
        // Labels over a single row of values are fields of the document, unless something is sold or booked there.
        if (table.rows < 2 && name != "line_items"_L1 && name != "transactions"_L1)
            continue;
        list.name = freeName(name, lists);
        list.description = u"One entry for each row of the table"_s;
        lists.push_back(std::move(list));
        places.push_back(table.lines);
        hasOneRow.push_back(table.rows < 2);
    }
    auto read = found(lists, workspace);
    for (std::size_t i = 0; i < lists.size(); ++i)
        if (!hasOneRow[i] || std::ranges::find(read, lists[i].name, &FieldDraft::name) != read.end())
            lines.push_back(places[i]);
    return read;
}

void addPairs(const Workspace &workspace, const std::vector<Span> &without, std::vector<FieldDraft> &drafts)
{
    for (const auto &pair : findPairs(workspace, without)) {
        // What is filled in is a field already.
        const auto isThere = std::ranges::any_of(drafts, [&](const FieldDraft &other) {
            return other.value && workspace.text.tokens[other.value->first].entry > 0 &&
                   other.value->overlaps(pair.value);
        });
        if (isThere)
            continue;
        const auto label = workspace.text.textOf(pair.label) + (pair.hasNumberSign ? u" #"_s : QString());
        auto draft = draftOf(label, workspace, {pair.value});
        nameParty(draft);
        // A label for an amount with words beside it labels something else.
        const auto implied = impliedKind(Lexicon::standard().bag(nameParts(draft.name)));
        if (implied == ValueKind::Money && draft.shape == ValueShape())
            continue;
        // The engine could not tell two fields of one name apart.
        const auto known =
            std::ranges::any_of(drafts, [&draft](const FieldDraft &other) { return other.name == draft.name; });
        if (known || drafts.size() >= mostFields)
            continue;
        draft.nullable = !isCommon(label);
        // Running text behind a heading.
        if (draft.nullable && pair.value.size() > mostWordsOfUnusualValue)
            continue;
        drafts.push_back(std::move(draft));
    }
}

/// Whether something is sold, ordered or paid: other documents have no seller and no buyer.
bool isOfTrade(const std::vector<FieldDraft> &drafts)
{
    const auto &lexicon = Lexicon::standard();
    return std::ranges::any_of(drafts, [&lexicon](const FieldDraft &draft) {
        if (!draft.list && draft.label.isEmpty())
            return false;
        const auto bag = lexicon.bag(nameParts(draft.name));
        return std::ranges::any_of(
                   member(engineData("proposal"), "trade"),
                   [&](const Json &one) { return lexicon.says(bag, QLatin1StringView(toQString(one).toLatin1())); }) ||
               isOfTrade(draft.members);
    });
}

/// Leaves out what other kinds of documents do not have.
void dropParties(std::vector<FieldDraft> &drafts)
{
    const auto isReceipt = std::ranges::any_of(
        drafts, [](const FieldDraft &draft) { return draft.label.isEmpty() && draft.name == "total"_L1; });
    if (isReceipt || isOfTrade(drafts))
        return;
    std::erase_if(drafts, [](const FieldDraft &draft) {
        return draft.label.isEmpty() &&
               std::ranges::any_of(member(engineData("proposal"), "general"),
                                   [&draft](const Json &one) { return toQString(one["name"]) == draft.name; });
    });
}

/// What the kind of document has without a label.
void addUnlabelled(const Workspace &workspace, bool isResume, bool hasLists, std::vector<FieldDraft> &drafts)
{
    const auto &text = workspace.text;
    if (isResume)
        return addGeneral("person", drafts);
    if (text.pages.front().mayBeSlip())
        addGeneral("receipt", drafts);
    addGeneral("general", drafts);
    addGeneral("needsMoney", drafts);
    if (hasLists || text.pages.size() > mostPagesOfReceipt)
        return;
    FieldDraft goods;
    goods.name = u"line_items"_s;
    goods.description = u"Goods or services, one entry for each line"_s;
    goods.list = true;
    goods.members = usualColumns();
    goods.place = int(text.tokens.size()) / 2;
    drafts.push_back(std::move(goods));
}

bool hasMoney(const std::vector<FieldDraft> &drafts)
{
    return std::ranges::any_of(drafts, [](const FieldDraft &draft) {
        return draft.shape.type == FieldType::Number || hasMoney(draft.members);
    });
}

} // namespace

std::vector<FieldDraft> fieldsOfSample(const Workspace &workspace)
{
    std::vector<Span> lines;
    auto drafts = findSections(workspace);
    const auto isResume = !drafts.empty();
    addTickBoxes(workspace, drafts, lines);
    const auto tables = isResume ? std::vector<FieldDraft>() : readableTables(workspace, lines);
    drafts.insert(drafts.end(), tables.begin(), tables.end());
    addEntries(workspace, drafts);
    addPairs(workspace, lines, drafts);
    addUnlabelled(workspace, isResume, !tables.empty(), drafts);
    // What the dropped fields took may belong to others.
    drafts = found(found(std::move(drafts), workspace), workspace);
    dropParties(drafts);
    if (!hasMoney(drafts))
        std::erase_if(drafts, [](const FieldDraft &draft) { return draft.name == "currency"_L1; });
    std::ranges::stable_sort(drafts, {}, &FieldDraft::place);
    return drafts;
}

} // namespace xs::engine
