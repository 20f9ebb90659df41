// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/intake.h"

#include "client/filefetch.h"
#include "gui/shell/serverinputdialog.h"

#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    for (const auto &url : data.urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

/// Addresses of a drop, or a text that is nothing but addresses.
QList<QUrl> addresses(const QMimeData &data)
{
    QList<QUrl> found;
    for (const auto &url : data.urls())
        if (client::FileFetch::isFetchable(url))
            found << url;
    if (!found.isEmpty() || !data.hasText())
        return found;
    constexpr qsizetype longest = 64 * 1024;
    const auto words = data.text().left(longest).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words) {
        const QUrl url(word, QUrl::StrictMode);
        if (!client::FileFetch::isFetchable(url))
            return {};
        found << url;
    }
    return found;
}

} // namespace

Intake::Intake(const client::Network &network, QString folder, QWidget *window)
    : QObject(window), m_network(network), m_folder(std::move(folder)), m_window(window)
{
}

bool Intake::accepts(const QMimeData &data)
{
    return !localFiles(data).isEmpty() || data.hasImage() || !addresses(data).isEmpty() ||
           !serverIdsIn(data.text()).isEmpty();
}

void Intake::paste()
{
    if (const auto *data = QGuiApplication::clipboard()->mimeData())
        take(*data);
}

void Intake::take(const QMimeData &data)
{
    if (const auto files = localFiles(data); !files.isEmpty())
        emit pathsCame(files);
    else if (const auto found = addresses(data); !found.isEmpty())
        ask(found);
    else if (data.hasImage())
        takePicture(data);
    else if (!serverIdsIn(data.text()).isEmpty())
        emit serverIdsCame(data.text());
}

void Intake::takePicture(const QMimeData &data)
{
    const auto image = qvariant_cast<QImage>(data.imageData());
    if (image.isNull())
        return;
    const auto moment = QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH-mm-ss"_s);
    const auto path = client::freePath(m_folder, tr("picture %1").arg(moment) + u".png"_s);
    QDir().mkpath(m_folder);
    if (!image.save(path, "PNG"))
        return emit failed({ErrorCode::FileUnreadable, {}, path});
    emit pathsCame({path});
}

/// What is fetched and from where is said before; one question for all of them.
void Intake::ask(const QList<QUrl> &found)
{
    QStringList shown;
    for (const auto &url : found.mid(0, 8))
        shown << url.toDisplayString(QUrl::RemoveUserInfo);
    if (found.size() > shown.size())
        shown << tr("… and %n more", nullptr, static_cast<int>(found.size() - shown.size()));
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Fetch from the web"),
        tr("Fetch %n document(s) from %1?", nullptr, static_cast<int>(found.size())).arg(found.front().host()),
        QMessageBox::Cancel, m_window);
    box->setObjectName(u"fetchBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        shown.join(u'\n') + u"\n\n"_s +
        tr("That server learns that this computer asked. No key is sent, and nothing above %1 is taken.")
            .arg(QLocale().formattedDataSize(client::FileFetch::sizeLimit)));
    auto *yes = box->addButton(tr("Fetch"), QMessageBox::AcceptRole);
    yes->setObjectName(u"fetchButton"_s);
    connect(yes, &QPushButton::clicked, this, [this, found] {
        for (const auto &url : found)
            fetch(url);
    });
    box->open();
}

void Intake::fetch(const QUrl &address)
{
    auto *fetch = new client::FileFetch(m_network, address, m_folder, this);
    connect(fetch, &client::FileFetch::finished, this, [this, fetch](const QString &path) {
        fetch->deleteLater();
        emit pathsCame({path});
    });
    connect(fetch, &client::FileFetch::failed, this, [this, fetch](const Error &error) {
        fetch->deleteLater();
        emit failed(error);
    });
}

} // namespace xs::gui::shell
