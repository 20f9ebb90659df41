// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QCache>
#include <QObject>

#include <memory>

namespace xs::gui::viewer {

class WorkThread;

/// Reads the words of a document's pages in a thread of its own, with a PageSource of its own: from the text layer, or
/// by text recognition, which can take seconds. Words of the pages that were asked for last are kept. Lives in the
/// GUI's thread; words of a document that was closed meanwhile are dropped.
class WordLoader : public QObject
{
    Q_OBJECT

public:
    /// Now is what a person waits for, Later what is looked through.
    enum class Urgency { Now, Later };

    explicit WordLoader(QObject *parent = nullptr);
    ~WordLoader() override;

    /// Another document; empty for none. Opened only when words are asked for.
    void setDocument(const QString &path);
    /// Then loaded() comes, never before this returns; with no words where there are none or the page cannot be read.
    /// What is asked for several times before it comes, comes once.
    void load(int page, Urgency urgency = Urgency::Now);

signals:
    void loaded(int page, const std::vector<xs::document::Word> &words);

private:
    class Worker;
    void keep(int page, std::vector<document::Word> words);

    Worker *m_worker;
    std::unique_ptr<WorkThread> m_thread;
    QCache<int, std::vector<document::Word>> m_known;
};

} // namespace xs::gui::viewer
