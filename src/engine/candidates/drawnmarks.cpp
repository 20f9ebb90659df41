// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/drawnmarks.h"

#include "document/drawnboxes.h"
#include "engine/candidates/tickboxes.h"
#include "engine/text/lexicon.h"
#include "engine/text/words.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace xs::engine {

namespace {

using schema::Field;

/// Painting a page takes longer than reading its words.
constexpr int mostPages = 24;
constexpr int fewestValues = 2;
/// Gaps that are wider than blanks and may yet be none between columns.
constexpr double narrowestClose = 0.3, widestClose = 0.9, lettersOfBlank = 1.2;
constexpr int fewestClose = 4;

/// Words without which nothing can be told: those of a field's name that are no more than grammar are left out.
bool hasMost(const QSet<QString> &page, const QStringList &words)
{
    const auto &lexicon = Lexicon::standard();
    int all = 0, found = 0;
    for (const auto &word : words) {
        if (lexicon.isIgnored(word))
            continue;
        ++all;
        found += page.contains(key(word));
    }
    return all > 0 && 2 * found >= all;
}

bool hasValue(const QSet<QString> &page, const QString &value)
{
    const auto words = nameParts(value);
    return !words.isEmpty() &&
           std::ranges::all_of(words, [&page](const QString &word) { return page.contains(key(word)); });
}

/// The keys of the words that a word of the page holds, most often one.
void addKeys(const QString &word, QSet<QString> &keys)
{
    if (std::ranges::all_of(word, [](QChar c) { return c > u' ' && c < u'\x7f'; })) {
        if (auto letters = key(word); !letters.isEmpty()) {
            keys.insert(std::move(letters));
            return;
        }
    }
    for (const auto &part : sentenceWords(word))
        keys.insert(key(part));
}

/// Whether a field of the kind that boxes answer is asked for at all.
bool asksForMarks(const Field &field)
{
    return field.children.empty() ? !field.enumValues.isEmpty() || field.type == schema::FieldType::Boolean
                                  : std::ranges::any_of(field.children, asksForMarks);
}

bool asksAbout(const Field &field, const QSet<QString> &page)
{
    if (!field.children.empty())
        return std::ranges::any_of(field.children, [&page](const Field &child) { return asksAbout(child, page); });
    if (!field.enumValues.isEmpty())
        return std::ranges::count_if(field.enumValues,
                                     [&page](const QString &value) { return hasValue(page, value); }) >= fewestValues;
    if (field.type != schema::FieldType::Boolean)
        return false;
    return hasMost(page, nameParts(field.name)) || hasMost(page, sentenceWords(field.title)) ||
           hasMost(page, sentenceWords(field.description));
}

} // namespace

bool mayHaveDrawnRules(const document::ReadPage &page)
{
    int close = 0;
    for (std::size_t i = 1; i < page.words.size() && close < fewestClose; ++i) {
        const auto &left = page.words[i - 1], &right = page.words[i];
        const auto height = std::min(left.box.height(), right.box.height()) * page.size.height();
        const auto gap = (right.box.left() - left.box.right()) * page.size.width();
        if (gap < narrowestClose * height || gap > widestClose * height || left.text.isEmpty() || right.text.isEmpty())
            continue;
        const auto letter =
            std::min(left.box.width() / double(left.text.size()), right.box.width() / double(right.text.size())) *
            page.size.width();
        const auto isBeside =
            std::abs(left.box.center().y() - right.box.center().y()) * page.size.height() < height / 2;
        close += isBeside && gap > lettersOfBlank * letter;
    }
    return close >= fewestClose;
}

bool mayHaveDrawnBoxes(const Field &root, const document::ReadPage &page)
{
    if (!asksForMarks(root))
        return false;
    QSet<QString> words;
    for (const auto &word : page.words) {
        if (isBoxGlyph(word.text))
            return false;
        addKeys(word.text, words);
    }
    return asksAbout(root, words);
}

void addButtons(const document::PageSource &source, std::vector<document::ReadPage> &pages)
{
    const auto *forms = dynamic_cast<const document::FormSource *>(&source);
    if (!forms)
        return;
    using Kind = document::FormField::Kind;
    for (auto &page : pages) {
        // A page that was turned to be recognised has its words elsewhere.
        if (page.turn != source.rotation(page.number - 1))
            continue;
        std::vector<document::DrawnBox> boxes;
        for (const auto &field : forms->formFields(page.number - 1))
            if (field.kind == Kind::CheckBox || field.kind == Kind::RadioButton)
                boxes.push_back({field.area, field.isSet});
        document::addDrawnBoxes(page.words, boxes, document::PictureOrigin::Painted);
    }
}

void addWantedBoxes(const document::PageSource &source, const Field &root, std::vector<document::ReadPage> &pages)
{
    addButtons(source, pages);
    int painted = 0;
    for (auto &page : pages) {
        if (painted >= mostPages)
            return;
        const auto boxes = mayHaveDrawnBoxes(root, page);
        if (!boxes && !mayHaveDrawnRules(page))
            continue;
        document::addDrawings(source, page, boxes ? document::Drawings::RulesAndBoxes : document::Drawings::Rules);
        ++painted;
    }
}

void addWantedBoxes(const document::PageSource &source, const Json &dataSchema, std::vector<document::ReadPage> &pages)
{
    if (const auto root = schema::readFields(dataSchema))
        addWantedBoxes(source, *root, pages);
}

} // namespace xs::engine
