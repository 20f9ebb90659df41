// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/pagerenderer.h"

#include "document/pagesource.h"
#include "gui/viewer/workthread.h"

#include <QMutex>
#include <QTimerEvent>

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
    /// Whether the thread is still at a document that was closed.
    bool isBehind()
    {
        const QMutexLocker lock(&m_mutex);
        return m_busyWith && *m_busyWith != m_document;
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
        setBusy(document);
        auto source = document::openDocument(path);
        setBusy({});
        if (!source) {
            tell(document, [error = source.error()](PageRenderer *owner) { emit owner->failed(error); });
            return;
        }
        m_source = std::move(*source);
        m_source->setGiveUp([this] { return m_givesUp.load(); });
        std::vector<domain::PageSize> sizes;
        for (int page = 0; page < m_source->pageCount(); ++page)
            sizes.push_back(m_source->pageSize(page));
        tell(document, [sizes](PageRenderer *owner) { emit owner->opened(sizes); });
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
            m_busyWith = document;
            m_givesUp = false;
        }
        const auto isThere = request.page >= 0 && request.page < m_source->pageCount();
        const auto image = isThere ? m_source->render(request.page, request.width, request.area) : QImage();
        const auto gaveUp = [this] {
            const QMutexLocker lock(&m_mutex);
            m_running.reset();
            m_busyWith.reset();
            return m_givesUp.load();
        }();
        if (isThere && !gaveUp)
            tell(document, [request, image](PageRenderer *owner) { emit owner->rendered(request, image); });
        QMetaObject::invokeMethod(
            this, [this] { work(); }, Qt::QueuedConnection);
    }

private:
    void setBusy(std::optional<int> document)
    {
        const QMutexLocker lock(&m_mutex);
        m_busyWith = document;
    }

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
    std::unique_ptr<document::PageSource> m_source;
    QMutex m_mutex;
    std::deque<RenderRequest> m_wanted;
    std::optional<RenderRequest> m_running;
    std::optional<int> m_busyWith;
    std::atomic<bool> m_givesUp = false;
    int m_document = 0;
};

PageRenderer::PageRenderer(QObject *parent) : QObject(parent)
{
    startThread();
}

PageRenderer::~PageRenderer()
{
    leaveThread();
}

void PageRenderer::startThread()
{
    m_worker = new Worker(this);
    m_thread = std::make_unique<WorkThread>(m_worker, QStringLiteral("PageRenderer"));
}

void PageRenderer::leaveThread()
{
    std::exchange(m_worker, nullptr)->forgetOwner();
    m_thread.reset();
}

void PageRenderer::open(const QString &path)
{
    m_path = path;
    m_wanted.clear();
    openInThread();
    if (!path.isEmpty())
        m_patience.start(WorkThread::patience, this);
}

void PageRenderer::openInThread()
{
    const auto document = m_worker->nextDocument();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, path = m_path, document] { worker->open(path, document); }, Qt::QueuedConnection);
}

void PageRenderer::close()
{
    open({});
    m_patience.stop();
}

void PageRenderer::render(const std::vector<RenderRequest> &wanted)
{
    m_wanted = wanted;
    m_worker->setWanted(wanted);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->work(); }, Qt::QueuedConnection);
}

/// The document before holds up this one: it is read in another thread.
void PageRenderer::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_patience.timerId())
        return QObject::timerEvent(event);
    m_patience.stop();
    if (!m_worker->isBehind())
        return;
    leaveThread();
    startThread();
    openInThread();
    render(std::vector(m_wanted));
}

} // namespace xs::gui::viewer
