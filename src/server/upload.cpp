// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/upload.h"

#include "server/answers.h"
#include "server/multipart.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr qsizetype longestField = 1024 * 1024;
constexpr qsizetype mostFields = 64;
constexpr qsizetype longestFileName = 3000;
constexpr qsizetype longestFileType = 3000;
/// Room for boundaries, headers and plain fields around the file.
constexpr qint64 formOverhead = 4 * 1024 * 1024;

/// Collects the parts of one form.
class Collector
{
public:
    Collector(UploadForm &form, const FileStore &files) : m_form(form), m_files(files) {}

    bool begin(const PartHeader &header)
    {
        m_name = header.name;
        m_value.clear();
        m_isFile = header.name == "file"_L1 && header.fileName;
        if (m_isFile)
            return beginFile(*header.fileName);
        if (header.name == "file"_L1)
            return refuse(400, u"the part \"file\" has no file name"_s);
        return m_form.fields.size() < mostFields || refuse(400, u"the form has too many fields"_s);
    }

    bool data(const char *data, std::size_t size)
    {
        const auto length = static_cast<qsizetype>(size);
        if (!m_isFile) {
            m_value.append(data, length);
            return m_value.size() <= longestField || refuse(413, u"a field of the form is too long"_s);
        }
        m_size += length;
        if (m_size > largestUpload)
            return refuse(413, u"file size exceeds %1 MB"_s.arg(largestUpload / 1024 / 1024));
        auto &file = *m_form.upload->file;
        return file.write(data, length) == length ||
               refuse(507, u"the file could not be stored; the disk may be full"_s);
    }

    bool end()
    {
        if (!m_isFile)
            m_form.fields.insert(m_name, QString::fromUtf8(m_value));
        return true;
    }

    bool refuse(int status, const QString &detail)
    {
        if (!m_form.refusal)
            m_form.refusal = status < 500 ? errorResponse(status, detail) : faultResponse(status, detail);
        return false;
    }

private:
    bool beginFile(const QString &fileName)
    {
        if (m_form.upload)
            return refuse(400, u"the form has more than one file"_s);
        if (fileName.isEmpty())
            return refuse(400, u"the file has no file name"_s);
        if (fileName.size() > longestFileName)
            return refuse(400, u"the file name exceeds %1 characters"_s.arg(longestFileName));
        auto upload = m_files.begin();
        if (!upload)
            return refuse(507, u"the file could not be stored: %1"_s.arg(upload.error().detail));
        m_form.upload = std::make_unique<FileStore::Upload>(*std::move(upload));
        m_form.fileName = fileName;
        return true;
    }

    UploadForm &m_form;
    const FileStore &m_files;
    QString m_name;
    QByteArray m_value;
    bool m_isFile = false;
    qint64 m_size = 0;
};

} // namespace

UploadForm readUploadForm(const Request &request, const FileStore &files)
{
    UploadForm form;
    const auto boundary = multipartBoundary(request.header("content-type"));
    if (boundary.isEmpty()) {
        form.refusal = errorResponse(400, u"the body must be multipart/form-data"_s);
        return form;
    }
    Collector collector(form, files);
    MultipartReader reader(boundary, {[&](const PartHeader &header) { return collector.begin(header); },
                                      [&](const char *data, std::size_t size) { return collector.data(data, size); },
                                      [&] { return collector.end(); }});
    const auto end = request.readBody(largestUpload + formOverhead,
                                      [&](const char *data, std::size_t size) { return reader.feed(data, size); });
    if (end == BodyEnd::TooLarge)
        form.refusal = errorResponse(413, u"file size exceeds %1 MB"_s.arg(largestUpload / 1024 / 1024));
    else if (!reader.isComplete())
        collector.refuse(400, u"the form is malformed or ended early"_s);
    else if (form.upload && form.upload->file->flush() && form.upload->file->size() == 0)
        collector.refuse(400, u"the uploaded file is empty"_s);
    if (form.refusal)
        discard(form);
    return form;
}

StoredFile uploadedFile(const UploadForm &form, const QString &purpose)
{
    StoredFile file;
    file.name = form.fileName;
    file.type = QFileInfo(form.fileName).suffix().toLower().left(longestFileType);
    file.purpose = purpose;
    if (const auto external = form.fields.value(u"external_file_id"_s); !external.isEmpty())
        file.externalId = external;
    return file;
}

void discard(UploadForm &form)
{
    form.upload.reset();
}

} // namespace xs::server
