// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/errortext.h"

#include "wording/tlserror.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace xs::wording {

namespace {

/// Gives the translations their context.
struct Errors
{
    Q_DECLARE_TR_FUNCTIONS(Errors)

public:
    static ErrorText ofFile(const Error &error, const QString &name);
    static ErrorText ofServerInput(const Error &error);
    static ErrorText ofDocument(const Error &error, const QString &name);
    static ErrorText ofSchema(const Error &error, const QString &name);
    static ErrorText ofConnection(const Error &error, const QString &host);
    static ErrorText ofAnswer(const Error &error);
    static ErrorText ofService(const Error &error);
    static ErrorText ofKeys(const Error &error);
    static ErrorText ofStore(const Error &error);
    static QString shortText(const Error &error);
    static QString inBrackets(const QString &detail) { return detail.isEmpty() ? QString() : u" (%1)"_s.arg(detail); }
};

ErrorText Errors::ofFile(const Error &error, const QString &name)
{
    switch (error.code) {
    case ErrorCode::FileMissing:
        return {tr("The file %1 is not there.").arg(name), tr("Check its name, or choose it again.")};
    case ErrorCode::FileEmpty:
        return {tr("The file %1 is empty.").arg(name), tr("Choose a file that has content.")};
    case ErrorCode::FileTooLarge:
        return {tr("The file %1 is too large to be sent.").arg(name),
                tr("Split it, or send fewer pages; the limit is 100 MB.")};
    case ErrorCode::FileNotWritten:
        return {tr("%1 could not be written%2.").arg(name, inBrackets(error.detail)),
                tr("Check that the folder exists, that you may write there and that the disk is not full.")};
    default:
        return {tr("The file %1 cannot be read%2.").arg(name, inBrackets(error.detail)),
                tr("Check that you may open it.")};
    }
}

ErrorText Errors::ofServerInput(const Error &error)
{
    if (error.code == ErrorCode::FileMissing)
        return {tr("The server does not have %1.").arg(error.place),
                tr("It was deleted there, or belongs to another project or region: choose one that is there, or send "
                   "the document again.")};
    return {tr("The server cannot use %1%2.").arg(error.place, inBrackets(error.detail)),
            tr("Run it again when that parse job is completed; if it failed, send the document again.")};
}

ErrorText Errors::ofDocument(const Error &error, const QString &name)
{
    switch (error.code) {
    case ErrorCode::UnsupportedFileType:
        if (error.detail.contains("LibreOffice"_L1))
            return {tr("%1 is an office document, which needs LibreOffice.").arg(name),
                    tr("Install LibreOffice, or save the document as PDF.")};
        if (error.detail == "e-mail"_L1)
            return {tr("%1 is an e-mail.").arg(name), tr("Save what is attached to it, and open that.")};
        return {tr("%1 is not a document that can be read.").arg(name),
                tr("Use a PDF, a picture, an office document or a text.")};
    case ErrorCode::DocumentProtected:
        return {tr("%1 needs a password.").arg(name), tr("Save a copy without a password and add that one.")};
    case ErrorCode::DocumentHasNoText:
        return {tr("No text was found in %1.").arg(name), tr("If it is a scan, try one that is sharper or larger.")};
    case ErrorCode::DocumentTooLarge:
    case ErrorCode::TooManyPages:
        return {tr("%1 is too large to be read%2.").arg(name, inBrackets(error.detail)),
                tr("Choose fewer pages, or split it.")};
    case ErrorCode::PageMissing:
        return {tr("%1 has none of the pages that were asked for%2.").arg(name, inBrackets(error.detail)),
                tr("Change the target pages in the configuration.")};
    default:
        return {tr("%1 is damaged and cannot be read.").arg(name),
                tr("Open it in another program and save it again, or ask for a new copy.")};
    }
}

ErrorText Errors::ofSchema(const Error &error, const QString &name)
{
    switch (error.code) {
    case ErrorCode::InvalidJson:
        return {tr("%1 is not valid JSON: %2.").arg(name, error.detail), tr("Correct it at this place.")};
    case ErrorCode::SchemaNotObject:
        return {tr("%1 does not describe an object.").arg(name),
                tr("A schema is a JSON object with \"type\": \"object\" and \"properties\"; put a list into one of its "
                   "properties.")};
    case ErrorCode::SchemaInvalid:
        return {tr("The schema cannot be used: %1.").arg(error.detail), tr("Correct the schema at this place.")};
    default:
        return {tr("The configuration is not right: %1 %2.").arg(error.place, error.detail),
                tr("Correct it and try again.")};
    }
}

ErrorText Errors::ofConnection(const Error &error, const QString &host)
{
    switch (error.code) {
    case ErrorCode::NoNetwork:
        return {tr("There is no network."),
                tr("Connect this computer and try again; \"This computer\" works without a network.")};
    case ErrorCode::HostNotFound:
        return {tr("The server %1 was not found.").arg(host),
                tr("Check the address and whether this computer is online.")};
    case ErrorCode::ConnectionRefused:
        return {tr("Nothing answers at %1.").arg(host),
                tr("Check the address and the port, and whether the server runs.")};
    case ErrorCode::CertificateRefused:
        if (!isAboutCertificate(error))
            return {tr("%1 does not speak https.").arg(host),
                    tr("Check whether the address begins with http or https, and the port. Nothing was sent.")};
        return {tr("The certificate of %1 cannot be trusted%2.").arg(host, inBrackets(error.detail)),
                tr("Ask whoever runs the server; nothing was sent.")};
    case ErrorCode::TimedOut:
        return {tr("%1 did not answer in time.").arg(host), tr("Try again; if it stays so, check the server.")};
    default:
        return {tr("The connection to %1 was lost.").arg(host), tr("Check the network and try again.")};
    }
}

ErrorText Errors::ofAnswer(const Error &error)
{
    switch (error.code) {
    case ErrorCode::WrongKey:
        return {tr("The server does not accept the key."),
                tr("Check the API key, and that it belongs to the region of this server.")};
    case ErrorCode::Forbidden:
        return {tr("The key may not do this%1.").arg(inBrackets(error.detail)), tr("Use a key of the right project.")};
    case ErrorCode::CreditsUsedUp:
        return {tr("The credits of this account are used up."), tr("Add credits, or run on this computer.")};
    case ErrorCode::NotFound:
        return {tr("The server does not know this any more."), tr("It was deleted there; run the document again.")};
    case ErrorCode::Conflict:
        return {tr("The server refused because of a conflict%1.").arg(inBrackets(error.detail)),
                tr("Read the job again.")};
    case ErrorCode::RequestRefused:
        return {tr("The server refused the request: %1.").arg(error.detail),
                tr("Correct the schema or the configuration and run again.")};
    case ErrorCode::RateLimited:
        return {tr("The server asks to slow down."), tr("Nothing to do: it is sent again by itself.")};
    case ErrorCode::UnreadableAnswer:
        return {tr("The server's answer cannot be understood%1.").arg(inBrackets(error.detail)),
                tr("Check that the address is that of the API.")};
    default:
        return {tr("The server failed%1.").arg(inBrackets(error.detail)), tr("Try again later.")};
    }
}

ErrorText Errors::ofService(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ServiceMissing:
        return {tr("The local service is not installed."),
                tr("Install the program extract-studio-service beside this one.")};
    case ErrorCode::PortInUse:
        return {tr("The port %1 is used by another program.").arg(error.place),
                tr("Choose another port, or 0 for a free one.")};
    case ErrorCode::ServiceStopped:
        return {tr("The local service stopped%1.").arg(inBrackets(error.detail)),
                tr("Start it again; no job was lost.")};
    default:
        return {tr("The local service does not start%1.").arg(inBrackets(error.detail)),
                tr("Try again, or connect to a server.")};
    }
}

