// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/clirun.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace xs::cli::test {

QString sample(const QString &name)
{
    return QStringLiteral(XS_SOURCE_DIR "/resources/samples/") + name;
}

Outcome outcomeOf(QProcess &process)
{
    // Not waitForFinished, since the test's own servers need the event loop.
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, ceiling)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardError()), QString::fromUtf8(process.readAllStandardOutput())};
}

Home::Home() : m_environment(QProcessEnvironment::systemEnvironment())
{
    QDir().mkpath(path(u"tmp"_s));
    m_environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
    m_environment.insert(u"HOME"_s, m_folder.path());
    m_environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    for (const auto &name : {u"LLAMA_CLOUD_API_KEY"_s, u"LLAMA_CLOUD_BASE_URL"_s})
        m_environment.remove(name);
}

std::unique_ptr<QProcess> Home::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_folder.path());
    process->start(QStringLiteral(XS_BIN_DIR "/extract-studio-cli"), arguments);
    return process;
}

Outcome Home::run(const QStringList &arguments) const
{
    return outcomeOf(*start(arguments));
}

QString Home::write(const QString &name, const QByteArray &content) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    if (!writeFile(path(name), content))
        qFatal("not written");
    return path(name);
}

Json Home::json(const QString &name) const
{
    auto json = readJsonFile(path(name));
    return json ? std::move(*json) : Json();
}

QStringList Home::makeDocuments(int count, const QString &folder) const
{
    QFile plain(QStringLiteral(XS_SOURCE_DIR "/tests/samples/plain.pdf"));
    if (!plain.open(QIODevice::ReadOnly))
        qFatal("no sample");
    const auto bytes = plain.readAll();
    QStringList paths;
    for (int i = 0; i < count; ++i)
        paths << write(u"%1/document %2.pdf"_s.arg(folder).arg(i, 2, 10, QLatin1Char('0')),
                       bytes + "% " + QByteArray::number(i) + '\n');
    return paths;
}

QStringList Home::files(const QString &folder) const
{
    return QDir(path(folder)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace xs::cli::test
