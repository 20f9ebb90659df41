// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/keystore.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

const auto service = u"extract-studio"_s;

/// A keyring that answers about its own objects is there; it misses one when its question was not answered.
bool isOfSecretService(const QString &text)
{
    return text.contains("/org/freedesktop/secrets/"_L1);
}

Error errorOf(const QKeychain::Job &job)
{
    const auto code = [&job] {
        switch (job.error()) {
        case QKeychain::NoError:
            return ErrorCode::None;
        case QKeychain::EntryNotFound:
            return ErrorCode::KeyMissing;
        case QKeychain::AccessDenied:
        case QKeychain::AccessDeniedByUser:
            return ErrorCode::KeyringRefused;
        case QKeychain::OtherError:
            return isOfSecretService(job.errorString()) ? ErrorCode::KeyringRefused : ErrorCode::KeyringUnavailable;
        default:
            return ErrorCode::KeyringUnavailable;
        }
    }();
    const auto detail = isOfSecretService(job.errorString()) ? QString() : job.errorString();
    return {code, detail, job.key()};
}

/// Runs a job that deletes itself; `done` hears of its end while `context` lives.
template <typename Done>
void run(QKeychain::Job *job, const QString &connection, QObject *context, Done done)
{
    job->setKey(connection);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [done = std::move(done)](QKeychain::Job *over) { done(*over); });
    job->start();
}

Expected<void> outcome(const Error &error)
{
    if (error.code == ErrorCode::None)
        return {};
    return Unexpected(error);
}

} // namespace

void SystemKeyStore::read(const QString &connection, QObject *context, std::function<void(Expected<QString>)> answer)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    run(job, connection, context, [job, answer = std::move(answer)](const QKeychain::Job &over) {
        const auto error = errorOf(over);
        if (error.code != ErrorCode::None)
            return answer(Unexpected(error));
        answer(job->textData());
    });
}

void SystemKeyStore::write(const QString &connection, const QString &key, QObject *context,
                           std::function<void(Expected<void>)> answer)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(key);
    run(job, connection, context,
        [answer = std::move(answer)](const QKeychain::Job &over) { answer(outcome(errorOf(over))); });
}

void SystemKeyStore::remove(const QString &connection, QObject *context, std::function<void(Expected<void>)> answer)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    run(job, connection, context, [answer = std::move(answer)](const QKeychain::Job &over) {
        const auto error = errorOf(over);
        answer(error.code == ErrorCode::KeyMissing ? Expected<void>() : outcome(error));
    });
}

} // namespace xs::client
