// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"
#include "gui/viewer/highlight.h"

#include <QBasicTimer>
#include <QObject>

#include <deque>
#include <map>

namespace xs::gui::viewer {

class WordLoader;

/// The place of a citation's text among the words of its page: the one most alike, of equals the one nearest to `near`
/// that is not `taken`. Empty when nothing on the page is alike enough.
std::vector<domain::PageRect> locate(const std::vector<document::Word> &words, const QString &text,
                                     const std::optional<QPointF> &near,
                                     const std::vector<std::vector<domain::PageRect>> &taken);

/// Looks up the citations that come without a place, on pages that are looked at and for the value that is chosen; so
/// nothing is read that nobody sees. The citations of a page are looked up in slices between events. Owned by the
/// document view.
class Locator : public QObject
{
    Q_OBJECT

public:
    /// A citation without a page is looked for on so many pages at most.
    static constexpr int mostPages = 50;
    /// So many citations are looked up on one page; more say nothing that a person could see.
    static constexpr std::size_t mostOnPage = 2000;

    Locator(WordLoader &words, QObject *parent);

    void setCitations(std::vector<Unplaced> citations, int pageCount);
    /// Other citations of one value, or none; those of the others go on being looked up.
    void replaceCitations(const QString &path, std::vector<Unplaced> citations);
    /// These pages are looked at.
    void lookOn(const std::vector<int> &pages);
    /// This value is looked at, wherever it is.
    void lookFor(const QString &path, int citation);

signals:
    void located(const std::vector<xs::gui::viewer::Highlight> &highlights);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    /// A page whose words are known, and how far its citations are looked up.
    struct Lookup
    {
        std::vector<document::Word> words;
        std::vector<Unplaced> citations;
        std::size_t next = 0;
        std::vector<std::vector<domain::PageRect>> taken;
        std::optional<QPointF> last;
    };

    void add(Unplaced citation);
    void take(int page, const std::vector<document::Word> &words);
    static std::optional<Highlight> lookUpNext(Lookup &lookup);
    void takeSearched(int page, const std::vector<document::Word> &words);

    WordLoader &m_words;
    std::map<int, std::vector<Unplaced>> m_byPage;
    std::vector<Unplaced> m_anywhere;
    std::deque<Lookup> m_lookups;
    QBasicTimer m_timer;
    int m_pageCount = 0;
    /// The citation that is looked for on one page after the other.
    std::optional<Unplaced> m_searched;
    int m_searchedPage = -1;
    /// The best place so far; it is taken at once where it says exactly the text.
    Highlight m_best;
    double m_bestLikeness = 0;
};

} // namespace xs::gui::viewer
