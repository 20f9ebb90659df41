// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/parsejson.h"

#include "api/jobjson.h"
#include "server/answers.h"
#include "server/groundeditems.h"
#include "server/parserequest.h"
#include "server/savedpages.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// The day of the newest change to what these rules make of a document; all tiers have the same.
constexpr auto rulesVersion = "2026-11-23";
constexpr auto pageBreak = "\n\n---\n\n"_L1;
constexpr auto groundedPart = "grounded_items"_L1;
constexpr auto wordsPart = "words"_L1;
constexpr auto sizesSuffix = "_content_metadata"_L1;

/// What `expand` may name, with the stored part behind it.
const QMap<QString, QString> &contents()
{
    static const QMap<QString, QString> parts{{u"text"_s, u"text"_s},      {u"markdown"_s, u"markdown"_s},
                                              {u"items"_s, u"items"_s},    {u"metadata"_s, u"metadata"_s},
                                              {u"forms"_s, u"forms"_s},    {u"job_metadata"_s, u"job_metadata"_s},
                                              {u"text_full"_s, u"text"_s}, {u"markdown_full"_s, u"markdown"_s}};
    return parts;
}

/// All pages of a part as one text; null when it was not read.
Json joinedPages(const Json &part, const char *key)
{
    const auto &pages = member(part, "pages");
    if (!pages.is_array())
        return {};
    QStringList texts;
    for (const auto &page : pages)
        texts << stringMember(page, key).value_or(QString());
    return toStd(texts.join(pageBreak));
}

/// The parts whose size is told: those that `expand` names, with a suffix, and boxes that the job was asked for.
QStringList sizesAsked(const StoredJob &job, const QStringList &expand)
{
    QStringList names;
    if (boxLevels(member(job.request, "configuration")).any())
        names << groundedPart;
    for (const auto &name : expand)
        if (name.endsWith(sizesSuffix) && name != "images_content_metadata"_L1)
            names << name.chopped(sizesSuffix.size());
    names.removeDuplicates();
    return names;
}

/// The words of all pages, one object each.
QByteArray wordLines(const Json &words)
{
    const auto saved = readSavedPages(words);
    QByteArray lines;
    if (!saved)
        return lines;
    for (const auto &page : saved->pages)
        for (const auto &word : page.words) {
            const QRectF box(word.box.x() * page.size.width(), word.box.y() * page.size.height(),
                             word.box.width() * page.size.width(), word.box.height() * page.size.height());
            Json line{{"page_number", page.number}, {"text", toStd(word.text)}};
            line.update(boxJson(box)[0]);
            line["confidence"] = word.confidence;
            lines += toBytes(line) + '\n';
        }
    return lines;
}

QByteArray jsonLines(const Json &array)
{
    QByteArray lines;
    for (const auto &value : array)
        lines += toBytes(value) + '\n';
    return lines;
}

/// What a part has in bytes as it is downloaded. Lines instead of an array have one sign less: there is no bracket.
qint64 downloadSize(const StoredJob &job, const QString &part, qint64 stored)
{
    if (part == wordsPart)
        return wordLines(member(job.result, "words")).size();
    return part == groundedPart ? stored - 1 : stored;
}

Json partSizes(const StoredJob &job, const QStringList &names, const QMap<QString, qint64> &sizes,
               const Presigner &presigner)
{
    if (names.isEmpty())
        return {};
    auto json = Json::object();
    for (const auto &name : names) {
        // The API's name for the words.
        const auto part = name == "raw_words"_L1 ? QString(wordsPart) : name;
        const auto exists = sizes.contains(part);
        auto &entry = json[toStd(name)];
        entry["size_bytes"] = exists ? downloadSize(job, part, sizes.value(part)) : 0;
        entry["exists"] = exists;
        entry["presigned_url"] =
            exists ? presigner.urlOf(job.id + u'.' + part, Presigner::defaultLifetime, u"results")["url"] : Json();
    }
    return json;
}

} // namespace

Json parseJobJson(const StoredJob &job, const QString &projectId, const QStringList &expand)
{
    const auto isCompleted = job.status == domain::JobStatus::Completed;
    Json json;
    json["id"] = toStd(job.id);
    json["project_id"] = toStd(projectId);
    json["status"] = toStd(api::statusWord(job.status));
    json["created_at"] = toStd(api::timestamp(job.createdAt));
    json["updated_at"] = toStd(api::timestamp(job.updatedAt));
    json["error_message"] = orNull(job.errorMessage);
    json["name"] = member(job.request, "name");
    json["tier"] = member(member(job.request, "configuration"), "tier");
    // The local service costs nothing.
    json["usage"] = isCompleted && expand.contains("usage"_L1) ? Json{{"credits", 0}} : Json();
    json["user_metadata"] = member(job.request, "user_metadata");
    return json;
}

QStringList parseParts(const QStringList &expand)
{
    QStringList parts;
    for (const auto &name : expand)
        if (const auto part = contents().value(name); !part.isEmpty() && !parts.contains(part))
            parts << part;
    // Their size is known when they are written.
    if (expand.contains("raw_words_content_metadata"_L1))
        parts << wordsPart;
    return parts;
}

bool wantsPartSizes(const StoredJob &job, const QStringList &expand)
{
    return !sizesAsked(job, expand).isEmpty();
}

Response partDownload(const StoredJob &job, const QString &part)
{
    const auto &value = member(job.result, part.toLatin1().constData());
    if (part != wordsPart && part != groundedPart)
        return jsonResponse(value);
    Response response;
    response.contentType = "application/jsonl";
    response.body = part == wordsPart ? wordLines(value) : jsonLines(value);
    return response;
}

Json parseResultJson(const StoredJob &job, const QString &projectId, const QStringList &expand,
                     const QMap<QString, qint64> &sizes, const std::optional<StoredFile> &copy,
                     const Presigner &presigner)
{
    const auto part = [&](const char *name) {
        return expand.contains(QLatin1StringView(name)) ? member(job.result, name) : Json();
    };
    const auto isCompleted = job.status == domain::JobStatus::Completed;
    Json json;
    json["job"] = parseJobJson(job, projectId, expand);
    for (const auto *name : {"text", "markdown", "items", "metadata", "forms", "job_metadata"})
        json[name] = part(name);
    json["text_full"] = expand.contains("text_full"_L1) ? joinedPages(member(job.result, "text"), "text") : Json();
    json["markdown_full"] =
        expand.contains("markdown_full"_L1) ? joinedPages(member(job.result, "markdown"), "markdown") : Json();
    // No pictures are kept.
    json["images_content_metadata"] = isCompleted && expand.contains("images_content_metadata"_L1)
                                          ? Json{{"total_count", 0}, {"images", Json::array()}}
                                          : Json();
    json["result_content_metadata"] = isCompleted ? partSizes(job, sizesAsked(job, expand), sizes, presigner) : Json();
    if (isCompleted && copy && expand.contains("output_pdf_content_metadata"_L1))
        json["result_content_metadata"]["output_pdf"] = {
            {"size_bytes", copy->size},
            {"exists", true},
            {"presigned_url", presigner.urlOf(copy->id, Presigner::defaultLifetime)["url"]}};
    return json;
}

Json parseVersions()
{
    auto json = Json::object();
    for (const auto &tier : parseTiers())
        json[toStd(tier)] = Json::array({rulesVersion});
    for (const auto &tier : parseTiers())
        json["latest"][toStd(tier)] = rulesVersion;
    return json;
}

} // namespace xs::server
