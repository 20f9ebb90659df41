// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate/expected.h"

#include "review/rows.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::evaluate {

namespace {

using domain::ResultNode;
using review::Decision;
using review::Verdict;

/// A job object holds its values in a member; anything else is the values.
Json valuesIn(Json json)
{
    if (json.is_object() && json.contains("extract_result") && !json["extract_result"].is_null())
        return json["extract_result"];
    return json;
}

Expected<std::map<QString, Json>> linesOf(const QByteArray &bytes, const QString &path)
{
    std::map<QString, Json> documents;
    int number = 0;
    for (const auto &line : bytes.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto json = parseJson(line);
        const auto name = json ? stringMember(*json, "document") : std::nullopt;
        if (!name)
            return Unexpected(ErrorCode::InvalidJson,
                              u"line %1: %2"_s.arg(number).arg(json ? u"no \"document\""_s : json.error().detail),
                              path);
        documents.insert_or_assign(*name, valuesIn(*json));
    }
    return documents;
}

Expected<std::map<QString, Json>> documentsIn(const QString &path)
{
    constexpr qint64 limit = 256 * 1024 * 1024;
    QFile file(path);
    if (file.size() > limit)
        return Unexpected(ErrorCode::FileTooLarge, {}, path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    const auto bytes = file.readAll();
    const auto whole = parseJson(bytes);
    if (!whole || stringMember(*whole, "document"))
        return linesOf(bytes, path);
    if (!whole->is_object())
        return Unexpected(ErrorCode::InvalidJson, u"no object of documents"_s, path);
    std::map<QString, Json> documents;
    for (const auto &[name, values] : whole->items())
        documents.emplace(toQString(name), valuesIn(values));
    return documents;
}

void putValues(Json &json, const Json &values)
{
    if (json.is_object() && json.contains("extract_result") && !json["extract_result"].is_null())
        json["extract_result"] = values;
    else
        json = values;
}

/// A file of many documents with other values for one of them; every other line or member stays.
Expected<QByteArray> withDocument(const QString &path, const QString &name, const Json &values)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    const auto bytes = file.readAll();
    if (auto whole = parseJson(bytes); whole && whole->is_object() && !stringMember(*whole, "document")) {
        putValues((*whole)[toStd(name)], values);
        return toBytes(*whole, 2) + '\n';
    }
    auto lines = bytes.split('\n');
    for (auto &line : lines)
        if (auto json = parseJson(line); json && stringMember(*json, "document") == name) {
            putValues(*json, values);
            line = toBytes(*json);
        }
    return lines.join('\n');
}

Json::json_pointer pointer(const domain::ResultPath &path)
{
    return Json::json_pointer(toStd(path));
}

/// Whether there is, or could be made, such a place: a text has no members.
bool put(Json &json, const domain::ResultPath &path, const Json &value)
{
    try {
        json[pointer(path)] = value;
        return true;
    } catch (const Json::exception &) {
        return false;
    }
}

/// The element of a list that a path lies in, the innermost one.
struct RowPlace
{
    domain::ResultPath list;
    std::size_t position = 0;
    /// Whether the list lies in an element of another one.
    bool isNested = false;
};
/// `result` is what the path belongs to: it tells an element from a member with a number as its name.
std::optional<RowPlace> rowOf(const ResultNode &result, const domain::ResultPath &path)
{
    const auto parentOf = [](const domain::ResultPath &child) { return child.left(child.lastIndexOf(u'/')); };
    const auto place = review::listOf(result, path);
    if (!place.found || place.row.isEmpty())
        return std::nullopt;
    const bool isNested = !place.list.isEmpty() && review::listOf(result, parentOf(place.list)).found;
    return RowPlace{place.list, place.row.mid(place.list.size() + 1).toULongLong(), isNested};
}

/// Whether anything below a path was decided.
bool anyDecided(const review::Decisions &decisions, const domain::ResultPath &path)
{
    const auto from = decisions.lower_bound(path + u'/');
    return from != decisions.end() && from->first.startsWith(path + u'/');
}

/// The decided part of a tree; no value where there is none.
std::optional<Json> decidedPart(const ResultNode &node, const domain::ResultPath &path,
                                const review::Decisions &decisions, bool all)
{
    if (node.kind == ResultNode::Kind::Value) {
        const auto found = decisions.find(path);
        const auto decision = found != decisions.end() ? found->second : Decision();
        const bool said = all || decision.verdict == Verdict::Confirmed || decision.verdict == Verdict::Corrected ||
                          decision.verdict == Verdict::Absent;
        const bool known = decision.verdict != Verdict::Doubtful && decision.verdict != Verdict::Rejected;
        return said && known ? std::optional(review::decided(node, decision).value) : std::nullopt;
    }
    const bool isList = node.kind == ResultNode::Kind::List;
    // A list is expected as a whole: its rows are counted.
    if (isList && !all && !anyDecided(decisions, path))
        return std::nullopt;
    auto json = isList ? Json::array() : Json::object();
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const auto &child = node.children[i];
        const auto place = path + u'/' + domain::stepOf(node, i);
        if (isList && review::isRemoved(decisions, place))
            continue;
        auto part = decidedPart(child, place, decisions, all);
        if (isList)
            json.push_back(part.value_or(child.kind == ResultNode::Kind::Object ? Json::object() : child.value));
        else if (part)
            json[toStd(child.name)] = std::move(*part);
    }
    if (json.empty() && !all && !isList)
        return std::nullopt;
    return json;
}

} // namespace

