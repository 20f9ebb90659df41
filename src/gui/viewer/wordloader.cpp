// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/wordloader.h"

#include "document/readpage.h"

#include <atomic>

namespace xs::gui::viewer {

/// Lives in the loader's thread; only the number of the current document is shared.
class WordLoader::Worker : public QObject
{
public:
    explicit Worker(WordLoader *owner) : m_owner(owner) {}

    void load(const QString &path, int document, int page)
    {
        if (document != current)
            return;
        if (m_open != document) {
            m_open = document;
            m_reader.reset();
            auto source = document::openDocument(path);
            m_source = source ? std::move(*source) : nullptr;
            if (m_source)
                m_reader = std::make_unique<document::PageReader>(*m_source);
        }
        const auto isThere = m_reader && page >= 0 && page < m_source->pageCount();
        const auto words = isThere ? m_reader->read(page).words : std::vector<document::Word>();
        QMetaObject::invokeMethod(
            m_owner,
            [this, owner = m_owner, document, page, words] {
                if (document == current)
                    emit owner->loaded(page, words);
            },
            Qt::QueuedConnection);
    }

    std::atomic<int> current = 0;

private:
    WordLoader *m_owner;
    int m_open = -1;
    std::unique_ptr<document::PageSource> m_source;
    std::unique_ptr<document::PageReader> m_reader;
};

WordLoader::WordLoader(QObject *parent) : QObject(parent), m_worker(std::make_unique<Worker>(this))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("WordLoader"));
    m_thread.start();
}

WordLoader::~WordLoader()
{
    ++m_worker->current;
    m_thread.quit();
    m_thread.wait();
}

void WordLoader::setDocument(const QString &path)
{
    m_path = path;
    m_document = ++m_worker->current;
}

void WordLoader::load(int page)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [this, path = m_path, document = m_document, page] { m_worker->load(path, document, page); },
        Qt::QueuedConnection);
}

} // namespace xs::gui::viewer
