// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/officefile.h"

#include "base/csvrecords.h"
#include "document/callfilter.h"
#include "document/readers.h"
#include "document/textgrid.h"
#include "document/textpages.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

constexpr int longestRun = 120'000;
constexpr rlim_t mostMemory = 4ULL << 30, mostFileBytes = 512ULL << 20, mostCpuSeconds = 120;
constexpr int linesOfSheet = 120;
constexpr qint64 partToSeeProtection = 64LL << 20;

/// Writes every sheet to a file of its own (the last -1), with cells as they are shown (LibreOffice help, "Filter
/// Options for CSV"): comma, quotes, UTF-8.
const auto sheetsFilter = u"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"_s;

/// No macros, and nothing from elsewhere.
constexpr auto settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
)";

bool isSpreadsheet(const QString &suffix)
{
    return QStringList{u"xlsx"_s, u"xlsb"_s, u"xls"_s, u"ods"_s}.contains(suffix);
}

/// A package with a password lies encrypted in a stream of this name (MS-OFFCRYPTO, 2.3.4.4).
bool isEncrypted(const QString &path)
{
    QFile file(path);
    const auto name = u"EncryptedPackage"_s;
    return file.open(QIODevice::ReadOnly) &&
           file.read(partToSeeProtection)
               .contains(QByteArray(reinterpret_cast<const char *>(name.utf16()), name.size() * 2));
}

/// Neither a screen nor a session bus nor another user's settings.
QProcessEnvironment environmentIn(const QString &folder)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    environment.insert(u"SAL_USE_VCLPLUGIN"_s, u"svp"_s);
    for (const auto &name : {u"HOME"_s, u"TMPDIR"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, folder);
    return environment;
}

/// In the child. Within a worker these are refused or stricter already, and its own group is killed with it.
void limitSelf()
{
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const auto &[resource, most] : {std::pair{RLIMIT_AS, mostMemory},
                                         {RLIMIT_FSIZE, mostFileBytes},
                                         {RLIMIT_CPU, mostCpuSeconds},
                                         {RLIMIT_CORE, rlim_t(0)}}) {
        const rlimit both{most, most};
        ::setrlimit(resource, &both);
    }
}

/// Ends it with everything that it has started, when it leads a group of its own.
void killWithChildren(QProcess &process)
{
    if (const auto id = pid_t(process.processId()); id > 0 && ::getpgid(id) == id)
        ::kill(-id, SIGKILL);
    process.kill();
    process.waitForFinished(-1);
}

Expected<void> convert(const QString &program, const QString &folder, const QString &name, const QString &form)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments({u"--headless"_s, u"--norestore"_s, u"--nolockcheck"_s, u"--nodefault"_s, u"--nologo"_s,
                          u"-env:UserInstallation=file://%1/profile"_s.arg(folder), u"--convert-to"_s, form,
                          u"--outdir"_s, folder + u"/out"_s, name});
    process.setWorkingDirectory(folder);
    process.setProcessEnvironment(environmentIn(folder));
    process.setStandardInputFile(QProcess::nullDevice());
    // What it says may quote the document.
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    const CallFilter filter(CallFilter::Sockets::Local);
    process.setChildProcessModifier([&filter] {
        limitSelf();
        // Not read at all rather than with the network open.
        if (!filter.apply())
            ::_exit(127);
    });
    process.start();
    if (!process.waitForStarted())
        return Unexpected(ErrorCode::UnsupportedFileType, u"LibreOffice cannot be started: "_s + process.errorString());
    if (process.waitForFinished(longestRun))
        return {};
    killWithChildren(process);
    return Unexpected(ErrorCode::TimedOut, u"LibreOffice took too long"_s);
}

/// In the order in which they were written, which is that of a book's sheets; names say nothing about it.
QFileInfoList filesIn(const QString &folder)
{
    auto files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    const auto written = [](const QFileInfo &file) {
        std::error_code ignored;
        return std::filesystem::last_write_time(file.filesystemFilePath(), ignored);
    };
    std::ranges::stable_sort(files, {}, written);
    return files;
}

Expected<std::unique_ptr<PageSource>> openSheets(const QFileInfoList &files)
{
    TextGrid grid;
    for (const auto &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return Unexpected(ErrorCode::FileUnreadable, file.errorString());
        grid.endPage();
        grid.addTable(csvRecords(QString::fromUtf8(file.readAll()), u','));
    }
    return std::unique_ptr<PageSource>(new TextPages(grid.pages(linesOfSheet)));
}

} // namespace

Expected<std::unique_ptr<PageSource>> openOffice(const QString &path, const QString &suffix)
{
    if (isEncrypted(path))
        return Unexpected(ErrorCode::DocumentProtected, {}, path);
    auto program = QStandardPaths::findExecutable(u"soffice"_s);
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(u"libreoffice"_s);
    if (program.isEmpty())
        return Unexpected(ErrorCode::UnsupportedFileType, u"LibreOffice is not installed"_s, path);
    const QTemporaryDir folder;
    const auto name = u"document."_s + suffix;
    QFile profile(folder.filePath(u"profile/user/registrymodifications.xcu"_s));
    std::error_code copyError;
    // Not QFile::copy(), which gives the copy its name at the end: the sandbox forbids names to change.
    if (!folder.isValid() || !QDir(folder.path()).mkpath(u"profile/user"_s) ||
        !profile.open(QIODevice::WriteOnly | QIODevice::Truncate) || profile.write(settings) < 0 ||
        !std::filesystem::copy_file(QFileInfo(path).filesystemFilePath(),
                                    QFileInfo(folder.filePath(name)).filesystemFilePath(), copyError))
        return Unexpected(ErrorCode::FileUnreadable, u"no copy can be made of it"_s, path);
    profile.close();
    const auto sheets = isSpreadsheet(suffix);
    const auto form = sheets ? sheetsFilter : u"pdf"_s;
    if (const auto done = convert(program, folder.path(), name, form); !done)
        return Unexpected(done.error().code, done.error().detail, path);
    const auto files = filesIn(folder.filePath(u"out"_s));
    if (files.isEmpty())
        return Unexpected(ErrorCode::DocumentBroken, u"LibreOffice made nothing of it"_s, path);
    // The open file outlives its name.
    return sheets ? openSheets(files) : openPdf(files.front().filePath());
}

} // namespace xs::document
