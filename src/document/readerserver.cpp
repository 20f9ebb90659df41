// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readerserver.h"

#include "document/filetype.h"
#include "document/readermessages.h"
#include "document/readpage.h"

#include <QElapsedTimer>

#include <poll.h>

namespace xs::document {

namespace {

/// The document that is read, with all that is kept of it.
class ServedDocument
{
public:
    explicit ServedDocument(int socket) : m_socket(socket) {}

    /// False when the other side is gone.
    bool answer(const ReaderRequest &request);

private:
    bool open(const ReaderRequest &request);
    bool render(const ReaderRequest &request);
    bool isThere(int page) const { return m_source && page >= 0 && page < m_source->pageCount(); }
    bool isGivenUp();

    int m_socket;
    std::unique_ptr<PageSource> m_source;
    std::unique_ptr<PageReader> m_reader;
    QElapsedTimer m_sinceLook;
};

bool ServedDocument::answer(const ReaderRequest &request)
{
    switch (request.what) {
    case ReaderRequest::What::Open:
        return open(request);
    case ReaderRequest::What::Render:
        return render(request);
    case ReaderRequest::What::Words:
        return sendMessage(m_socket,
                           toMessage(isThere(request.page) ? m_source->words(request.page) : std::vector<Word>()));
    case ReaderRequest::What::ReadWords:
        return sendMessage(m_socket,
                           toMessage(isThere(request.page) ? m_reader->read(request.page).words : std::vector<Word>()));
    }
    return false;
}

bool ServedDocument::open(const ReaderRequest &request)
{
    auto source = openDocument(request.path);
    if (!source)
        return sendMessage(m_socket, toMessage(Expected<std::vector<domain::PageSize>>(Unexpected(source.error()))));
    m_source = *std::move(source);
    m_source->setGiveUp([this] { return isGivenUp(); });
    m_reader = std::make_unique<PageReader>(*m_source);
    std::vector<domain::PageSize> sizes;
    for (int page = 0; request.wantsSizes && page < m_source->pageCount(); ++page)
        sizes.push_back(m_source->pageSize(page));
    return sendMessage(m_socket, toMessage(Expected<std::vector<domain::PageSize>>(std::move(sizes))));
}

bool ServedDocument::render(const ReaderRequest &request)
{
    m_sinceLook.start();
    const auto picture =
        isThere(request.page) ? sendable(m_source->render(request.page, request.width, request.area)) : QImage();
    return sendMessage(m_socket, toMessageHead(picture),
                       {reinterpret_cast<const char *>(picture.constBits()), picture.sizeInBytes()});
}

/// The next message is there before this one is answered: that it is given up. Asked for each stroke of a page.
bool ServedDocument::isGivenUp()
{
    constexpr int millisecondsBetweenLooks = 2;
    if (m_sinceLook.elapsed() < millisecondsBetweenLooks)
        return false;
    m_sinceLook.start();
    pollfd readable{m_socket, POLLIN, 0};
    return ::poll(&readable, 1, 0) > 0;
}

} // namespace

int serveDocument(int socket, SandboxLimits limits)
{
    ServedDocument document(socket);
    auto isInside = false;
    while (const auto message = receiveMessage(socket)) {
        // What was given up has been answered by now.
        if (message->isEmpty())
            continue;
        const auto request = requestOf(*message);
        if (!request)
            return 2;
        if (!isInside) {
            limits.localSockets = !officeSuffix(request->path).isEmpty();
            (void)enterSandbox(limits);
            isInside = true;
        }
        if (!document.answer(*request))
            return 2;
    }
    return 0;
}

} // namespace xs::document
