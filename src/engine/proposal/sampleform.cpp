// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/proposal/sampleform.h"

#include "engine/candidates/tickboxes.h"
#include "engine/proposal/sampleshape.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using schema::FieldType;

constexpr int mostWordsOfBox = 12;
constexpr int fewestLettersOfName = 3;
constexpr int mostWordsOfEntry = 9;
/// In heights of the words.
constexpr double widestGapAbove = 1.6;

/// Boxes of one line that answer the same question, and its words before them.
struct TickGroup
{
    Span label;
    std::vector<TickBox> boxes;
};

/// A question begins where words stand between the boxes that belong to none of them.
std::vector<TickGroup> groupsOf(const std::vector<TickBox> &boxes, const Span &line)
{
    std::vector<TickGroup> groups;
    int end = line.first;
    for (const auto &box : boxes) {
        const Span before{end, std::min(box.mark.first, box.words.isEmpty() ? box.mark.first : box.words.first)};
        if (groups.empty() || !before.isEmpty())
            groups.push_back({before, {}});
        groups.back().boxes.push_back(box);
        end = std::max(box.mark.last, box.words.last);
    }
    return groups;
}

void addTruths(const TickGroup &group, const Workspace &workspace, std::vector<FieldDraft> &drafts)
{
    const auto &text = workspace.text;
    for (const auto &box : group.boxes) {
        // Words of another line are the head of a column, or belong to a box whose own words have gone there.
        if (box.words.isEmpty() || box.words.size() > mostWordsOfBox || drafts.size() >= mostFields ||
            text.tokens[box.words.first].line != text.tokens[box.mark.first].line)
            continue;
        auto draft = draftOf(workspace.text.textOf(box.words), workspace, {box.words});
        draft.shape = {FieldType::Boolean, {}};
        draft.description = workspace.text.textOf(box.words);
        draft.isBox = true;
        draft.name = freeName(plainName(draft.description), drafts);
        drafts.push_back(std::move(draft));
    }
}

void addTickGroup(const TickGroup &group, const Workspace &workspace, std::vector<FieldDraft> &drafts)
{
    const auto &text = workspace.text;
    if (group.label.isEmpty())
        return addTruths(group, workspace, drafts);
    // What stands further left on the line belongs to other fields.
    const auto &last = text.segments[text.tokens[group.label.last - 1].segment].tokens;
    const Span label{std::max(group.label.first, last.first), group.label.last};
    auto draft = draftOf(text.textOf(label), workspace, {label});
    draft.shape = {};
    for (const auto &box : group.boxes)
        if (const auto choice = text.textOf(box.words).simplified(); !choice.isEmpty())
            draft.choices << choice;
    draft.choices.removeDuplicates();
    draft.list = std::ranges::count_if(group.boxes, &TickBox::ticked) > 1;
    draft.isBox = true;
    draft.nullable = !draft.list;
    draft.name = freeName(draft.name, drafts);
    if (draft.choices.size() > 1 && drafts.size() < mostFields)
        drafts.push_back(std::move(draft));
}

/// Whether boxes stand in columns whose heads are their words, behind the name of their row.
bool isRowOfBoxes(const std::vector<TickBox> &boxes, const Span &line)
{
    return boxes.size() > 1 && boxes.front().mark.first > line.first &&
           std::ranges::all_of(
               boxes, [&line](const TickBox &box) { return !box.words.isEmpty() && box.words.last <= line.first; });
}

/// Any of the columns may be ticked.
void addRowOfBoxes(const TickGroup &row, const Workspace &workspace, std::vector<FieldDraft> &drafts)
{
    const auto before = drafts.size();
    addTickGroup(row, workspace, drafts);
    if (drafts.size() == before)
        return;
    drafts.back().list = true;
    drafts.back().nullable = false;
}

/// What the author of a form calls a field, in words; empty for names that only number it ("Text12", "f1_04[0]").
QString meaningOfEntry(const QString &name)
{
    static const QRegularExpression numbered(uR"(^\p{L}{0,10}[\s_.-]*\d[\d_.]*(?:\[\d+\])*$)"_s);
    auto plain = name.trimmed();
    if (numbered.match(plain).hasMatch() || lettersIn(plain) < fewestLettersOfName)
        return {};
    // "txtLastName", "last_name[0]".
    static const QRegularExpression around(uR"(^(?:txt|fld|tf|edt)(?=[A-Z_])|\[\d+\]$)"_s);
    plain.remove(around);
    const auto words = nameParts(plain);
    return words.size() > mostWordsOfEntry ? QString() : words.join(u' ');
}

/// The words printed beside a field that is filled in: before it on its line, else close above its beginning.
QString printedLabel(const Text &text, const Span &value)
{
    const auto &first = text.tokens[value.first];
    const auto labelOf = [&text](const Segment &segment) {
        auto words = text.textOf(segment.tokens).trimmed();
        while (words.endsWith(u':') || words.endsWith(u'*'))
            words = words.chopped(1).trimmed();
        const auto isPrinted = text.tokens[segment.tokens.first].entry == 0 && !isTickBox(words);
        return isPrinted && lettersIn(words) > 1 && segment.tokens.size() <= mostWordsOfEntry ? words : QString();
    };
    const auto &line = text.lines[first.line];
    if (first.segment > line.segments.first)
        if (const auto label = labelOf(text.segments[first.segment - 1]); !label.isEmpty())
            return label;
    if (first.line == 0 || text.lines[first.line - 1].page != line.page ||
        first.box.top() - text.lines[first.line - 1].box.bottom() > widestGapAbove * line.wordHeight)
        return {};
    const auto &above = text.lines[first.line - 1].segments;
    for (int s = above.first; s < above.last; ++s)
        if (const auto &box = text.segments[s].box;
            box.left() < first.box.right() && box.right() > first.box.left() - line.wordHeight)
            return labelOf(text.segments[s]);
    return {};
}

} // namespace

void addTickBoxes(const Workspace &workspace, std::vector<FieldDraft> &drafts, std::vector<Span> &lines)
{
    const auto &text = workspace.text;
    for (std::size_t l = 0; l < text.lines.size(); ++l) {
        const auto &tokens = text.lines[l].tokens;
        const auto boxes = findTickBoxes(text, tokens);
        if (boxes.empty())
            continue;
        lines.push_back({int(l), int(l) + 1});
        if (isRowOfBoxes(boxes, tokens)) {
            addRowOfBoxes({{tokens.first, boxes.front().mark.first}, boxes}, workspace, drafts);
            continue;
        }
        for (const auto &group : groupsOf(boxes, tokens))
            addTickGroup(group, workspace, drafts);
    }
}

void addEntries(const Workspace &workspace, std::vector<FieldDraft> &drafts)
{
    const auto &text = workspace.text;
    for (std::size_t i = 0; i < text.entryLabels.size() && drafts.size() < mostFields; ++i) {
        const auto value = text.entryAt(int(i) + 1);
        if (value.isEmpty() || isTickBox(text.textOf(value)))
            continue;
        auto label = meaningOfEntry(text.entryLabels[i]);
        if (label.isEmpty())
            label = printedLabel(text, value);
        if (label.isEmpty())
            continue;
        auto draft = draftOf(label, workspace, {value});
        // ", le": words without a meaning.
        if (draft.name == "field"_L1) {
            if (draft.shape.format.isEmpty())
                continue;
            draft.name = draft.shape.format;
        }
        draft.nullable = true;
        draft.name = freeName(draft.name, drafts);
        drafts.push_back(std::move(draft));
    }
}

} // namespace xs::engine
