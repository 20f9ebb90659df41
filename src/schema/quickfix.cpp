// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/quickfix.h"

#include "schema/edit.h"
#include "schema/pointer.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

/// What a keyword without effect says, as a sentence of a description; empty where words do not help.
QString sentenceOf(const QString &keyword, const Json &value)
{
    const auto text = displayText(value);
    if (keyword == "format"_L1)
        return u"Format: %1."_s.arg(text);
    if (keyword == "pattern"_L1)
        return u"Matches the pattern %1."_s.arg(text);
    if (keyword == "minimum"_L1)
        return u"At least %1."_s.arg(text);
    if (keyword == "maximum"_L1)
        return u"At most %1."_s.arg(text);
    if (keyword == "exclusiveMinimum"_L1)
        return u"More than %1."_s.arg(text);
    if (keyword == "exclusiveMaximum"_L1)
        return u"Less than %1."_s.arg(text);
    if (keyword == "multipleOf"_L1)
        return u"A multiple of %1."_s.arg(text);
    if (keyword == "minLength"_L1)
        return u"At least %1 characters."_s.arg(text);
    if (keyword == "maxLength"_L1)
        return u"At most %1 characters."_s.arg(text);
    if (keyword == "minItems"_L1)
        return u"At least %1 entries."_s.arg(text);
    if (keyword == "maxItems"_L1)
        return u"At most %1 entries."_s.arg(text);
    if (keyword == "uniqueItems"_L1)
        return u"No entry twice."_s;
    return {};
}

/// The definition whose name a broken reference ends in.
QString definitionFor(const Json &document, const QString &reference)
{
    const auto name = toStd(reference.section(u'/', -1));
    for (const auto *key : {"$defs", "definitions"})
        if (member(document, key).is_object() && member(document, key).contains(name))
            return u"#/%1/%2"_s.arg(QString::fromLatin1(key), pointerStep(toQString(name)));
    return {};
}

/// How many letters must be changed, added or taken out to make one word of the other (Levenshtein).
qsizetype distance(const QString &one, const QString &other)
{
    std::vector<qsizetype> row(std::size_t(other.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype(0));
    for (qsizetype i = 0; i < one.size(); ++i) {
        auto diagonal = std::exchange(row[0], i + 1);
        for (qsizetype k = 0; k < other.size(); ++k) {
            const auto changed = diagonal + (one[i].toLower() == other[k].toLower() ? 0 : 1);
            diagonal = row[std::size_t(k) + 1];
            row[std::size_t(k) + 1] = std::min({changed, diagonal + 1, row[std::size_t(k)] + 1});
        }
    }
    return row.back();
}

/// The word that is most like another; empty where none is.
QString nearest(const QString &word, const QStringList &known)
{
    const auto most = std::max<qsizetype>(1, word.size() / 3);
    QString best;
    auto least = most + 1;
    for (const auto &other : known)
        if (const auto apart = distance(word, other); apart < least) {
            least = apart;
            best = other;
        }
    return best;
}

QStringList namesOf(const Json &properties)
{
    QStringList names;
    for (const auto &[name, property] : properties.items())
        names << toQString(name);
    return names;
}

/// A type as other languages call it, or with a letter too many.
QString knownType(const QString &word)
{
    static const QHash<QString, QString> others{
        {u"text"_s, u"string"_s},   {u"str"_s, u"string"_s},     {u"date"_s, u"string"_s}, {u"float"_s, u"number"_s},
        {u"double"_s, u"number"_s}, {u"decimal"_s, u"number"_s}, {u"int"_s, u"integer"_s}, {u"bool"_s, u"boolean"_s},
        {u"list"_s, u"array"_s},    {u"dict"_s, u"object"_s},    {u"map"_s, u"object"_s},  {u"none"_s, u"null"_s}};
    if (const auto other = others.value(word.toLower()); !other.isEmpty())
        return other;
    const auto type = nearest(word, {u"string"_s, u"number"_s, u"integer"_s, u"boolean"_s, u"object"_s, u"array"_s});
    return type.isEmpty() ? u"string"_s : type;
}

/// The schema that holds the keyword at which a finding points.
QString holderOf(const Finding &finding)
{
    using enum FindingKind;
    const auto isAtKeyword = finding.kind == DefaultNotNull || finding.kind == EnumEmpty ||
                             finding.kind == TypeUnknown || finding.kind == RequiredUnknown ||
                             finding.kind == ReferenceNotLocal || finding.kind == ReferenceCyclic;
    return isAtKeyword ? parentPointer(finding.pointer) : finding.pointer;
}

/// The property in which a place lies, which is where its description stands.
QString propertyOf(QString pointer)
{
    while (!pointer.isEmpty() && lastName(parentPointer(pointer)) != "properties"_L1)
        pointer = parentPointer(pointer);
    return pointer;
}

void describe(Recorder &recorder, const QString &holder, const QString &sentence)
{
    const auto property = propertyOf(holder);
    const auto place = property.isEmpty() ? holder : property;
    const auto former = stringMember(recorder.at(place), "description").value_or(QString());
    const auto full = former.isEmpty() || former.endsWith(u'.') ? former : former + u'.';
    recorder.setMember(place, "description", toStd((full + u' ' + sentence).trimmed()));
}

/// The names that are required, without one or with another in its place.
void changeRequired(Recorder &recorder, const QString &holder, const QString &unknown, const QString &field)
{
    Json names = Json::array();
    for (const auto &name : recorder.at(holder).at("required")) {
        const auto isUnknown = displayText(name) == unknown;
        const auto kept = isUnknown ? Json(toStd(field)) : name;
        if ((!isUnknown || !field.isEmpty()) && std::ranges::find(names, kept) == names.end())
            names.push_back(kept);
    }
    recorder.set(childPointer(holder, u"required"_s), std::move(names));
}

/// The unknown word of a type, also of a list of types, becomes a known one.
void changeType(Recorder &recorder, const QString &holder, const QString &unknown, const QString &known)
{
    auto type = recorder.at(holder).at("type");
    if (!type.is_array())
        return recorder.set(childPointer(holder, u"type"_s), toStd(known));
    for (auto &one : type)
        if (displayText(one) == unknown)
            one = toStd(known);
    recorder.set(childPointer(holder, u"type"_s), std::move(type));
}

void applyTo(Recorder &recorder, const QString &holder, const Finding &finding, const Fix &fix)
{
    const auto keyword = toStd(fix.subject);
    switch (fix.kind) {
    case FixKind::RemoveKeyword:
        return recorder.removeMember(holder, keyword);
    case FixKind::Describe:
        describe(recorder, holder, sentenceOf(fix.subject, recorder.at(holder).at(keyword)));
        return recorder.removeMember(holder, keyword);
    case FixKind::OneValue: {
        const auto value = recorder.at(holder).at("const");
        recorder.rename(holder, "const", "enum");
        return recorder.set(childPointer(holder, u"enum"_s), Json::array({value}));
    }
    case FixKind::Alternatives:
        return recorder.rename(holder, "oneOf", "anyOf");
    case FixKind::DefaultNull:
        return recorder.setMember(holder, "default", Json());
    case FixKind::AnyText:
        return recorder.removeMember(holder, "enum");
    case FixKind::NameAsDescription:
        return recorder.setMember(holder, "description", toStd(fix.subject));
    case FixKind::KnownType:
        return changeType(recorder, holder, finding.subject, fix.subject);
    case FixKind::NotRequired:
        return changeRequired(recorder, holder, finding.subject, {});
    case FixKind::RequireField:
        return changeRequired(recorder, holder, finding.subject, fix.subject);
    case FixKind::FindDefinition:
        return recorder.setMember(holder, "$ref", toStd(fix.subject));
    default:
        return recorder.set(holder, Json{{"type", "string"}});
    }
}

} // namespace

