// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xs {

/// What went wrong, as a program can act on it. Sentences for people are made of these in `wording/`.
enum class ErrorCode {
    None,
    // files
    FileMissing,
    FileUnreadable,
    FileEmpty,
    FileTooLarge,
    FileNotWritten,
    // documents
    UnsupportedFileType,
    DocumentBroken,
    DocumentProtected,
    DocumentHasNoText,
    DocumentTooLarge,
    TooManyPages,
    PageMissing,
    // schemas and configurations
    InvalidJson,
    SchemaNotObject,
    SchemaInvalid,
    ConfigurationInvalid,
    // the way to the server
    NoNetwork,
    HostNotFound,
    ConnectionRefused,
    ConnectionLost,
    CertificateRefused,
    TimedOut,
    // the server's answers
    WrongKey,
    Forbidden,
    CreditsUsedUp,
    NotFound,
    Conflict,
    RequestRefused,
    RateLimited,
    ServerFailed,
    UnreadableAnswer,
    // the local service
    ServiceMissing,
    ServiceNotStarted,
    ServiceStopped,
    PortInUse,
    // keys
    KeyMissing,
    KeyringUnavailable,
    KeyringRefused,
    // the local stores
    StoreUnavailable,
    StoreCorrupt,
    StoreTooNew,
    // everything else
    Cancelled,
    InvalidArgument,
    Internal,
};

/// An error on its way up: a code to act on, the technical detail (English, may be empty) and the place,
/// such as a file name, a URL or a JSON pointer.
struct Error
{
    ErrorCode code = ErrorCode::None;
    QString detail;
    QString place;

    bool operator==(const Error &) const = default;
};

/// The code's name as written above, for logs and machine-readable output.
QString errorCodeName(ErrorCode code);
/// The code of such a name; Internal for a name that is not known.
ErrorCode errorCodeFromName(QStringView name);

} // namespace xs
