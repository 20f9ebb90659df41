// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

namespace xs::test {

/// An authority of our own (ca.pem), and certificates of it: "here" for 127.0.0.1, "there" for another host and
/// "regions" for those of LlamaCloud.
class TestAuthority
{
public:
    TestAuthority()
    {
        openssl(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj"),
                QStringLiteral("/CN=Test authority"));
        for (const auto &[name, host] :
             {std::pair{QStringLiteral("here"), QStringLiteral("IP:127.0.0.1")},
              {QStringLiteral("there"), QStringLiteral("DNS:there.example")},
              {QStringLiteral("regions"),
               QStringLiteral("DNS:api.cloud.llamaindex.ai,DNS:api.cloud.eu.llamaindex.ai")}}) {
            if (!writeFile(file(name + QStringLiteral(".ext")), "subjectAltName=" + host.toLatin1()))
                qFatal("no folder");
            openssl(QStringLiteral("req -newkey rsa:2048 -nodes -keyout %1.key -out %1.csr -subj").arg(name),
                    QStringLiteral("/CN=") + name);
            openssl(QStringLiteral(
                        "x509 -req -in %1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out %1.pem -days 2 -extfile")
                        .arg(name),
                    name + QStringLiteral(".ext"));
        }
    }

    QString file(const QString &name) const { return m_folder.filePath(name); }
    /// The server's side.
    QSslConfiguration serverWith(const QString &certificate) const
    {
        QSslConfiguration configuration;
        QFile key(file(certificate + QStringLiteral(".key")));
        if (!key.open(QIODevice::ReadOnly))
            qFatal("no key");
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        configuration.setLocalCertificate(
            QSslCertificate::fromPath(file(certificate + QStringLiteral(".pem"))).value(0));
        return configuration;
    }

private:
    void openssl(const QString &words, const QString &last)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), words.split(u' ') << last);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("%s", process.readAllStandardError().constData());
    }

    QTemporaryDir m_folder;
};

} // namespace xs::test
