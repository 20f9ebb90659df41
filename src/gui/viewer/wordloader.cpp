// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/wordloader.h"

#include "document/isolatedpages.h"
#include "gui/viewer/workthread.h"

#include <QMutex>

#include <algorithm>
#include <deque>

namespace xs::gui::viewer {

namespace {

/// About 40 MB.
constexpr qsizetype mostWords = 300'000;

} // namespace

/// Lives in the loader's thread. The GUI's thread only touches what the mutex guards.
class WordLoader::Worker : public QObject
{
public:
    explicit Worker(WordLoader *owner) : m_owner(owner) {}

    // Called in the GUI's thread.
    void setDocument(const QString &path)
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.clear();
        m_path = path;
        ++m_document;
    }
    void want(int page, Urgency urgency)
    {
        const QMutexLocker lock(&m_mutex);
        const auto waits = std::ranges::find(m_waiting, page);
        if (urgency == Urgency::Later && waits != m_waiting.end())
            return;
        if (waits != m_waiting.end())
            m_waiting.erase(waits);
        if (urgency == Urgency::Now)
            m_waiting.push_front(page);
        else
            m_waiting.push_back(page);
    }
    /// Nothing is told any more.
    void forgetOwner()
    {
        setDocument({});
        const QMutexLocker lock(&m_mutex);
        m_owner = nullptr;
    }
    bool isCurrent(int document)
    {
        const QMutexLocker lock(&m_mutex);
        return document == m_document;
    }

    // Called in the loader's thread: one page, then back to the event loop.
    void work()
    {
        int page = 0;
        int document = 0;
        QString path;
        {
            const QMutexLocker lock(&m_mutex);
            if (m_waiting.empty())
                return;
            page = m_waiting.front();
            m_waiting.pop_front();
            document = m_document;
            path = m_path;
        }
        if (m_open != document) {
            m_open = document;
            m_source.reset();
            auto source = document::IsolatedPages::open(path, [this, document] { return !isCurrent(document); });
            m_source = source ? std::move(*source) : nullptr;
        }
        const auto isThere = m_source && page >= 0 && page < m_source->pageCount();
        auto words = isThere ? m_source->readWords(page) : std::vector<document::Word>();
        tell(document, page, std::move(words));
        QMetaObject::invokeMethod(
            this, [this] { work(); }, Qt::QueuedConnection);
    }

private:
    /// Under the lock, so that the owner is there until the call is on its way; later it goes with its owner.
    void tell(int document, int page, std::vector<document::Word> words)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_owner)
            QMetaObject::invokeMethod(
                m_owner,
                [this, owner = m_owner, document, page, words = std::move(words)] {
                    if (isCurrent(document))
                        owner->keep(page, words);
                },
                Qt::QueuedConnection);
    }

    WordLoader *m_owner;
    QMutex m_mutex;
    std::deque<int> m_waiting;
    QString m_path;
    int m_document = 0;
    // Only the loader's thread.
    int m_open = -1;
    std::unique_ptr<document::IsolatedPages> m_source;
};

WordLoader::WordLoader(QObject *parent)
    : QObject(parent), m_worker(new Worker(this)),
      m_thread(std::make_unique<WorkThread>(m_worker, QStringLiteral("WordLoader"))), m_known(mostWords)
{
}

WordLoader::~WordLoader()
{
    m_worker->forgetOwner();
}

void WordLoader::setDocument(const QString &path)
{
    m_known.clear();
    m_worker->setDocument(path);
}

void WordLoader::load(int page, Urgency urgency)
{
    if (const auto *known = m_known.object(page)) {
        QMetaObject::invokeMethod(
            this,
            [this, page, words = *known] {
                // Another document may have come meanwhile.
                if (m_known.contains(page))
                    emit loaded(page, words);
            },
            Qt::QueuedConnection);
        return;
    }
    m_worker->want(page, urgency);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->work(); }, Qt::QueuedConnection);
}

void WordLoader::keep(int page, std::vector<document::Word> words)
{
    const auto cost = static_cast<qsizetype>(words.size()) + 1;
    m_known.insert(page, new std::vector<document::Word>(words), cost);
    emit loaded(page, words);
}

} // namespace xs::gui::viewer
