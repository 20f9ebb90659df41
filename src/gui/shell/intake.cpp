// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/intake.h"

#include "client/filefetch.h"
#include "gui/common/boxwidth.h"
#include "gui/shell/passingfiles.h"
#include "gui/shell/serverinputdialog.h"

#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

/// Attachments and pages that a program hands over without a file.
const auto pdfType = u"application/pdf"_s;

QString now()
{
    return QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH-mm-ss"_s);
}

/// Each host once.
QString hostsOf(const QList<QUrl> &addresses)
{
    QStringList hosts;
    for (const auto &address : addresses)
        hosts << address.host();
    hosts.removeDuplicates();
    constexpr int shown = 3;
    return hosts.mid(0, shown).join(u", "_s) + (hosts.size() > shown ? u", …"_s : QString());
}

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
    return !localFiles(data).isEmpty() || data.hasImage() || data.hasFormat(pdfType) || !addresses(data).isEmpty() ||
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
        takeFiles(files);
    else if (const auto found = addresses(data); !found.isEmpty())
        ask(found);
    else if (data.hasFormat(pdfType))
        takePdf(data);
    else if (data.hasImage())
        takePicture(data);
    else if (!serverIdsIn(data.text()).isEmpty())
        emit serverIdsCame(data.text());
}

/// A job needs its document as long as it is reviewed.
void Intake::takeFiles(const QStringList &files)
{
    if (std::ranges::none_of(files, isPassing))
        return emit pathsCame(files);
    auto *watcher = new QFutureWatcher<KeptFiles>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const auto kept = watcher->result();
        emit pathsCame(kept.paths);
        if (kept.error.code != ErrorCode::None)
            emit failed(kept.error);
    });
    watcher->setFuture(keepPassing(files, m_folder));
}

void Intake::takePdf(const QMimeData &data)
{
    const auto bytes = data.data(pdfType);
    const auto file = client::beginFile(m_folder);
    if (!file)
        return emit failed(file.error());
    const auto isWhole = (*file)->write(bytes) == bytes.size();
    const auto path = isWhole ? client::finishFile(**file, tr("document %1").arg(now()) + u".pdf"_s)
                              : Unexpected(ErrorCode::FileNotWritten, (*file)->errorString(), m_folder);
    if (path)
        emit pathsCame({*path});
    else
        emit failed(path.error());
}

void Intake::takePicture(const QMimeData &data)
{
    const auto image = qvariant_cast<QImage>(data.imageData());
    if (image.isNull())
        return;
    const auto path = client::freePath(m_folder, tr("picture %1").arg(now()) + u".png"_s);
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
        tr("Fetch %n document(s) from %1?", nullptr, static_cast<int>(found.size())).arg(hostsOf(found)),
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
        const auto round = std::make_shared<Round>(Round{static_cast<int>(found.size())});
        emit fetching(round->open);
        for (const auto &url : found)
            fetch(url, round);
    });
    common::setLeastWidth(*box);
    box->open();
}

/// One error in its own words; of several, which documents they are about.
wording::ErrorText Intake::textOf(const QList<Error> &errors)
{
    if (errors.size() == 1)
        return wording::errorText(errors.front());
    QStringList lines;
    for (const auto &error : errors)
        lines << QUrl(error.place).fileName() + u": "_s + wording::shortErrorText(error);
    return {tr("%n document(s) could not be fetched.", nullptr, static_cast<int>(errors.size())), lines.join(u'\n')};
}

void Intake::fetch(const QUrl &address, const std::shared_ptr<Round> &round)
{
    auto *fetch = new client::FileFetch(m_network, address, m_folder, this);
    const auto tell = [this, round] {
        emit fetching(--round->open);
        if (!round->errors.isEmpty())
            emit notFetched(textOf(round->errors));
    };
    connect(fetch, &client::FileFetch::finished, this, [this, fetch, tell](const QString &path) {
        fetch->deleteLater();
        emit pathsCame({path});
        tell();
    });
    connect(fetch, &client::FileFetch::failed, this, [fetch, round, tell](const Error &error) {
        fetch->deleteLater();
        round->errors << error;
        tell();
    });
}

} // namespace xs::gui::shell
