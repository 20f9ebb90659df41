// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/uploadfilecall.h"

#include "api/jobjson.h"
#include "api/paths.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

/// The name as browsers and the SDKs write it into the header: UTF-8, with three characters escaped.
QByteArray headerName(const QString &path)
{
    auto name = QFileInfo(path).fileName();
    name.replace(u'"', "%22"_L1).replace(u'\r', "%0D"_L1).replace(u'\n', "%0A"_L1);
    return name.toUtf8();
}

} // namespace

UploadFileCall::UploadFileCall(const Network &network, const Connection &connection, QString path, Hashing hashing)
    : Call(network, connection), m_path(std::move(path)), m_hashing(hashing)
{
}

void UploadFileCall::prepare()
{
    auto *watcher = new QFutureWatcher<Expected<DocumentState>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (state() == State::Running)
            looked(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run([path = m_path, hashing = m_hashing] {
        // What sends it is loaded beside the event loop, too, which would stand still for up to a tenth of a second.
        loadFormSenders();
        return lookAt(path, sizeLimit, hashing);
    }));
}

void UploadFileCall::looked(const Expected<DocumentState> &state)
{
    if (!state)
        return fail(state.error());
    m_state = *state;
    if (m_hashing == Hashing::First)
        emit hashed();
    ready();
}

Expected<Call::Request> UploadFileCall::request()
{
    auto content = DocumentContent::open(m_path, m_state);
    if (!content)
        return Unexpected(content.error());
    m_content = *std::move(content);
    return Request{.verb = Verb::Post,
                   .path = api::path::files.toString(),
                   .form = {.fields = {{"purpose", "extract"}},
                            .fileName = headerName(m_path),
                            .file = m_content,
                            .lastFieldName = DocumentContent::hashField,
                            .lastFieldSize = hashFieldValue(QString(64, u'0')).size()},
                   .filePath = m_path};
}

Expected<void> UploadFileCall::read(const Json &body)
{
    auto file = api::fileFromJson(body);
    if (!file)
        return Unexpected(file.error());
    if (!m_content->isRead())
        return Unexpected(ErrorCode::UnreadableAnswer, u"the answer came before the document was sent"_s);
    m_state.sha256 = m_content->sha256();
    // A server that tells the external id tells ours; another one belongs to another request.
    const auto external = stringMember(body, "external_file_id").value_or(QString());
    if (external.startsWith("sha256:"_L1) && external.toLatin1() != hashFieldValue(m_state.sha256))
        return Unexpected(ErrorCode::UnreadableAnswer, u"the answer is about another file"_s);
    m_file = std::move(*file);
    // The hash would belong to other bytes than those that the server has.
    if (m_content->hasChanged())
        return Unexpected(changedOnItsWay(m_path));
    return {};
}

} // namespace xs::client
