// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate/expected.h"

#include <QDir>
#include <QFileInfo>

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
        auto part = decidedPart(child, path + u'/' + domain::stepOf(node, i), decisions, all);
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
    values.m_isFile = true;
    return values;
}

Expected<Json> ExpectedValues::of(const QString &document) const
{
    const QFileInfo file(document);
    if (m_isFile) {
        for (const auto &name : {document, file.fileName(), file.completeBaseName()})
            if (const auto found = m_byName.find(name); found != m_byName.end())
                return found->second;
        return Json();
    }
    if (document.isEmpty())
        return Json();
    const QDir folder(m_folder.isEmpty() ? file.absolutePath() : m_folder);
    for (const auto &name : {file.completeBaseName() + u".expected.json"_s, file.fileName() + u".json"_s,
                             file.completeBaseName() + u".json"_s}) {
        if (name == file.fileName() || !folder.exists(name))
            continue;
        auto json = readJsonFile(folder.filePath(name));
        if (!json)
            return Unexpected(json.error());
        return valuesIn(std::move(*json));
    }
    return Json();
}

ResultNode treeOf(const Json &values)
{
    ResultNode node;
    if (!values.is_structured()) {
        node.value = values;
        return node;
    }
    node.kind = values.is_object() ? ResultNode::Kind::Object : ResultNode::Kind::List;
    for (const auto &[key, value] : values.items()) {
        node.children.push_back(treeOf(value));
        if (values.is_object())
            node.children.back().name = toQString(key);
    }
    return node;
}

Json expectedFrom(const review::ReviewedDocument &document)
{
    const bool all = document.decisions.contains({});
    if (document.decisions.empty())
        return {};
    return decidedPart(document.result, {}, document.decisions, all).value_or(Json());
}

Expected<int> writeExpected(const QString &folder, const std::vector<review::ReviewedDocument> &documents)
{
    QStringList taken;
    int written = 0;
    for (const auto &document : documents) {
        const auto values = expectedFrom(document);
        if (values.is_null())
            continue;
        const auto base = QFileInfo(document.name).completeBaseName();
        auto name = base;
        for (int number = 2; taken.contains(name, Qt::CaseInsensitive); ++number)
            name = u"%1 %2"_s.arg(base).arg(number);
        taken << name;
        const auto path = QDir(folder).filePath(name + u".expected.json"_s);
        if (const auto done = writeFile(path, toBytes(values, 2) + '\n'); !done)
            return Unexpected(done.error());
        ++written;
    }
    return written;
}

} // namespace xs::evaluate
