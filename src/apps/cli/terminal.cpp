// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/terminal.h"

#include "apps/cli/texttable.h"
#include "base/json.h"
#include "wording/errortext.h"

#include <QCoreApplication>

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

const auto program = u"extract-studio-cli"_s;
const auto clearLine = u"\r\x1b[2K"_s;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    /// Where the window has a place to go to, a command line has a variable or an option.
    static wording::ErrorText text(const Error &error)
    {
        auto text = wording::errorText(error);
        switch (error.code) {
        case ErrorCode::WrongKey:
            text.toDo = tr("Set the environment variable LLAMA_CLOUD_API_KEY to a key of this server's region.");
            break;
        case ErrorCode::KeyMissing:
        case ErrorCode::KeyringUnavailable:
            text.toDo = tr("Set the environment variable LLAMA_CLOUD_API_KEY to a key of this server's region, or keep "
                           "one in the window's connection.");
            break;
        case ErrorCode::PortInUse:
            text.toDo = tr("Choose another one with --port, or leave it out for a free one.");
            break;
        case ErrorCode::InvalidArgument:
            // The reader of options has said it in a whole sentence already.
            text = {error.detail, error.place.isEmpty() ? tr("See extract-studio-cli --help.")
                                                        : tr("See extract-studio-cli %1 --help.").arg(error.place)};
            break;
        default:
            break;
        }
        return text;
    }
};

bool write(std::FILE *file, const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, file) == size && std::fflush(file) == 0;
}

/// Documents and servers must not send commands to a terminal: control characters other than line ends and tabs as JSON
/// writes them, which leaves JSON as it was.
QByteArray forScreen(const QByteArray &bytes)
{
    QByteArray shown;
    shown.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const auto next = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0;
        const auto isPlain = byte == '\n' || byte == '\t' || (byte == '\r' && next == '\n');
        // In UTF-8 the second set of control characters is C2 80 to C2 9F.
        const auto isSecondSet = byte == 0xC2 && next >= 0x80 && next <= 0x9F;
        if (isSecondSet || ((byte < 0x20 || byte == 0x7F) && !isPlain))
            shown += "\\u00" + QByteArray::number(isSecondSet ? next : byte, 16).rightJustified(2, '0');
        else
            shown += bytes[i];
        i += isSecondSet ? 1 : 0;
    }
    return shown;
}

/// Members without a value are left out.
QByteArray jsonLine(std::initializer_list<std::pair<const char *, QString>> members)
{
    auto json = Json::object();
    for (const auto &[name, value] : members)
        if (!value.isEmpty())
            json[name] = toStd(value);
    return forScreen(toBytes(json) + '\n');
}

} // namespace

Terminal::Terminal() : m_isTerminal(::isatty(STDERR_FILENO) == 1 && qEnvironmentVariable("TERM") != "dumb"_L1)
{
}

bool Terminal::showsResults()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

int Terminal::width()
{
    constexpr auto usual = 80;
    winsize size{};
    const auto isKnown = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return isKnown ? size.ws_col : usual;
}

void Terminal::line(const QString &text)
{
    const auto status = m_status.isEmpty() ? QString() : clearLine;
    write(stderr, (status + printable(text) + u'\n' + m_status).toUtf8());
}

void Terminal::say(const QString &text)
{
    if (m_style == Style::Sentences)
        line(text);
}

void Terminal::error(const Error &error, const QString &subject)
{
    const auto text = Texts::text(error);
    const auto isSaid = error.code == ErrorCode::InvalidArgument;
    if (m_style == Style::JsonErrors) {
        write(stderr, jsonLine({{"code", errorCodeName(error.code)},
                                {"message", text.what},
                                {"hint", text.toDo},
                                {"subject", subject},
                                {"place", error.place},
                                {"detail", isSaid ? QString() : error.detail}}));
        return;
    }
    line(u"%1: %2"_s.arg(subject.isEmpty() ? program : subject, text.line()));
}

void Terminal::refuse(const Refusal &refusal)
{
    if (m_style == Style::JsonErrors) {
        write(
            stderr,
            jsonLine(
                {{"code", refusal.code}, {"message", refusal.what}, {"hint", refusal.toDo}, {"place", refusal.place}}));
        return;
    }
    line(u"%1: %2 %3"_s.arg(program, refusal.what, refusal.toDo).trimmed());
}

void Terminal::print(const QString &text)
{
    print(text.toUtf8());
}

void Terminal::print(const QByteArray &bytes)
{
    const auto status = std::exchange(m_status, QString());
    if (!status.isEmpty())
        write(stderr, clearLine.toUtf8());
    m_hasLostReader = !write(stdout, showsResults() ? forScreen(bytes) : bytes) || m_hasLostReader;
    setStatus(status);
}

void Terminal::setStatus(const QString &text)
{
    if (!hasStatus() || (text.isEmpty() && m_status.isEmpty()))
        return;
    m_status = printable(text).left(width() - 1);
    write(stderr, (clearLine + m_status).toUtf8());
}

} // namespace xs::cli
