// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/textselection.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::viewer {

namespace {

/// Whether a word stands on the line of another: its middle lies between top and bottom of that one.
bool isBeside(const domain::PageRect &box, const domain::PageRect &line)
{
    const auto middle = box.center().y();
    return middle > line.top() && middle < line.bottom();
}

} // namespace

const std::vector<document::Word> &TextSelection::words(int page) const
{
    static const std::vector<document::Word> none;
    const auto found = m_words.find(page);
    return found == m_words.end() ? none : found->second;
}

void TextSelection::reset()
{
    m_words.clear();
    clear();
}

void TextSelection::clear()
{
    m_lines.clear();
    m_page = -1;
}

void TextSelection::select(int page, const domain::PageRect &area)
{
    std::vector<document::Word> touched;
    for (const auto &word : words(page))
        if (word.box.intersects(area))
            touched.push_back(word);
    take(page, std::move(touched));
}

void TextSelection::selectWordAt(int page, const QPointF &place)
{
    for (const auto &word : words(page))
        if (word.box.contains(place))
            return take(page, {word});
    clear();
}

/// Lines from top to bottom, words from left to right.
void TextSelection::take(int page, std::vector<document::Word> words)
{
    clear();
    m_page = page;
    std::ranges::stable_sort(words, {}, [](const document::Word &word) { return word.box.center().y(); });
    for (auto &word : words) {
        if (m_lines.empty() || !isBeside(word.box, m_lines.back().front().box))
            m_lines.emplace_back();
        m_lines.back().push_back(std::move(word));
    }
    for (auto &line : m_lines)
        std::ranges::stable_sort(line, {}, [](const document::Word &word) { return word.box.left(); });
}

QString TextSelection::text() const
{
    QStringList lines;
    for (const auto &line : m_lines) {
        QString text;
        for (std::size_t i = 0; i < line.size(); ++i) {
            text += line[i].text;
            // "INV-42" may be painted in two pieces that touch each other.
            const auto touches = i + 1 < line.size() && !line[i].spaceAfter &&
                                 line[i + 1].box.left() - line[i].box.right() < line[i].box.height() / 4;
            if (i + 1 < line.size() && !touches)
                text += u' ';
        }
        lines << text;
    }
    return lines.join(u'\n');
}

std::vector<domain::PageRect> TextSelection::boxes() const
{
    std::vector<domain::PageRect> boxes;
    for (const auto &line : m_lines) {
        auto box = line.front().box;
        for (const auto &word : line)
            box = box.united(word.box);
        boxes.push_back(box);
    }
    return boxes;
}

} // namespace xs::gui::viewer
