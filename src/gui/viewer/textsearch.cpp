// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/textsearch.h"

#include "gui/viewer/wordloader.h"

#include <algorithm>
#include <cmath>

namespace xs::gui::viewer {

namespace {

/// A letter of the page as it is compared, and where it stands.
struct Letter
{
    QChar c;
    size_t word;
    double from;
    double to;
};

QString folded(const QString &text)
{
    QString plain;
    for (const auto c : text.toCaseFolded().normalized(QString::NormalizationForm_KD))
        if (!c.isMark())
            plain += c;
    return plain;
}

/// "INV-42" may be painted in two pieces that touch each other.
bool touches(const document::Word &word, const document::Word &next)
{
    return !word.spaceAfter && std::abs(next.box.center().y() - word.box.center().y()) < word.box.height() / 2 &&
           next.box.left() - word.box.right() < word.box.height() / 4;
}

std::vector<Letter> lettersOf(const std::vector<document::Word> &words)
{
    std::vector<Letter> letters;
    for (size_t i = 0; i < words.size(); ++i) {
        const auto length = double(words[i].text.size());
        for (qsizetype c = 0; c < words[i].text.size(); ++c)
            for (const auto plain : folded(words[i].text.mid(c, 1)))
                letters.push_back({plain, i, double(c) / length, double(c + 1) / length});
        if (i + 1 < words.size() && !touches(words[i], words[i + 1]))
            letters.push_back({u' ', i, 1, 1});
    }
    return letters;
}

/// The part of a word's box that letters take; of a word that stands upright, all of it.
domain::PageRect partOf(const document::Word &word, double from, double to)
{
    const auto &box = word.box;
    if (box.height() > box.width() && word.text.size() > 2)
        return box;
    return {box.x() + from * box.width(), box.y(), (to - from) * box.width(), box.height()};
}

FoundPlace placeOf(int page, const std::vector<document::Word> &words, std::span<const Letter> letters)
{
    FoundPlace place{page, {}};
    for (size_t i = 0; i < letters.size();) {
        const auto word = letters[i].word;
        const auto from = letters[i].from;
        auto to = letters[i].to;
        for (; i < letters.size() && letters[i].word == word; ++i)
            to = letters[i].to;
        const auto rect = partOf(words[word], from, to);
        if (rect.width() <= 0)
            continue;
        const auto isBeside = !place.rects.empty() &&
                              std::abs(place.rects.back().center().y() - rect.center().y()) < rect.height() / 2 &&
                              rect.left() > place.rects.back().left();
        if (isBeside)
            place.rects.back() = place.rects.back().united(rect);
        else
            place.rects.push_back(rect);
    }
    return place;
}

} // namespace

std::vector<FoundPlace> findOnPage(int page, const std::vector<document::Word> &words, const QString &text)
{
    std::vector<FoundPlace> places;
    const auto wanted = folded(text.simplified());
    if (wanted.isEmpty())
        return places;
    const auto letters = lettersOf(words);
    QString all;
    all.reserve(static_cast<qsizetype>(letters.size()));
    for (const auto &letter : letters)
        all += letter.c;
    for (auto at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.size()))
        places.push_back(placeOf(page, words, {letters.data() + at, static_cast<size_t>(wanted.size())}));
    return places;
}

TextSearch::TextSearch(WordLoader &words, QObject *parent) : QObject(parent), m_words(words)
{
    connect(&words, &WordLoader::loaded, this, &TextSearch::take);
}

void TextSearch::reset(int pageCount)
{
    m_pageCount = pageCount;
    start({}, 0);
}

void TextSearch::start(const QString &text, int fromPage)
{
    m_text = text;
    m_places.clear();
    m_current = -1;
    m_pagesLeft = text.simplified().isEmpty() ? 0 : m_pageCount;
    m_page = std::max(0, fromPage);
    emit changed();
    readNext();
}

void TextSearch::readNext()
{
    if (m_pagesLeft > 0)
        m_words.load(m_page, WordLoader::Urgency::Later);
}

void TextSearch::take(int page, const std::vector<document::Word> &words)
{
    // Others ask for words, too.
    if (m_pagesLeft == 0 || page != m_page)
        return;
    --m_pagesLeft;
    m_page = (m_page + 1) % m_pageCount;
    const auto found = findOnPage(page, words, m_text);
    if (!found.empty() && m_places.size() < mostPlaces) {
        const auto at = std::ranges::upper_bound(m_places, page, {}, &FoundPlace::page) - m_places.begin();
        m_places.insert(m_places.begin() + at, found.begin(), found.end());
        const auto isFirst = m_current < 0;
        if (isFirst)
            m_current = 0;
        else if (at <= m_current)
            m_current += static_cast<int>(found.size());
        if (isFirst)
            emit arrived(m_places.front());
    }
    emit changed();
    readNext();
}

void TextSearch::step(int direction)
{
    if (m_places.empty())
        return;
    const auto count = static_cast<int>(m_places.size());
    m_current = (m_current + direction + count) % count;
    emit changed();
    emit arrived(m_places[static_cast<size_t>(m_current)]);
}

} // namespace xs::gui::viewer
