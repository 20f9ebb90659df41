// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filestore.h"
#include "server/httpmessage.h"

#include <QMap>

namespace xs::server {

/// A form with one file, read from a request: the file's bytes went to disk, the plain fields are here.
struct UploadForm
{
    QMap<QString, QString> fields;
    std::unique_ptr<FileStore::Upload> upload;
    QString fileName;
    /// Set when the form could not be read; then nothing else counts.
    std::optional<Response> refusal;
};

/// The largest file that is taken, in bytes (the API's limit for Extract).
inline constexpr qint64 largestUpload = 100LL * 1024 * 1024;

/// Reads a `multipart/form-data` body with its parts in any order. What arrived of a refused file is deleted.
UploadForm readUploadForm(const Request &request, const FileStore &files);

/// The row of the form's file, before it is stored.
StoredFile uploadedFile(const UploadForm &form, const QString &purpose);

/// Deletes the bytes of an upload that is not kept.
void discard(UploadForm &form);

} // namespace xs::server
