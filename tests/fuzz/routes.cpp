// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "server/service.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QUrl>

#include <future>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

/// The service on a folder of its own, without readers of documents.
struct FuzzedService
{
    FuzzedService()
    {
        QLoggingCategory::setFilterRules(u"*=false"_s);
        server::ServiceOptions options;
        options.dataFolder = folder.filePath(u"data"_s);
        options.token = "token";
        options.worker.program = u"/bin/false"_s;
        auto started = server::Service::start(options);
        fuzz::require(bool(started), "the service starts");
        service = *std::move(started);
        host = QUrl(service->url()).authority().toLatin1();
    }

    /// As in the program: requests are answered in threads of their own while the main thread looks after workers.
    server::Response answer(const server::Request &request)
    {
        auto answered = std::async(std::launch::async, [&] { return service->answer(request); });
        while (answered.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
            QCoreApplication::processEvents();
        return answered.get();
    }

    int argc = 1;
    char name[5] = "fuzz";
    char *argv[2] = {name, nullptr};
    QCoreApplication application{argc, argv};
    QTemporaryDir folder;
    std::unique_ptr<server::Service> service;
    QByteArray host;
};

} // namespace

/// All routes: a line with method and target, a line with the content type, then the body. Whatever is sent, the answer
/// is one that the contract knows, and JSON; a status 500 is a fault of the service.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static FuzzedService fuzzed;
    auto body = fuzz::bytes(data, size);
    const auto line = fuzz::takeLine(body);
    server::Request request;
    request.method = line.left(line.indexOf(' '));
    server::parseTarget(line.mid(line.indexOf(' ') + 1), request);
    request.headers.insert("content-type", fuzz::takeLine(body));
    request.headers.insert("host", fuzzed.host);
    request.headers.insert("authorization", "Bearer token");
    request.readBody = [&body](qint64 limit, const server::BodySink &sink) {
        if (body.size() > limit)
            return server::BodyEnd::TooLarge;
        (void)sink(body.constData(), static_cast<std::size_t>(body.size()));
        return server::BodyEnd::Complete;
    };
    const auto response = fuzzed.answer(request);
    fuzz::require(response.status >= 200 && response.status < 500, "an answer is no fault of the service");
    const auto isText = response.filePath.isEmpty() && response.status != 204;
    fuzz::require(!isText || parseJson(response.body), "an answer is JSON");
    return 0;
}
