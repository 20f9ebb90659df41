// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace xs::service::test {

namespace {

constexpr int patience = 120'000;

} // namespace

RunningService::RunningService(const QString &dataFolder, const QStringList &moreArguments, const QStringList &launcher)
{
    auto command = launcher +
                   QStringList{QStringLiteral(XS_BIN_DIR "/extract-studio-service"), u"--data"_s, dataFolder} +
                   moreArguments;
    const auto program = command.takeFirst();
    m_process.start(program, command);
    m_process.waitForStarted();
}

RunningService::~RunningService()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(20'000))
        killNow();
}

Json RunningService::firstLine()
{
    while (!m_firstLine.contains('\n') && m_process.state() != QProcess::NotRunning &&
           m_process.waitForReadyRead(patience))
        m_firstLine += m_process.readAllStandardOutput();
    m_firstLine += m_process.readAllStandardOutput();
    auto json = parseJson(m_firstLine.left(m_firstLine.indexOf('\n')));
    return json ? *std::move(json) : Json();
}

int RunningService::exitStatus()
{
    if (m_process.state() != QProcess::NotRunning)
        m_process.waitForFinished(patience);
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void RunningService::killNow()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

Answer RunningService::send(const QByteArray &method, const QString &path, const QByteArray &body,
                            const Headers &headers)
{
    QNetworkRequest request(QUrl(path.startsWith("http"_L1) ? path : url() + path));
    request.setRawHeader("Authorization", "Bearer " + token());
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    Answer answer;
    if (!QSignalSpy(reply.get(), &QNetworkReply::finished).wait(patience))
        return answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    if (auto json = parseJson(answer.body))
        answer.json = *std::move(json);
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    return answer;
}

QByteArray RunningService::sendRaw(const QByteArray &bytes, const QList<QByteArray> &more)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(QUrl(url()).port()));
    socket.waitForConnected();
    QByteArray answers;
    for (const auto &request : QList<QByteArray>{bytes} + more) {
        socket.write(request);
        QByteArray answer;
        // The first bytes may take their time; once they came, a short silence is the end.
        while (socket.waitForReadyRead(answer.isEmpty() ? 20'000 : 300))
            answer += socket.readAll();
        answers += answer + socket.readAll();
    }
    return answers;
}

Answer RunningService::upload(const QString &name, const QByteArray &bytes)
{
    return send("POST", u"/api/v1/beta/files"_s, uploadForm(name, bytes), formHeaders());
}

QString RunningService::uploadSample(const QString &path)
{
    return upload(QFileInfo(path).fileName(), readFile(QStringLiteral(XS_SOURCE_DIR "/") + path)).text("id");
}

Answer RunningService::waitForJob(const QString &id, const QString &query)
{
    Answer answer;
    (void)QTest::qWaitFor(
        [&] {
            answer = get(u"/api/v2/extract/%1%2"_s.arg(id, query));
            const auto status = answer.text("status");
            return answer.status != 200 || (status != "PENDING"_L1 && status != "RUNNING"_L1);
        },
        patience);
    return answer;
}

QByteArray uploadForm(const QString &name, const QByteArray &bytes, bool fileFirst)
{
    const auto file = "--boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.toUtf8() +
                      "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
    const QByteArray purpose = "--boundary\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nextract\r\n";
    return (fileFirst ? file + purpose : purpose + file) + "--boundary--\r\n";
}

RunningService::Headers formHeaders()
{
    return {{"Content-Type", "multipart/form-data; boundary=boundary"}};
}

QList<qint64> childrenOf(qint64 process)
{
    QList<qint64> children;
    for (const auto &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const auto fields = readFile(u"/proc/%1/stat"_s.arg(name)).split(' ');
        if (fields.value(3).toLongLong() == process && fields.value(2) != "Z")
            children << name.toLongLong();
    }
    return children;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Json createBody(const QString &fileId, const Json &configuration, const QString &schemaPath)
{
    Json body;
    body["file_input"] = toStd(fileId);
    body["configuration"]["data_schema"] = {{"type", "object"},
                                            {"properties", {{"invoice_number", {{"type", "string"}}}}}};
    if (!schemaPath.isEmpty())
        if (auto schema = readJsonFile(QStringLiteral(XS_SOURCE_DIR "/") + schemaPath))
            body["configuration"]["data_schema"] = *std::move(schema);
    body["configuration"].update(configuration);
    return body;
}

} // namespace xs::service::test
