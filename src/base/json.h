// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>

#include <optional>

namespace xs {

/// JSON with the user's order of members. QJsonObject sorts its keys and must not carry schemas or results.
using Json = nlohmann::ordered_json;

/// Reads UTF-8 text. Error InvalidJson says line and column in its detail. At most 200 levels deep, and at most 20,000
/// members in one object: keeping their order costs the square of their number.
Expected<Json> parseJson(const QByteArray &text);
/// Writes JSON as UTF-8; `indent` −1 means one line. Bytes that are no UTF-8 become U+FFFD.
QByteArray toBytes(const Json &json, int indent = -1);

/// Reads a file as JSON. Errors: FileMissing, FileUnreadable, FileTooLarge (over `limit` bytes), InvalidJson.
Expected<Json> readJsonFile(const QString &path, qint64 limit = 64 * 1024 * 1024);
/// Writes a file whole or not at all. Error: FileNotWritten.
Expected<void> writeFile(const QString &path, const QByteArray &bytes);

inline QString toQString(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
/// The text of a JSON string; anything else becomes empty.
QString toQString(const Json &value);
inline std::string toStd(const QString &text)
{
    return text.toStdString();
}

/// The member of an object, or a null value where there is none or `json` is no object.
const Json &member(const Json &json, const char *key);
/// A member that must be of a type; std::nullopt where it is absent, null or of another type.
std::optional<QString> stringMember(const Json &json, const char *key);
std::optional<double> numberMember(const Json &json, const char *key);
std::optional<qint64> integerMember(const Json &json, const char *key);
std::optional<bool> boolMember(const Json &json, const char *key);

/// A JSON value as a cell shows it: text without quotes, numbers as written by JSON, null as empty text.
QString displayText(const Json &value);

} // namespace xs
