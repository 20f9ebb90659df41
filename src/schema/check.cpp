// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/check.h"

#include "schema/pointer.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

/// Keywords that the API documents as having no effect, or does not document at all.
constexpr std::array ignoredKeywords{"pattern",
                                     "format",
                                     "minimum",
                                     "maximum",
                                     "exclusiveMinimum",
                                     "exclusiveMaximum",
                                     "multipleOf",
                                     "minLength",
                                     "maxLength",
                                     "minItems",
                                     "maxItems",
                                     "uniqueItems",
                                     "minProperties",
                                     "maxProperties",
                                     "const",
                                     "if",
                                     "then",
                                     "else",
                                     "allOf",
                                     "oneOf",
                                     "not",
                                     "patternProperties",
                                     "propertyNames",
                                     "dependentRequired",
                                     "dependentSchemas",
                                     "contains",
                                     "prefixItems"};

/// Those of them that the engine on this computer reads (Field::format, Field::pattern).
constexpr std::array keywordsOfThisComputer{"format", "pattern"};

constexpr std::array types{"string", "number", "integer", "boolean", "object", "array", "null"};

constexpr std::array metadataNames{"citation", "confidence", "reasoning", "extraction_confidence",
                                   "parsing_confidence"};

class Checker
{
public:
    Checker(const Json &document, Reader reader, const Limits &limits)
        : m_document(document), m_reader(reader), m_limits(limits)
    {
    }

    std::vector<Finding> run()
    {
        const auto type = stringMember(m_document, "type");
        const auto &properties = member(m_document, "properties");
        if (!m_document.is_object() || type.value_or(u"object"_s) != "object"_L1)
            return {{FindingKind::RootNotObject, {}, {}}};
        if (!properties.is_object() || properties.empty())
            return {{FindingKind::NoProperties, u"/properties"_s, {}}};
        if (const auto length = toBytes(m_document).size(); length > m_limits.rawLength)
            add(FindingKind::SchemaTooLong, {}, QString::number(length));
        visit(m_document, {}, 0, {});
        if (m_properties > m_limits.properties)
            add(FindingKind::TooManyProperties, {}, QString::number(m_properties));
        if (m_textLength > m_limits.textLength)
            add(FindingKind::TooMuchText, {}, QString::number(m_textLength));
        return std::move(m_findings);
    }

private:
    void add(FindingKind kind, const QString &pointer, const QString &subject = {})
    {
        m_findings.push_back({kind, pointer, subject});
    }

    bool isRead(const char *keyword) const
    {
        return m_reader == Reader::ThisComputer &&
               std::ranges::find(keywordsOfThisComputer, std::string_view(keyword)) != keywordsOfThisComputer.end();
    }

    void visit(const Json &schema, const QString &pointer, int level, const QStringList &references)
    {
        if (m_properties > m_limits.properties)
            return;
        if (!schema.is_object()) {
            if (!schema.is_boolean())
                add(FindingKind::NotASchema, pointer);
            return;
        }
        const auto &properties = member(schema, "properties");
        if (properties.is_object())
            ++level;
        if (level > m_limits.levels) {
            add(FindingKind::TooDeep, pointer, QString::number(level));
            return;
        }
        if (level > m_limits.comfortableLevels && properties.is_object())
            add(FindingKind::Deep, pointer, QString::number(level));
        visitKeywords(schema, pointer);
        visitReference(schema, pointer, level, references);
        visitProperties(schema, properties, pointer, level, references);
        if (const auto &items = member(schema, "items"); items.is_object())
            visit(items, pointer + u"/items"_s, level, references);
        for (const auto *key : {"anyOf", "oneOf", "allOf"})
            if (const auto &list = member(schema, key); list.is_array())
                for (std::size_t i = 0; i < list.size(); ++i)
                    visit(list[i], u"%1/%2/%3"_s.arg(pointer, QString::fromLatin1(key)).arg(i), level, references);
    }

    /// The type, or each of a list of types.
    void visitType(const Json &schema, const QString &pointer)
    {
        const auto found = schema.find("type");
        if (found == schema.end())
            return;
        const auto isKnown = [](const Json &type) {
            return type.is_string() && std::ranges::find(types, type.get<std::string>()) != types.end();
        };
        const auto &list = found->is_array() ? *found : Json::array({*found});
        for (const auto &type : list)
            if (!isKnown(type))
                return add(FindingKind::TypeUnknown, pointer + u"/type"_s, displayText(type));
    }

