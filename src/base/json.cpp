// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs {

namespace {

constexpr int deepestLevel = 200;
/// JSON that keeps its order looks through all members for each new one: more would take many seconds.
constexpr int mostMembers = 20'000;

/// "line 3, column 14" for a byte position.
QString lineAndColumn(const QByteArray &text, std::size_t byte)
{
    const auto before = text.left(static_cast<qsizetype>(byte > 0 ? byte - 1 : 0));
    const auto line = before.count('\n') + 1;
    const auto column = before.size() - before.lastIndexOf('\n');
    return u"line %1, column %2"_s.arg(line).arg(column);
}

/// What forbids to read a text, or nothing: one pass over it, before anything is built of it.
QString excess(const QByteArray &text)
{
    std::array<int, deepestLevel + 2> members{};
    int depth = 0;
    bool isInString = false;
    for (auto c = text.cbegin(); c != text.cend(); ++c) {
        if (*c == '"')
            isInString = !isInString;
        else if (isInString && *c == '\\' && c + 1 != text.cend())
            ++c;
        if (isInString)
            continue;
        if (*c == '{' || *c == '[') {
            if (++depth > deepestLevel)
                return u"nested deeper than %1 levels"_s.arg(deepestLevel);
            members[static_cast<std::size_t>(depth)] = 0;
        } else if (*c == '}' || *c == ']') {
            depth = std::max(0, depth - 1);
        } else if (*c == ':' && ++members[static_cast<std::size_t>(depth)] > mostMembers) {
            return u"more than %1 members in one object"_s.arg(mostMembers);
        }
    }
    return {};
}

/// The parser's own reason without its prefix that names exception and position.
QString reason(const char *what)
{
    const auto text = QString::fromUtf8(what);
    const auto from = text.lastIndexOf("syntax error "_L1);
    return from < 0 ? text : text.mid(from);
}

} // namespace

Expected<Json> parseJson(const QByteArray &text)
{
    if (const auto much = excess(text); !much.isEmpty())
        return Unexpected(ErrorCode::InvalidJson, much);
    try {
        return Json::parse(text.cbegin(), text.cend());
    } catch (const Json::parse_error &e) {
        return Unexpected(ErrorCode::InvalidJson, u"%1: %2"_s.arg(lineAndColumn(text, e.byte), reason(e.what())));
    } catch (const Json::exception &e) {
        return Unexpected(ErrorCode::InvalidJson, QString::fromUtf8(e.what()));
    }
}

QByteArray toBytes(const Json &json, int indent)
{
    return QByteArray::fromStdString(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

Expected<Json> readJsonFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.exists())
        return Unexpected(ErrorCode::FileMissing, {}, path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    if (file.size() > limit)
        return Unexpected(ErrorCode::FileTooLarge, {}, path);
    auto json = parseJson(file.readAll());
    if (!json)
        return Unexpected(json.error().code, json.error().detail, path);
    return json;
}

Expected<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Unexpected(ErrorCode::FileNotWritten, file.errorString(), path);
    return {};
}

QString toQString(const Json &value)
{
    return value.is_string() ? toQString(value.get_ref<const std::string &>()) : QString();
}

const Json &member(const Json &json, const char *key)
{
    static const Json null;
    if (!json.is_object())
        return null;
    const auto found = json.find(key);
    return found == json.end() ? null : *found;
}

std::optional<QString> stringMember(const Json &json, const char *key)
{
    const auto &value = member(json, key);
    return value.is_string() ? std::optional(toQString(value)) : std::nullopt;
}

std::optional<double> numberMember(const Json &json, const char *key)
{
    const auto &value = member(json, key);
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

std::optional<qint64> integerMember(const Json &json, const char *key)
{
    const auto &value = member(json, key);
    return value.is_number_integer() ? std::optional(value.get<qint64>()) : std::nullopt;
}

std::optional<bool> boolMember(const Json &json, const char *key)
{
    const auto &value = member(json, key);
    return value.is_boolean() ? std::optional(value.get<bool>()) : std::nullopt;
}

QString displayText(const Json &value)
{
    if (value.is_null())
        return {};
    return value.is_string() ? toQString(value) : QString::fromUtf8(toBytes(value));
}

} // namespace xs
