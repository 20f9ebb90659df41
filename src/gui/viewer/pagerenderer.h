// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/geometry.h"

#include <QImage>
#include <QObject>

#include <memory>
#include <vector>

namespace xs::gui::viewer {

/// A page, or a part of it (fractions), so that the whole page would be `width` device pixels wide.
struct RenderRequest
{
    int page = 0;
    int width = 0;
    domain::PageRect area{0, 0, 1, 1};

    bool operator==(const RenderRequest &) const = default;
};

class WorkThread;

/// Paints the pages of one document in a thread of its own, which waits for the process that reads it. Lives in the
/// GUI's thread; results of a document that was closed meanwhile are dropped. A document that never ends being read or
/// painted holds up neither the next one nor the end of the program for longer than a moment.
class PageRenderer : public QObject
{
    Q_OBJECT

public:
    explicit PageRenderer(QObject *parent = nullptr);
    ~PageRenderer() override;

    /// Then opened() or failed() comes, once.
    void open(const QString &path);
    void close();
    /// What is wanted now, most urgent first. It replaces what still waited, and what is being painted and is not in
    /// the list is given up, so that nobody waits for pages that have been scrolled away.
    void render(const std::vector<RenderRequest> &wanted);

signals:
    void opened(const std::vector<xs::domain::PageSize> &sizes);
    void failed(const xs::Error &error);
    void rendered(const xs::gui::viewer::RenderRequest &request, const QImage &image);

private:
    class Worker;

    Worker *m_worker;
    std::unique_ptr<WorkThread> m_thread;
};

} // namespace xs::gui::viewer
