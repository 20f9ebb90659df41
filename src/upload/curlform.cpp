// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/curlform.h"

#include <algorithm>
#include <cstdio>

namespace xs::upload {

CurlForm::CurlForm(CURL *handle, client::FileForm form) : m_form(std::move(form)), m_mime(curl_mime_init(handle))
{
    for (const auto &[name, value] : m_form.fields)
        curl_mime_data(addPart(name), value.constData(), static_cast<std::size_t>(value.size()));
    auto *file = addPart("file");
    curl_mime_filename(file, m_form.fileName.constData());
    curl_mime_type(file, "application/octet-stream");
    curl_mime_data_cb(file, m_form.file->size(), readFile, seekFile, nullptr, this);
    curl_mime_data_cb(addPart(m_form.lastFieldName), m_form.lastFieldSize, readLastField, seekLastField, nullptr, this);
}

curl_mimepart *CurlForm::addPart(const QByteArray &name)
{
    auto *part = curl_mime_addpart(m_mime.get());
    curl_mime_name(part, name.constData());
    return part;
}

std::size_t CurlForm::readFile(char *data, std::size_t size, std::size_t count, void *form)
{
    auto &file = *static_cast<CurlForm *>(form)->m_form.file;
    const auto length = file.read(data, static_cast<qint64>(size * count));
    return length < 0 ? CURL_READFUNC_ABORT : static_cast<std::size_t>(length);
}

int CurlForm::seekFile(void *form, curl_off_t offset, int origin)
{
    const auto isBegin = offset == 0 && origin == SEEK_SET;
    return isBegin && static_cast<CurlForm *>(form)->m_form.file->rewind() ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

std::size_t CurlForm::readLastField(char *data, std::size_t size, std::size_t count, void *form)
{
    auto &self = *static_cast<CurlForm *>(form);
    const auto value = self.m_form.file->lastFieldValue();
    if (value.size() != self.m_form.lastFieldSize)
        return CURL_READFUNC_ABORT;
    const auto length = std::min<qsizetype>(value.size() - self.m_lastFieldRead, static_cast<qsizetype>(size * count));
    std::copy_n(value.constData() + self.m_lastFieldRead, length, data);
    self.m_lastFieldRead += length;
    return static_cast<std::size_t>(length);
}

int CurlForm::seekLastField(void *form, curl_off_t offset, int origin)
{
    if (offset != 0 || origin != SEEK_SET)
        return CURL_SEEKFUNC_FAIL;
    static_cast<CurlForm *>(form)->m_lastFieldRead = 0;
    return CURL_SEEKFUNC_OK;
}

} // namespace xs::upload
