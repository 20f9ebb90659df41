// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/parserequest.h"

#include "domain/pagerange.h"
#include "server/problems.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// Tier and version of a request that takes them from its saved configuration.
constexpr auto configured = "configured"_L1;
constexpr std::size_t mostMetadata = 50;
constexpr qsizetype longestMetadata = 500;

enum class Kind { Text, Url, Flag, Object, Any };

struct Member
{
    const char *name;
    Kind kind;
};

/// Members that say how to parse; a saved configuration has the same.
constexpr std::array settingMembers{
    Member{"tier", Kind::Text},
    Member{"version", Kind::Text},
    Member{"page_ranges", Kind::Object},
    Member{"agentic_options", Kind::Object},
    Member{"fast_options", Kind::Object},
    Member{"input_options", Kind::Object},
    Member{"output_options", Kind::Object},
    Member{"processing_options", Kind::Object},
    Member{"processing_control", Kind::Object},
    Member{"crop_box", Kind::Object},
    Member{"disable_cache", Kind::Flag},
    Member{"client_name", Kind::Text},
    Member{"http_proxy", Kind::Url},
};

/// Members that belong to the one job.
constexpr std::array jobMembers{
    Member{"file_id", Kind::Text},
    Member{"source_url", Kind::Url},
    Member{"configuration_id", Kind::Text},
    Member{"user_metadata", Kind::Object},
    Member{"webhook_configurations", Kind::Any},
    Member{"webhook_configuration_ids", Kind::Any},
};

bool isUrl(const QString &text)
{
    return text.startsWith("http:"_L1) || text.startsWith("https:"_L1);
}

void checkMember(const Json &object, const Member &wanted, const QStringList &location, Problems &problems)
{
    const auto &value = member(object, wanted.name);
    const auto place = location + QStringList(QString::fromLatin1(wanted.name));
    if (value.is_null())
        return;
    if (wanted.kind == Kind::Text && !value.is_string())
        problems.add(place, u"Input should be a valid string"_s, u"string_type"_s);
    else if (wanted.kind == Kind::Url && !(value.is_string() && isUrl(toQString(value))))
        problems.add(place, u"String should match pattern '^https?:'"_s, u"string_pattern_mismatch"_s);
    else if (wanted.kind == Kind::Flag && !value.is_boolean())
        problems.add(place, u"Input should be a valid boolean"_s, u"bool_type"_s);
    else if (wanted.kind == Kind::Object && !value.is_object())
        problems.add(place, u"Input should be an object"_s, u"dict_type"_s);
}

template <typename Names>
void refuseExtras(const Json &object, const Names &isKnown, const QStringList &location, Problems &problems)
{
    for (const auto &[name, value] : object.items())
        if (!isKnown(name))
            problems.add(location + QStringList(toQString(name)), u"Extra inputs are not permitted"_s,
                         u"extra_forbidden"_s);
}

bool isParseMember(const std::string &name)
{
    const auto named = [&name](const Member &member) { return name == member.name; };
    return std::ranges::any_of(settingMembers, named) || std::ranges::any_of(jobMembers, named);
}

void checkPages(const Json &ranges, const QStringList &location, Problems &problems)
{
    if (!ranges.is_object())
        return;
    refuseExtras(
        ranges, [](const std::string &name) { return name == "target_pages" || name == "max_pages"; }, location,
        problems);
    const auto &pages = member(ranges, "target_pages");
    if (!pages.is_null() && !pages.is_string())
        problems.add(location + QStringList(u"target_pages"_s), u"Input should be a valid string"_s, u"string_type"_s);
    else if (pages.is_string())
        if (const auto range = domain::PageRange::parse(toQString(pages)); !range)
            problems.add(location + QStringList(u"target_pages"_s), u"Value error, "_s + range.error().detail);
    if (const auto &most = member(ranges, "max_pages"); !most.is_null() && integerMember(ranges, "max_pages") < 1)
        problems.add(location + QStringList(u"max_pages"_s), u"Input should be greater than or equal to 1"_s,
                     u"greater_than_equal"_s);
}

void checkCrop(const Json &crop, const QStringList &location, Problems &problems)
{
    if (!crop.is_object())
        return;
    const auto isSide = [](const std::string &name) {
        return name == "top" || name == "right" || name == "bottom" || name == "left";
    };
    refuseExtras(crop, isSide, location, problems);
    for (const auto &[name, value] : crop.items())
        if (!value.is_null() && !(value.is_number() && value.get<double>() >= 0 && value.get<double>() <= 1))
            problems.add(location + QStringList(toQString(name)), u"Input should be a number from 0 to 1"_s,
                         u"float_type"_s);
}

void checkWords(const Json &object, const char *name, const QStringList &allowed, const QStringList &location,
                Problems &problems)
{
    const auto &list = member(object, name);
    if (list.is_null())
        return;
    const auto place = location + QStringList(QString::fromLatin1(name));
    if (!list.is_array())
        problems.add(place, u"Input should be a valid list"_s, u"list_type"_s);
    else
        for (std::size_t i = 0; i < list.size(); ++i)
            if (!list[i].is_string() || !allowed.contains(toQString(list[i])))
                problems.add(place + QStringList(QString::number(i)),
                             u"Input should be one of: %1"_s.arg(allowed.join(", "_L1)), u"literal_error"_s);
}