std::vector<Fix> fixesOf(const Json &document, const Finding &finding)
{
    using enum FindingKind;
    const Json::json_pointer place(toStd(holderOf(finding)));
    if (!document.contains(place))
        return {};
    const auto &holder = document.at(place);
    const auto &subject = finding.subject;
    switch (finding.kind) {
    case DefaultNotNull:
        return {{FixKind::DefaultNull, {}}, {FixKind::RemoveKeyword, u"default"_s}};
    case EnumEmpty:
        return {{FixKind::AnyText, {}}};
    case NotASchema:
    case ReferenceCyclic:
        return {{FixKind::PlainText, {}}};
    case ReferenceNotLocal:
        if (const auto definition = definitionFor(document, subject); !definition.isEmpty())
            return {{FixKind::FindDefinition, definition}, {FixKind::PlainText, {}}};
        return {{FixKind::PlainText, {}}};
    case KeywordIgnored:
        if (subject == "const"_L1 && !holder.contains("enum"))
            return {{FixKind::OneValue, {}}};
        if (subject == "oneOf"_L1 && !holder.contains("anyOf"))
            return {{FixKind::Alternatives, {}}};
        if (!sentenceOf(subject, member(holder, subject.toUtf8().constData())).isEmpty())
            return {{FixKind::Describe, subject}, {FixKind::RemoveKeyword, subject}};
        return {{FixKind::RemoveKeyword, subject}};
    case TypeUnknown:
        return {{FixKind::KnownType, knownType(subject)}};
    case RequiredUnknown: {
        std::vector<Fix> fixes;
        if (const auto name = nearest(subject, namesOf(member(holder, "properties"))); !name.isEmpty())
            fixes.push_back({FixKind::RequireField, name});
        fixes.push_back({FixKind::NotRequired, subject});
        return fixes;
    }
    case NoDescription:
        return {{FixKind::NameAsDescription, spokenName(subject)}};
    case RequiredWithoutNull:
        return {{FixKind::MakeNullable, {}}};
    case NameOfMetadata:
        return {{FixKind::Rename, freeName(document, ownerOf(finding.pointer), subject + u"_value"_s)}};
    default:
        return {};
    }
}

Expected<Edit> applyFix(Json &document, const Finding &finding, const Fix &fix)
{
    const auto offered = fixesOf(document, finding);
    if (std::ranges::find(offered, fix) == offered.end())
        return Unexpected(ErrorCode::NotFound, u"the schema has changed since"_s, finding.pointer);
    if (fix.kind == FixKind::MakeNullable)
        return setPresence(document, finding.pointer, Presence::Nullable);
    if (fix.kind == FixKind::Rename)
        return renameField(document, finding.pointer, fix.subject);
    Recorder recorder(document);
    const auto holder = holderOf(finding);
    applyTo(recorder, holder, finding, fix);
    const auto shown = propertyOf(holder);
    return recorder.finish(shown, shown);
}

QString spokenName(const QString &name)
{
    static const QRegularExpression hump(u"(?<=[a-z0-9])(?=[A-Z])"_s);
    static const QRegularExpression gap(u"[\\s_\\-./]+"_s);
    auto words = QString(name).replace(hump, u" "_s).replace(gap, u" "_s).trimmed().toLower();
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

} // namespace xs::schema
