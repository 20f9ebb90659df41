// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerprocess.h"

#include <chrono>
#include <set>

namespace xs::document {

/// The pages of a document that is read by another process, so that whatever the document makes a library do ends that
/// process and nothing else. It is started again for the next page; a page that has ended it twice is not tried any
/// more, and neither is anything after many deaths. Every call blocks, but not longer than half a second after the
/// function of setGiveUp() says that nobody waits any more, nor longer than a page, or opening, may take: some files
/// make a library go round for ever.
class IsolatedPages final : public PageSource
{
public:
    /// Errors: as openDocument; DocumentBroken also when opening it ends the process; Cancelled when it was given up.
    static Expected<std::unique_ptr<IsolatedPages>> open(const QString &path, std::function<bool()> giveUp = {});

    /// How long one page may take, three minutes unless told otherwise; one that takes longer is not tried any more.
    void setPageTime(std::chrono::milliseconds time) { m_pageTime = time; }

    int pageCount() const override { return static_cast<int>(m_sizes.size()); }
    domain::PageSize pageSize(int page) const override { return m_sizes.at(static_cast<std::size_t>(page)); }
    const std::vector<domain::PageSize> &pageSizes() const { return m_sizes; }
    std::vector<Word> words(int page) const override;
    /// By text recognition where there is no usable text layer, as PageReader.
    std::vector<Word> readWords(int page) const;
    QImage render(int page, int width, const domain::PageRect &area = {0, 0, 1, 1}) const override;

private:
    explicit IsolatedPages(const QString &path) : m_path(path) {}

    /// Empty when there is no reply.
    QByteArray ask(const ReaderRequest &request) const;
    Expected<QByteArray> askOnce(const ReaderRequest &request, const std::function<bool()> &giveUp) const;
    Expected<void> startAgain(const std::function<bool()> &giveUp) const;

    QString m_path;
    std::vector<domain::PageSize> m_sizes;
    std::chrono::milliseconds m_pageTime = std::chrono::minutes(3);
    /// Which process reads, and what it died of, is nobody else's matter.
    mutable std::unique_ptr<ReaderProcess> m_process;
    mutable std::set<int> m_deadlyPages;
    mutable int m_deaths = 0;
};

} // namespace xs::document