void checkTier(const Json &settings, const QStringList &location, Problems &problems)
{
    const auto tier = stringMember(settings, "tier");
    if (tier && !parseTiers().contains(*tier))
        problems.add(location + QStringList(u"tier"_s), u"Input should be one of: %1"_s.arg(parseTiers().join(", "_L1)),
                     u"literal_error"_s);
    static const QRegularExpression date(u"^\\d{4}-\\d{2}-\\d{2}$"_s);
    const auto version = stringMember(settings, "version");
    if (version && *version != "latest"_L1 && !date.match(*version).hasMatch())
        problems.add(location + QStringList(u"version"_s), u"Value error, use latest or a date such as 2026-08-19"_s);
    if (const auto &options = member(settings, "agentic_options"); !options.is_null() && tier == u"fast"_s)
        problems.add(location + QStringList(u"agentic_options"_s),
                     u"Value error, the tier fast takes no agentic_options"_s);
}

void checkUserMetadata(const Json &metadata, const QStringList &location, Problems &problems)
{
    if (!metadata.is_object())
        return;
    const auto isShort = [](const QString &text) { return text.size() <= longestMetadata; };
    bool ok = metadata.size() <= mostMetadata;
    for (const auto &[key, value] : metadata.items())
        ok = ok && value.is_string() && isShort(toQString(key)) && isShort(toQString(value));
    if (!ok)
        problems.add(location,
                     u"Value error, user_metadata holds at most %1 texts of at most %2 characters"_s.arg(mostMetadata)
                         .arg(longestMetadata));
}

void checkInput(const Json &body, ParseInput input, Problems &problems)
{
    const auto hasFile = !member(body, "file_id").is_null();
    const auto hasUrl = !member(body, "source_url").is_null();
    if (input == ParseInput::Uploaded && (hasFile || hasUrl))
        problems.add({u"body"_s},
                     u"Value error, the document comes with the request: leave file_id and source_url out"_s);
    if (input == ParseInput::Named && hasFile == hasUrl)
        problems.add({u"body"_s}, u"Value error, provide exactly one of file_id and source_url"_s);
}

/// Tier and version must be there, but for those that a saved configuration brings.
void readSettings(const Json &body, ParseCall &call, Problems &problems)
{
    for (const auto &setting : settingMembers)
        if (const auto &value = member(body, setting.name); !value.is_null())
            call.settings[setting.name] = value;
    for (const auto *name : {"tier", "version"})
        if (call.configurationId && stringMember(call.settings, name) == QString(configured))
            call.settings.erase(name);
        else if (!call.configurationId && !call.settings.contains(name))
            problems.addMissing({u"body"_s, QString::fromLatin1(name)});
    checkParseSettings(call.settings, {u"body"_s}, problems);
}

} // namespace

const QStringList &parseTiers()
{
    static const QStringList words{u"fast"_s, u"cost_effective"_s, u"agentic"_s, u"agentic_plus"_s};
    return words;
}

void checkParseSettings(const Json &settings, const QStringList &location, Problems &problems)
{
    for (const auto &setting : settingMembers)
        checkMember(settings, setting, location, problems);
    checkTier(settings, location, problems);
    checkPages(member(settings, "page_ranges"), location + QStringList(u"page_ranges"_s), problems);
    checkCrop(member(settings, "crop_box"), location + QStringList(u"crop_box"_s), problems);
    const auto outputs = location + QStringList(u"output_options"_s);
    const auto &options = member(settings, "output_options");
    checkWords(options, "granular_bboxes", {u"word"_s, u"line"_s, u"cell"_s}, outputs, problems);
    checkWords(options, "images_to_save", {u"screenshot"_s, u"embedded"_s, u"layout"_s}, outputs, problems);
}

Json mergedSettings(const Json &saved, const Json &asked)
{
    auto merged = saved;
    merged.erase("product_type");
    merged.update(asked);
    return merged;
}

ReadParseCall readParseCall(const Json &body, ParseInput input, Hosts hosts)
{
    ReadParseCall read;
    read.refusal = refuseUnlessObject(body);
    if (read.refusal)
        return read;
    Problems problems;
    refuseExtras(body, isParseMember, {u"body"_s}, problems);
    for (const auto &known : jobMembers)
        checkMember(body, known, {u"body"_s}, problems);
    checkInput(body, input, problems);
    read.call.fileId = stringMember(body, "file_id");
    read.call.sourceUrl = stringMember(body, "source_url");
    read.call.configurationId = stringMember(body, "configuration_id");
    read.call.userMetadata = member(body, "user_metadata");
    checkUserMetadata(read.call.userMetadata, {u"body"_s, u"user_metadata"_s}, problems);
    readSettings(body, read.call, problems);
    read.call.webhooks = readWebhookWish(body, hosts, problems);
    if (problems.any())
        read.refusal = problems.response();
    return read;
}

} // namespace xs::server
