// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/runfolder.h"

#include "base/json.h"
#include "base/numberedname.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunFolder)
};

/// One for each server: a job is never looked for at another one.
QString folderName(const client::Profile &server)
{
    constexpr auto length = 12;
    const auto address = server.name + u'\n' + server.baseUrl.toString() + u'\n' + server.projectId;
    return QString::fromLatin1(
        QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256).toHex().left(length));
}

QString plainName(const QString &document, int number)
{
    return numberedName(QFileInfo(document).completeBaseName(), number, u"json"_s);
}

Expected<void> makeFolder(const QString &folder)
{
    if (QDir().mkpath(folder))
        return {};
    return Unexpected(ErrorCode::FileNotWritten, u"the folder cannot be made"_s, folder);
}

} // namespace

Expected<void> RunFolder::open(const client::Profile &server)
{
    if (!isLasting()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_state = m_temporary->path();
        if (!m_temporary->isValid())
            return Unexpected(ErrorCode::FileNotWritten, m_temporary->errorString(), m_state);
        return {};
    }
    if (const auto made = makeFolder(m_output); !made)
        return made;
    QTemporaryFile trial(QDir(m_output).filePath(u".extract-studio-XXXXXX"_s));
    if (!trial.open())
        return Unexpected(ErrorCode::FileNotWritten, trial.errorString(), m_output);
    const auto hidden = m_output + u"/.extract-studio"_s;
    m_state = hidden + u'/' + folderName(server);
    if (const auto made = makeFolder(m_state); !made)
        return made;
    // Answers and documents of one user.
    QFile::setPermissions(hidden, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return readNames();
}

std::optional<Refusal> RunFolder::lock()
{
    if (!isLasting())
        return {};
    m_lock = std::make_unique<QLockFile>(m_state + u"/lock"_s);
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock() || m_lock->error() != QLockFile::LockFailedError)
        return {};
    return Refusal{u"FolderInUse"_s, Texts::tr("Another run works with the folder %1.").arg(m_output),
                   Texts::tr("Wait until it is over, or give another folder with --output."), m_output};
}

RunFolder::~RunFolder()
{
    if (m_dropsService && !m_state.isEmpty())
        QDir(serviceFolder()).removeRecursively();
}

Refusal RunFolder::exists(const QString &name) const
{
    const auto path = m_output + u'/' + name;
    return {u"FileExists"_s, Texts::tr("The file %1 is there already.").arg(QDir::toNativeSeparators(path)),
            Texts::tr("Give --overwrite to replace it, or another folder with --output."), path};
}

std::optional<Refusal> RunFolder::collision(const QStringList &names) const
{
    if (!isLasting() || m_mayOverwrite)
        return {};
    const auto taken =
        std::ranges::find_if(names, [this](const QString &name) { return QFileInfo::exists(m_output + u'/' + name); });
    return taken == names.end() ? std::nullopt : std::optional(exists(*taken));
}

QStringList RunFolder::namesFor(const QStringList &documents, Naming naming) const
{
    QSet<QString> taken;
    QHash<QString, QString> before;
    for (const auto &promise : m_promises) {
        taken.insert(promise.name.toCaseFolded());
        before.insert(promise.document, promise.name);
    }
    // A document's plain name goes before the numbered names of others.
    QSet<QString> plain;
    for (const auto &document : documents)
        plain.insert(plainName(document, 1).toCaseFolded());
    QStringList names;
    for (const auto &document : documents) {
        if (naming == Naming::Again && before.contains(document)) {
            names << before.value(document);
            continue;
        }
        const auto isTaken = [&](const QString &name, bool isPlain) {
            const auto folded = name.toCaseFolded();
            return taken.contains(folded) || (!isPlain && plain.contains(folded)) ||
                   (naming == Naming::Beside && QFileInfo::exists(m_output + u'/' + name));
        };
        auto number = 1;
        while (isTaken(plainName(document, number), number == 1))
            ++number;
        names << plainName(document, number);
        taken.insert(names.back().toCaseFolded());
    }
    return names;
}

Expected<void> RunFolder::promise(const std::vector<LocalJobId> &jobs, const QStringList &documents,
                                  const QStringList &names)
{
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const auto at = static_cast<qsizetype>(i);
        m_promises.removeIf([&](const auto &entry) { return entry.value().name == names[at]; });
        m_promises.insert(jobs[i].text(), {documents[at], names[at]});
    }
    return writeNames();
}

QString RunFolder::fileOf(const LocalJobId &job) const
{
    const auto name = m_promises.value(job.text()).name;
    return name.isEmpty() || !isLasting() ? QString() : m_output + u'/' + name;
}

std::optional<Refusal> RunFolder::tableCollision(const QString &suffix) const
{
    if (!isLasting() || m_mayOverwrite || m_tables.contains(suffix) || !QFileInfo::exists(tableFile(suffix)))
        return {};
    return exists(u"results."_s + suffix);
}

Expected<void> RunFolder::tableWritten(const QString &suffix)
{
    if (m_tables.contains(suffix))
        return {};
    m_tables << suffix;
    return writeNames();
}

Expected<void> RunFolder::readNames()
{
    const auto path = m_state + u"/names.json"_s;
    if (!QFileInfo::exists(path))
        return {};
    const auto json = readJsonFile(path);
    if (!json)
        return Unexpected(json.error());
    for (const auto &[id, promise] : member(*json, "results").items())
        m_promises.insert(toQString(id), {toQString(member(promise, "document")), toQString(member(promise, "name"))});
    for (const auto &suffix : member(*json, "tables"))
        m_tables << toQString(suffix);
    return {};
}

Expected<void> RunFolder::writeNames() const
{
    if (!isLasting())
        return {};
    auto json = Json{{"results", Json::object()}, {"tables", Json::array()}};
    for (auto promise = m_promises.begin(); promise != m_promises.end(); ++promise)
        json["results"][toStd(promise.key())] = {{"document", toStd(promise->document)},
                                                 {"name", toStd(promise->name)}};
    for (const auto &suffix : m_tables)
        json["tables"].push_back(toStd(suffix));
    return writeFile(m_state + u"/names.json"_s, toBytes(json, 1));
}

} // namespace xs::cli
