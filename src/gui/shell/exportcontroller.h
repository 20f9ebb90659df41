// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "review/exportfile.h"

#include <QObject>
#include <QStringList>

class QSettings;
class QWidget;

namespace xs::jobs {
class JobQueue;
}
namespace xs::review {
class ReviewStore;
}

namespace xs::gui::shell {

/// Exports results with what people decided about them: asks what and how, then where, then writes. Owned by the
/// window, over which its dialogs stand.
class ExportController final : public QObject
{
    Q_OBJECT

public:
    /// Without a store of reviews the engine's values are exported.
    ExportController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, QSettings &settings, QWidget *window);

    /// `shown` may be empty; of `selected` those that are completed count.
    void start(const LocalJobId &shown, const QList<LocalJobId> &selected);
    /// Writes these jobs' results; the part of an export that asks nothing.
    Expected<void> write(const QString &path, const xs::review::ExportChoice &choice,
                         const QList<LocalJobId> &jobs) const;

signals:
    void failed(const xs::Error &error);
    /// How many documents are in the file or folder now.
    void exported(int documents, const QString &path);

private:
    void choosePlace(const xs::review::ExportChoice &choice, const QList<LocalJobId> &jobs);
    /// Writes, after a question where files would be replaced that nobody has named.
    void finish(const QString &path, const xs::review::ExportChoice &choice, const QList<LocalJobId> &jobs);
    QList<LocalJobId> completed(const QList<LocalJobId> &jobs) const;
    Expected<std::vector<xs::review::ReviewedDocument>> read(const QList<LocalJobId> &jobs) const;
    QStringList lists(const QList<LocalJobId> &jobs) const;

    jobs::JobQueue &m_queue;
    xs::review::ReviewStore *m_reviews;
    QSettings &m_settings;
    QWidget *m_window;
};

} // namespace xs::gui::shell