Expected<ExpectedValues> ExpectedValues::open(const QString &path)
{
    ExpectedValues values;
    if (!QFileInfo::exists(path))
        return Unexpected(ErrorCode::FileMissing, {}, path);
    if (QFileInfo(path).isDir()) {
        values.m_folder = path;
        return values;
    }
    auto documents = documentsIn(path);
    if (!documents)
        return Unexpected(documents.error());
    values.m_byName = std::move(*documents);
    values.m_file = path;
    return values;
}

Expected<Json> ExpectedValues::of(const QString &document) const
{
    if (!m_file.isEmpty()) {
        const auto found = m_byName.find(nameOf(document));
        return found != m_byName.end() ? found->second : Json();
    }
    const auto path = fileOf(document);
    if (path.isEmpty())
        return Json();
    auto json = readJsonFile(path);
    return json ? Expected<Json>(valuesIn(std::move(*json))) : Unexpected(json.error());
}

/// How a file of many documents names this one; empty where it does not.
QString ExpectedValues::nameOf(const QString &document) const
{
    const QFileInfo file(document);
    for (const auto &name : {document, file.fileName(), file.completeBaseName()})
        if (m_byName.contains(name))
            return name;
    return {};
}

/// The file of this document alone; empty where there is none.
QString ExpectedValues::fileOf(const QString &document) const
{
    if (document.isEmpty())
        return {};
    const QFileInfo file(document);
    const QDir folder(m_folder.isEmpty() ? file.absolutePath() : m_folder);
    for (const auto &name : {file.completeBaseName() + u".expected.json"_s, file.fileName() + u".json"_s,
                             file.completeBaseName() + u".json"_s})
        if (name != file.fileName() && folder.exists(name))
            return folder.filePath(name);
    return {};
}

Expected<void> ExpectedValues::replace(const QString &document, const Json &values)
{
    if (m_file.isEmpty()) {
        const auto path = fileOf(document);
        auto json =
            path.isEmpty() ? Expected<Json>(Unexpected(ErrorCode::FileMissing, {}, document)) : readJsonFile(path);
        if (!json)
            return Unexpected(json.error());
        putValues(*json, values);
        return writeFile(path, toBytes(*json, 2) + '\n');
    }
    const auto name = nameOf(document);
    if (name.isEmpty())
        return Unexpected(ErrorCode::FileMissing, {}, document);
    const auto bytes = withDocument(m_file, name, values);
    if (!bytes)
        return Unexpected(bytes.error());
    if (const auto written = writeFile(m_file, *bytes); !written)
        return written;
    m_byName[name] = values;
    return {};
}

std::optional<Json> agreeing(Json expected, const ComparedCell &cell, const ResultNode &run)
{
    const auto &place = cell.referencePath.isEmpty() ? cell.path : cell.referencePath;
    const auto row = rowOf(cell.referencePath.isEmpty() ? run : domain::resultFromPlain(expected), place);
    if (!row || (!cell.path.isEmpty() && !cell.referencePath.isEmpty()))
        return put(expected, place, cell.value) ? std::optional(std::move(expected)) : std::nullopt;
    const auto list = pointer(row->list);
    if (!expected.contains(list) || !expected[list].is_array())
        return std::nullopt;
    auto &rows = expected[list];
    if (cell.path.isEmpty()) {
        if (row->position >= rows.size())
            return std::nullopt;
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row->position));
        return expected;
    }
    const auto *added = domain::nodeAt(run, row->list + u'/' + QString::number(row->position));
    if (!added || row->isNested)
        return std::nullopt;
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(std::min(row->position, rows.size())),
                domain::plainResult(*added));
    return expected;
}

Json expectedFrom(const review::ReviewedDocument &document)
{
    const bool all = document.decisions.contains({});
    if (document.decisions.empty())
        return {};
    return decidedPart(review::withAddedRows(document.result, document.decisions), {}, document.decisions, all)
        .value_or(Json());
}

namespace {

/// What is written for each document of which something was decided, under names that are all different.
std::vector<std::pair<QString, Json>> expectedFiles(const std::vector<review::ReviewedDocument> &documents)
{
    QStringList taken;
    std::vector<std::pair<QString, Json>> files;
    for (const auto &document : documents) {
        auto values = expectedFrom(document);
        if (values.is_null())
            continue;
        const auto base = QFileInfo(document.name).completeBaseName();
        auto name = base;
        for (int number = 2; taken.contains(name, Qt::CaseInsensitive); ++number)
            name = u"%1 %2"_s.arg(base).arg(number);
        taken << name;
        files.emplace_back(name + u".expected.json"_s, std::move(values));
    }
    return files;
}

} // namespace

Expected<int> writeExpected(const QString &folder, const std::vector<review::ReviewedDocument> &documents)
{
    const auto files = expectedFiles(documents);
    for (const auto &[name, values] : files)
        if (const auto done = writeFile(QDir(folder).filePath(name), toBytes(values, 2) + '\n'); !done)
            return Unexpected(done.error());
    return static_cast<int>(files.size());
}

QStringList replacedExpected(const QString &folder, const std::vector<review::ReviewedDocument> &documents)
{
    QStringList names;
    for (const auto &[name, values] : expectedFiles(documents))
        if (QFileInfo::exists(QDir(folder).filePath(name)))
            names << name;
    return names;
}

} // namespace xs::evaluate
