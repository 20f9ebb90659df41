// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

namespace xs::service::test {

/// An answer of the service.
struct Answer
{
    int status = 0;
    Json json;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers;

    QString detail() const { return displayText(member(json, "detail")); }
    QString text(const char *key) const { return stringMember(json, key).value_or(QString()); }
};

/// The real service in a process of its own, on a data folder that outlives it.
class RunningService
{
public:
    /// `launcher`: a program with its arguments that runs the service in its place, such as `unshare`.
    explicit RunningService(const QString &dataFolder, const QStringList &moreArguments = {},
                            const QStringList &launcher = {});
    ~RunningService();

    /// The first line on standard output; waits for it.
    Json firstLine();
    /// Whether the first line named a URL.
    bool isUp() { return !url().isEmpty(); }
    QString url() { return stringMember(firstLine(), "url").value_or(QString()); }
    QByteArray token() { return stringMember(firstLine(), "token").value_or(QString()).toUtf8(); }
    QProcess &process() { return m_process; }
    /// Waits for the end of the process; its exit status, or −1 when it was killed.
    int exitStatus();
    void killNow();

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    Answer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                const Headers &headers = {});
    Answer get(const QString &path) { return send("GET", path); }
    Answer post(const QString &path, const Json &json)
    {
        return send("POST", path, toBytes(json), {{"Content-Type", "application/json"}});
    }
    Answer upload(const QString &name, const QByteArray &bytes);
    /// Bytes as they are over a socket of its own, and what comes back until the service is silent or closes. More
    /// requests follow on the same connection, each after the answer to the one before.
    QByteArray sendRaw(const QByteArray &bytes, const QList<QByteArray> &more = {});

    /// The id of a file of the repository after its upload.
    QString uploadSample(const QString &path);
    /// Reads a job until it is over.
    Answer waitForJob(const QString &id, const QString &query = {});

private:
    QProcess m_process;
    QNetworkAccessManager m_network;
    QByteArray m_firstLine;
};

/// A form with one file and its purpose; the boundary is "boundary".
QByteArray uploadForm(const QString &name, const QByteArray &bytes, bool fileFirst = true);
RunningService::Headers formHeaders();

/// The processes that a process has started and that still run.
QList<qint64> childrenOf(qint64 process);

QByteArray readFile(const QString &path);
/// `{"file_input": …, "configuration": {…}}` with a schema of one string field, or of the file given.
Json createBody(const QString &fileId, const Json &configuration = Json::object(), const QString &schemaPath = {});

} // namespace xs::service::test
