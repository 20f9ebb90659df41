// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QByteArray>
#include <QList>
#include <QPair>

#include <memory>

class QNetworkProxy;
class QNetworkReply;
class QNetworkRequest;

namespace xs::client {

/// The file of a form while it is sent. Read in the sender's thread; from the moment on that the reply is finished (or
/// before the form is given away) any thread may ask it, since nobody reads it then.
class FormFile
{
public:
    virtual ~FormFile() = default;
    /// In bytes; as many are read.
    virtual qint64 size() const = 0;
    /// The next bytes, at most `limit`; 0 at the end. Negative when they are not to be had, which ends the sending.
    virtual qint64 read(char *data, qint64 limit) = 0;
    /// Begins anew, as a form is sent again when a connection turned out to be closed.
    virtual bool rewind() = 0;
    /// A field that is known when the file was read, and is sent behind it; of the size that `lastField` says before.
    virtual QByteArray lastFieldValue() = 0;
    /// Why the reading failed; code None when it did not.
    virtual Error error() const = 0;
};

/// A `multipart/form-data` body with one file, the part "file".
struct FileForm
{
    using Field = QPair<QByteArray, QByteArray>;

    /// In front of the file.
    QList<Field> fields = {};
    /// As it stands in the header: UTF-8, with the three characters escaped that would end it.
    QByteArray fileName = {};
    std::shared_ptr<FormFile> file = {};
    /// Behind the file, its value being lastFieldValue(): name and length in bytes.
    QByteArray lastFieldName = {};
    qsizetype lastFieldSize = 0;
    /// The sender may give up an answer that is longer than this many bytes, after it has passed on more than them.
    qint64 answerLimit = 0;
};

/// Sends forms in a thread of its own, straight from the disk. Destroying it ends what is under way.
class FormSender
{
public:
    virtual ~FormSender() = default;
    /// A reply as Qt's access manager makes them; the caller owns it. Called in the thread of the caller's event loop,
    /// in which the reply tells what becomes of it. Redirects are not followed.
    virtual QNetworkReply *post(const QNetworkRequest &request, const FileForm &form, const QNetworkProxy &proxy) = 0;
};

/// What the module upload.so has; see makeFormSender().
class FormSenders
{
public:
    virtual ~FormSenders() = default;
    virtual std::unique_ptr<FormSender> make() const = 0;
};

/// Loads the module of makeFormSender(), if nobody has: from any thread, so that an event loop need not wait for it.
void loadFormSenders();

/// Loads the module the first time; it stays loaded. Error: Internal, with the module's path.
Expected<std::unique_ptr<FormSender>> makeFormSender();

} // namespace xs::client
