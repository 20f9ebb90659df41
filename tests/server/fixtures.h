// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "server/httpmessage.h"
#include "server/migrations.h"
#include "server/storethread.h"

#include <QTemporaryDir>

namespace xs::server::test {

/// A clock that stands still until it is moved.
class FixedClock final : public Clock
{
public:
    QDateTime now() const override { return m_now; }
    void advance(qint64 milliseconds) { m_now = m_now.addMSecs(milliseconds); }

private:
    QDateTime m_now = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7, 89), Qt::UTC);
};

/// An empty store of the service in a folder of its own.
struct TemporaryStore
{
    QTemporaryDir folder;
    std::unique_ptr<StoreThread> store = open();

    std::unique_ptr<StoreThread> open()
    {
        auto opened = StoreThread::open(folder.filePath(QStringLiteral("service.sqlite")), migrations());
        return opened ? *std::move(opened) : nullptr;
    }
};

/// A request as the listener makes it; the body arrives in pieces of `piece` bytes.
inline Request makeRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                           qsizetype piece = 1000)
{
    Request request;
    request.method = method;
    parseTarget(target, request);
    request.readBody = [body, piece](qint64 limit, const BodySink &sink) {
        for (qsizetype at = 0; at < body.size(); at += piece) {
            if (at + piece > limit && body.size() > limit)
                return BodyEnd::TooLarge;
            const auto part = body.mid(at, piece);
            if (!sink(part.constData(), static_cast<std::size_t>(part.size())))
                break;
        }
        return BodyEnd::Complete;
    };
    return request;
}

inline Json bodyOf(const Response &response)
{
    auto json = parseJson(response.body);
    return json ? *std::move(json) : Json();
}

} // namespace xs::server::test
