// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "client/network.h"
#include "wording/errortext.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

class QMimeData;
class QWidget;

namespace xs::gui::shell {

/// Makes documents of what is pasted or dropped: files, attachments of mail programs, pictures, and addresses, which
/// are asked about before anything is fetched. Owned by the window.
class Intake final : public QObject
{
    Q_OBJECT

public:
    /// Pictures, fetched documents and copies of temporary files are kept in `folder`.
    Intake(const client::Network &network, QString folder, QWidget *window);

    /// Whether something in the data can become a document.
    static bool accepts(const QMimeData &data);
    /// Takes it; `pathsCame` follows, at once or when it is fetched.
    void take(const QMimeData &data);
    /// Takes what is on the clipboard.
    void paste();

signals:
    /// Local files and folders.
    void pathsCame(const QStringList &paths);
    /// Ids of inputs that the server has.
    void serverIdsCame(const QString &text);
    void failed(const xs::Error &error);
    /// How many of the documents that were asked for together are still on their way.
    void fetching(int count);
    /// What has become of those that did not come, as known so far.
    void notFetched(const xs::wording::ErrorText &text);

private:
    /// What one question was about.
    struct Round
    {
        int open = 0;
        QList<Error> errors = {};
    };
    void takeFiles(const QStringList &files);
    void takePdf(const QMimeData &data);
    void takePicture(const QMimeData &data);
    void ask(const QList<QUrl> &addresses);
    static wording::ErrorText textOf(const QList<Error> &errors);
    void fetch(const QUrl &address, const std::shared_ptr<Round> &round);

    client::Network m_network;
    QString m_folder;
    QWidget *m_window;
};

} // namespace xs::gui::shell
