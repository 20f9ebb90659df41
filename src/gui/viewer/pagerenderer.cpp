// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/pagerenderer.h"

#include "document/isolatedpages.h"
#include "gui/viewer/workthread.h"

#include <QMutex>

#include <atomic>
#include <deque>
#include <optional>

namespace xs::gui::viewer {

/// Lives in the renderer's thread. The GUI's thread only touches what the mutex guards.
class PageRenderer::Worker : public QObject
{
public:
    explicit Worker(PageRenderer *owner) : m_owner(owner) {}

    // Called in the GUI's thread.
    int nextDocument()
    {
        const QMutexLocker lock(&m_mutex);
        m_wanted.clear();
        m_givesUp = m_running.has_value();
        return ++m_document;
    }
    /// Nothing is told any more.
    void forgetOwner()
    {
        nextDocument();
        const QMutexLocker lock(&m_mutex);
        m_owner = nullptr;
    }
    bool isCurrent(int document)
    {
        const QMutexLocker lock(&m_mutex);
        return document == m_document;
    }
    /// What is being painted goes on if it is still wanted, else it is given up.
    void setWanted(const std::vector<RenderRequest> &wanted)
    {
        const QMutexLocker lock(&m_mutex);
        m_wanted.assign(wanted.begin(), wanted.end());
        // What was given up once is painted anew.
        if (m_running && !m_givesUp)
            m_givesUp = std::erase(m_wanted, *m_running) == 0;
    }

    // Called in the renderer's thread.
    void open(const QString &path, int document)
    {
        m_source.reset();
        if (path.isEmpty() || !isCurrent(document))
            return;
        m_givesUp = false;
        auto source =
            document::IsolatedPages::open(path, [this, document] { return m_givesUp.load() || !isCurrent(document); });
        if (!source) {
            tell(document, [error = source.error()](PageRenderer *owner) { emit owner->failed(error); });
            return;
        }
        m_source = std::move(*source);
        tell(document, [sizes = m_source->pageSizes()](PageRenderer *owner) { emit owner->opened(sizes); });
    }

    /// One picture, then back to the event loop, so that a new list is seen at once.
    void work()
    {
        RenderRequest request;
        int document = 0;
        {
            const QMutexLocker lock(&m_mutex);
            if (m_wanted.empty() || !m_source)
                return;
            request = m_wanted.front();
            m_wanted.pop_front();
            document = m_document;
            m_running = request;
            m_givesUp = false;
        }
        const auto isThere = request.page >= 0 && request.page < m_source->pageCount();
        const auto image = isThere ? m_source->render(request.page, request.width, request.area) : QImage();
        const auto gaveUp = [this] {
            const QMutexLocker lock(&m_mutex);
            m_running.reset();
            return m_givesUp.load();
        }();
        if (isThere && !gaveUp)
            tell(document, [request, image](PageRenderer *owner) { emit owner->rendered(request, image); });
        QMetaObject::invokeMethod(
            this, [this] { work(); }, Qt::QueuedConnection);
    }

private:
    /// Under the lock, so that the owner is there until the call is on its way; later it goes with its owner.
    template <typename Call>
    void tell(int document, Call call)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_owner)
            QMetaObject::invokeMethod(
                m_owner,
                [this, document, call, owner = m_owner] {
                    if (owner->m_worker == this && isCurrent(document))
                        call(owner);
                },
                Qt::QueuedConnection);
    }

    PageRenderer *m_owner;
    std::unique_ptr<document::IsolatedPages> m_source;
    QMutex m_mutex;
    std::deque<RenderRequest> m_wanted;
    std::optional<RenderRequest> m_running;
    std::atomic<bool> m_givesUp = false;
    int m_document = 0;
};

PageRenderer::PageRenderer(QObject *parent)
    : QObject(parent), m_worker(new Worker(this)),
      m_thread(std::make_unique<WorkThread>(m_worker, QStringLiteral("PageRenderer")))
{
}

PageRenderer::~PageRenderer()
{
    m_worker->forgetOwner();
}

void PageRenderer::open(const QString &path)
{
    const auto document = m_worker->nextDocument();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, path, document] { worker->open(path, document); }, Qt::QueuedConnection);
}

void PageRenderer::close()
{
    open({});
}

void PageRenderer::render(const std::vector<RenderRequest> &wanted)
{
    m_worker->setWanted(wanted);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->work(); }, Qt::QueuedConnection);
}

} // namespace xs::gui::viewer