    void visitKeywords(const Json &schema, const QString &pointer)
    {
        visitType(schema, pointer);
        if (const auto found = schema.find("default"); found != schema.end() && !found->is_null())
            add(FindingKind::DefaultNotNull, pointer + u"/default"_s, displayText(*found));
        if (const auto found = schema.find("enum"); found != schema.end()) {
            if (!found->is_array() || found->empty())
                add(FindingKind::EnumEmpty, pointer + u"/enum"_s);
            else
                for (const auto &value : *found)
                    m_textLength += static_cast<int>(displayText(value).size());
        }
        for (const auto *keyword : ignoredKeywords)
            if (schema.contains(keyword) && !isRead(keyword))
                add(FindingKind::KeywordIgnored, pointer, QString::fromLatin1(keyword));
        m_textLength += static_cast<int>(stringMember(schema, "description").value_or(QString()).size());
        m_textLength += static_cast<int>(stringMember(schema, "title").value_or(QString()).size());
    }

    void visitReference(const Json &schema, const QString &pointer, int level, const QStringList &references)
    {
        const auto reference = stringMember(schema, "$ref");
        if (!reference)
            return;
        const Json *aim = nullptr;
        try {
            const Json::json_pointer place(reference->mid(1).toStdString());
            if (reference->startsWith(u'#') && m_document.contains(place))
                aim = &m_document.at(place);
        } catch (const Json::exception &) {
        }
        if (!aim)
            add(FindingKind::ReferenceNotLocal, pointer + u"/$ref"_s, *reference);
        else if (references.contains(*reference))
            add(FindingKind::ReferenceCyclic, pointer + u"/$ref"_s, *reference);
        else
            visit(*aim, reference->mid(1), level, references + QStringList(*reference));
    }

    void visitProperties(const Json &schema, const Json &properties, const QString &pointer, int level,
                         const QStringList &references)
    {
        if (!properties.is_object())
            return;
        const auto &required = member(schema, "required");
        for (const auto &[key, property] : properties.items()) {
            ++m_properties;
            const auto name = toQString(key);
            m_textLength += static_cast<int>(name.size());
            const auto spot = propertyPointer(pointer, name);
            visitName(key, property, required, spot, name);
            visit(property, spot, level, references);
        }
        if (required.is_array())
            for (const auto &name : required)
                if (!name.is_string() || !properties.contains(name.get<std::string>()))
                    add(FindingKind::RequiredUnknown, pointer + u"/required"_s, displayText(name));
    }

    void visitName(const std::string &key, const Json &property, const Json &required, const QString &spot,
                   const QString &name)
    {
        if (std::ranges::find(metadataNames, key) != metadataNames.end())
            add(FindingKind::NameOfMetadata, spot, name);
        if (property.is_object() && !property.contains("description") && !property.contains("$ref"))
            add(FindingKind::NoDescription, spot, name);
        const auto type = stringMember(property, "type");
        const auto isGuessed = type == u"boolean"_s || type == u"integer"_s;
        if (isGuessed && required.is_array() && std::ranges::find(required, Json(key)) != required.end())
            add(FindingKind::RequiredWithoutNull, spot, name);
    }

    const Json &m_document;
    const Reader m_reader;
    const Limits m_limits;
    std::vector<Finding> m_findings;
    int m_properties = 0;
    int m_textLength = 0;
};

QString englishReason(const Finding &finding)
{
    switch (finding.kind) {
    case FindingKind::RootNotObject:
        return u"the root must be a schema of type object"_s;
    case FindingKind::NoProperties:
        return u"the root needs at least one property"_s;
    case FindingKind::TooDeep:
        return u"nested %1 levels deep"_s.arg(finding.subject);
    case FindingKind::TooManyProperties:
        return u"%1 properties are too many"_s.arg(finding.subject);
    case FindingKind::TooMuchText:
        return u"%1 characters of names, descriptions and values are too many"_s.arg(finding.subject);
    case FindingKind::SchemaTooLong:
        return u"%1 characters are too many"_s.arg(finding.subject);
    case FindingKind::ReferenceNotLocal:
        return u"the reference %1 leads nowhere inside this schema"_s.arg(finding.subject);
    case FindingKind::ReferenceCyclic:
        return u"the reference %1 leads back to itself"_s.arg(finding.subject);
    case FindingKind::DefaultNotNull:
        return u"a default other than null is not supported"_s;
    case FindingKind::EnumEmpty:
        return u"enum needs at least one value"_s;
    case FindingKind::TypeUnknown:
        return u"%1 is not a type"_s.arg(finding.subject);
    default:
        return u"not a schema"_s;
    }
}

} // namespace

std::vector<Finding> check(const Json &schema, Reader reader, const Limits &limits)
{
    return Checker(schema, reader, limits).run();
}

QString firstError(const std::vector<Finding> &findings)
{
    const auto found = std::ranges::find_if(findings, &Finding::isError);
    return found == findings.end()
               ? QString()
               : u"%1: %2"_s.arg(found->pointer.isEmpty() ? u"/"_s : found->pointer, englishReason(*found));
}

} // namespace xs::schema