ErrorText Errors::ofKeys(const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeyMissing:
        return {tr("There is no key for this connection."), tr("Enter the API key in the connection's settings.")};
    case ErrorCode::KeyringUnavailable:
        return {tr("This computer has no keyring in which the key could be kept."),
                tr("Enter the key for this session only, or set up a keyring such as GNOME Keyring or KWallet.")};
    default:
        return {tr("The keyring did not give or take the key%1.").arg(inBrackets(error.detail)),
                tr("Unlock it and try again, or enter the key for this session only.")};
    }
}

ErrorText Errors::ofStore(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StoreTooNew:
        return {tr("The data in %1 was written by a newer version of this program.").arg(error.place),
                tr("Use that version; nothing was changed.")};
    case ErrorCode::StoreCorrupt:
        return {tr("The data in %1 is damaged.").arg(error.place),
                tr("Move the file away to start anew; it was not changed.")};
    default:
        return {tr("The data in %1 cannot be used%2.").arg(error.place, inBrackets(error.detail)),
                tr("Check that you may write there and that the disk is not full.")};
    }
}

/// Such an error is about a file or a parse job that is on the server, not about one of this computer.
bool isServerInput(const Error &error)
{
    const auto isOfFile = error.code == ErrorCode::FileMissing || error.code == ErrorCode::FileUnreadable;
    return isOfFile && (error.place.startsWith("dfl-"_L1) || error.place.startsWith("pjb-"_L1));
}

