// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"
#include "gui/viewer/foundmarks.h"

#include <QObject>

namespace xs::gui::viewer {

class WordLoader;

/// Where a text stands on a page, in the order of the words. Case and accents do not count, a blank stands for any
/// white space and line end; parts of words are found, too.
std::vector<FoundPlace> findOnPage(int page, const std::vector<document::Word> &words, const QString &text);

/// Looks a text up on all pages, from one page on and then from the first, one page after the other while words come.
/// Scanned pages are read by text recognition, which takes its time; what was found so far can be walked meanwhile.
class TextSearch : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t mostPlaces = 20'000;

    TextSearch(WordLoader &words, QObject *parent);

    /// Another document; nothing is searched for.
    void reset(int pageCount);
    /// An empty text ends the search.
    void start(const QString &text, int fromPage);
    /// From the last place to the first and back.
    void next() { step(1); }
    void previous() { step(-1); }

    const QString &text() const { return m_text; }
    const std::vector<FoundPlace> &places() const { return m_places; }
    /// −1 while nothing is found.
    int current() const { return m_current; }
    int pagesLeft() const { return m_pagesLeft; }

signals:
    /// There are more places, or the search ended.
    void changed();
    /// This place is to be shown.
    void arrived(const xs::gui::viewer::FoundPlace &place);

private:
    void step(int direction);
    void take(int page, const std::vector<document::Word> &words);
    void readNext();

    WordLoader &m_words;
    QString m_text;
    std::vector<FoundPlace> m_places;
    int m_current = -1;
    int m_pageCount = 0;
    int m_pagesLeft = 0;
    int m_page = -1;
};

} // namespace xs::gui::viewer
