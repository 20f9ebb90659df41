// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/terminal.h"

#include "wording/errortext.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    /// Where the window has a place to go to, a command line has a variable or an option.
    static QString toDo(const Error &error)
    {
        switch (error.code) {
        case ErrorCode::WrongKey:
        case ErrorCode::KeyMissing:
            return tr("Set the environment variable LLAMA_CLOUD_API_KEY to a key of this server's region.");
        case ErrorCode::PortInUse:
            return tr("Choose another one with --port, or leave it out for a free one.");
        case ErrorCode::InvalidArgument:
            return tr("See extract-studio-cli --help.");
        default:
            return wording::errorText(error).toDo;
        }
    }
};

void write(std::FILE *file, const QString &text)
{
    const auto bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    std::fflush(file);
}

} // namespace

void say(const QString &line)
{
    write(stderr, line + u'\n');
}

void sayError(const Error &error, const QString &subject)
{
    // The reader of options has said it in a whole sentence already.
    const auto what = error.code == ErrorCode::InvalidArgument ? error.detail : wording::errorText(error).what;
    const auto head = subject.isEmpty() ? u"extract-studio-cli"_s : subject;
    say(u"%1: %2 %3"_s.arg(head, what, CommandLine::toDo(error)).trimmed());
}

void print(const QString &text)
{
    write(stdout, text);
}

} // namespace xs::cli
