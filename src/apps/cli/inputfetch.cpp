// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/inputfetch.h"

#include "apps/cli/runinputs.h"

#include <QCryptographicHash>
#include <QDir>

using namespace Qt::StringLiterals;

namespace xs::cli {

InputFetch::InputFetch(const client::Network &network, QStringList inputs, const QString &folder, Known known)
    : m_network(network), m_left(std::move(inputs)), m_folder(QDir(folder).absolutePath()), m_known(known)
{
}

void InputFetch::next()
{
    while (!m_left.isEmpty()) {
        const auto input = m_left.takeFirst();
        if (isAddress(input))
            return fetch(input);
        m_done << input;
    }
    emit finished();
}

void InputFetch::fetch(const QString &address)
{
    const auto hash = QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    QDir folder(m_folder + u'/' + QString::fromLatin1(hash));
    const auto known = folder.entryList(QDir::Files);
    if (!known.isEmpty() && m_known == Known::Keep)
        return take(folder.filePath(known.front()));
    for (const auto &name : known)
        folder.remove(name);
    m_fetch.reset(new client::FileFetch(m_network, QUrl(address, QUrl::StrictMode), folder.path()));
    connect(m_fetch.get(), &client::FileFetch::finished, this, &InputFetch::take);
    connect(m_fetch.get(), &client::FileFetch::failed, this, [this, address](const Error &error) {
        emit failed(error, QUrl(address).toDisplayString());
        next();
    });
}

void InputFetch::take(const QString &path)
{
    m_done << path;
    next();
}

} // namespace xs::cli
