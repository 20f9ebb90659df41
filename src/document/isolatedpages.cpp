// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/isolatedpages.h"

#include <QElapsedTimer>

namespace xs::document {

namespace {

/// A process can be killed for another reason than its document, so everything is tried twice.
constexpr int mostTries = 2;
/// Of a document with many deadly pages, the rest is not tried: each death costs a start.
constexpr int mostDeaths = 40;

} // namespace

Expected<std::unique_ptr<IsolatedPages>> IsolatedPages::open(const QString &path, std::function<bool()> giveUp)
{
    std::unique_ptr<IsolatedPages> pages(new IsolatedPages(path));
    pages->setGiveUp(std::move(giveUp));
    ReaderRequest request;
    request.path = path;
    Error error;
    for (int tries = 0; tries < mostTries; ++tries) {
        QElapsedTimer time;
        time.start();
        const auto isTooLong = [&] { return time.hasExpired(pages->m_pageTime.count()); };
        const auto reply = pages->askOnce(request, [&] { return pages->givesUp() || isTooLong(); });
        if (reply) {
            auto sizes = openedOf(*reply);
            if (!sizes)
                return Unexpected(sizes.error());
            pages->m_sizes = *std::move(sizes);
            return pages;
        }
        error = reply.error();
        error.place = error.place.isEmpty() ? path : error.place;
        if (error.code == ErrorCode::Cancelled && isTooLong() && !pages->givesUp())
            return Unexpected(ErrorCode::DocumentBroken, QStringLiteral("opening it takes too long"), path);
        if (error.code != ErrorCode::DocumentBroken)
            break;
    }
    return Unexpected(error);
}

/// The answer of a process that has the document open already, unless that is what is asked of it.
Expected<QByteArray> IsolatedPages::askOnce(const ReaderRequest &request, const std::function<bool()> &giveUp) const
{
    if (!m_process) {
        auto started = ReaderProcess::start();
        if (!started)
            return Unexpected(started.error());
        m_process = *std::move(started);
        if (request.what != ReaderRequest::What::Open)
            if (const auto opened = startAgain(giveUp); !opened)
                return Unexpected(opened.error());
    }
    auto reply = m_process->ask(request, giveUp);
    if (!reply)
        m_process.reset();
    return reply;
}

Expected<void> IsolatedPages::startAgain(const std::function<bool()> &giveUp) const
{
    ReaderRequest request;
    request.path = m_path;
    request.wantsSizes = false;
    if (const auto reply = askOnce(request, giveUp); !reply)
        return Unexpected(reply.error());
    return {};
}

QByteArray IsolatedPages::ask(const ReaderRequest &request) const
{
    for (int tries = 0; tries < mostTries; ++tries) {
        if (m_deadlyPages.contains(request.page) || m_deaths >= mostDeaths)
            return {};
        QElapsedTimer time;
        time.start();
        const auto isTooLong = [&] { return time.hasExpired(m_pageTime.count()); };
        auto reply = askOnce(request, [&] { return givesUp() || isTooLong(); });
        if (reply)
            return *std::move(reply);
        if (reply.error().code == ErrorCode::Cancelled && isTooLong() && !givesUp())
            break;
        if (reply.error().code != ErrorCode::DocumentBroken)
            return {};
        ++m_deaths;
    }
    m_deadlyPages.insert(request.page);
    return {};
}

std::vector<Word> IsolatedPages::words(int page) const
{
    return wordsOf(ask({ReaderRequest::What::Words, {}, false, page}));
}

std::vector<Word> IsolatedPages::readWords(int page) const
{
    return wordsOf(ask({ReaderRequest::What::ReadWords, {}, false, page}));
}

QImage IsolatedPages::render(int page, int width, const domain::PageRect &area) const
{
    return pictureOf(ask({ReaderRequest::What::Render, {}, false, page, width, area}));
}

} // namespace xs::document
