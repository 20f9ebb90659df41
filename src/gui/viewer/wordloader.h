// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace xs::gui::viewer {

/// Reads the words of a document's pages in a thread of its own, with a PageSource of its own: from the text layer, or
/// by text recognition, which can take seconds. Lives in the GUI's thread; words of a document that was closed
/// meanwhile are dropped.
class WordLoader : public QObject
{
    Q_OBJECT

public:
    explicit WordLoader(QObject *parent = nullptr);
    ~WordLoader() override;

    /// Another document; empty for none. Opened only when words are asked for.
    void setDocument(const QString &path);
    /// Then loaded() comes, once; with no words where there are none or the page cannot be read.
    void load(int page);

signals:
    void loaded(int page, const std::vector<xs::document::Word> &words);

private:
    class Worker;

    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
    QString m_path;
    int m_document = 0;
};

} // namespace xs::gui::viewer
