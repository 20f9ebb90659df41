// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/jsonexport.h"

#include "base/numberedname.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

constexpr int indent = 2;

QByteArray asFile(const Json &json)
{
    return toBytes(json, indent) + '\n';
}

Json reviewJson(const ReviewedDocument &document)
{
    std::map<domain::ResultPath, Json> originals;
    domain::forEachValue(document.result, [&](const domain::ResultPath &path, const domain::ResultNode &node) {
        originals.emplace(path, node.value);
    });
    auto list = Json::array();
    for (const auto &[path, decision] : document.decisions) {
        Json entry{{"path", toStd(path)}, {"state", toStd(stateWord(decision.verdict))}};
        if (const auto original = originals.find(path); original != originals.end())
            entry["original"] = original->second;
        if (!decision.note.isEmpty())
            entry["note"] = toStd(decision.note);
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace

QByteArray plainJson(const domain::ResultNode &result)
{
    return asFile(domain::plainResult(result));
}

QByteArray jobJson(const ReviewedDocument &document)
{
    auto job = document.job.raw;
    if (!document.decisions.empty()) {
        job["extract_result"] = domain::plainResult(decided(document.result, document.decisions));
        job["review"] = reviewJson(document);
    }
    return asFile(job);
}

QByteArray jsonLines(const std::vector<ReviewedDocument> &documents)
{
    QByteArray lines;
    for (const auto &document : documents) {
        Json line{{"document", toStd(document.name)}};
        line["extract_result"] = domain::plainResult(decided(document.result, document.decisions));
        lines += toBytes(line) + '\n';
    }
    return lines;
}

QString exportName(const QString &document, int number)
{
    return numberedName(QFileInfo(document).completeBaseName(), number, u"json"_s);
}

} // namespace xs::review