QString Errors::shortText(const Error &error)
{
    if (isServerInput(error))
        return error.code == ErrorCode::FileMissing ? tr("Not on the server") : tr("Parse job not completed");
    switch (error.code) {
    case ErrorCode::DocumentProtected:
        return tr("Password needed");
    case ErrorCode::DocumentBroken:
        return tr("File damaged");
    case ErrorCode::UnsupportedFileType:
        return tr("Not a readable document");
    case ErrorCode::FileEmpty:
        return tr("File is empty");
    case ErrorCode::FileMissing:
        return tr("File is gone");
    case ErrorCode::DocumentHasNoText:
        return tr("No text found");
    case ErrorCode::WrongKey:
        return tr("Key not accepted");
    case ErrorCode::CreditsUsedUp:
        return tr("Credits used up");
    case ErrorCode::RateLimited:
        return tr("Server is busy");
    case ErrorCode::NoNetwork:
        return tr("No network");
    case ErrorCode::Cancelled:
        return tr("Cancelled by you");
    default:
        return {};
    }
}

/// A path's file name, or a stand-in.
QString shownName(const Error &error, const QString &otherwise)
{
    const auto name = QFileInfo(error.place).fileName();
    return name.isEmpty() ? otherwise : name;
}

QString shownHost(const Error &error)
{
    const QUrl url(error.place);
    const auto host = url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host();
    return host.isEmpty() ? Errors::tr("the server") : host;
}

} // namespace

ErrorText errorText(const Error &error)
{
    using enum ErrorCode;
    if (error.code == None)
        return {};
    if (isServerInput(error))
        return Errors::ofServerInput(error);
    if (error.code <= FileNotWritten)
        return Errors::ofFile(error, shownName(error, Errors::tr("that was chosen")));
    if (error.code <= PageMissing)
        return Errors::ofDocument(error, shownName(error, Errors::tr("The document")));
    if (error.code <= ConfigurationInvalid)
        return Errors::ofSchema(
            error, shownName(error, error.code == InvalidJson ? Errors::tr("The text") : Errors::tr("The schema")));
    if (error.code <= TimedOut)
        return Errors::ofConnection(error, shownHost(error));
    if (error.code <= UnreadableAnswer)
        return Errors::ofAnswer(error);
    if (error.code <= PortInUse)
        return Errors::ofService(error);
    if (error.code <= KeyringRefused)
        return Errors::ofKeys(error);
    if (error.code <= StoreTooNew)
        return Errors::ofStore(error);
    if (error.code == Cancelled)
        return {Errors::tr("It was cancelled."), {}};
    if (error.code == InvalidArgument)
        return {Errors::tr("%1 is not right: %2.").arg(error.place, error.detail),
                Errors::tr("Correct it and try again.")};
    return {Errors::tr("Something went wrong inside the program%1.").arg(Errors::inBrackets(error.detail)),
            Errors::tr("Try again; if it stays so, please report it.")};
}

QString shortErrorText(const Error &error)
{
    const auto text = Errors::shortText(error);
    return text.isEmpty() ? errorText(error).what : text;
}

} // namespace xs::wording
