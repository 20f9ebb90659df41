// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/import/pydantic.h"

#include "schema/import/reader.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace xs::schema::import {

namespace {

/// Bases that say what kind of class it is and have no members of their own.
const QStringList plainBases{u"BaseModel"_s, u"TypedDict"_s, u"NamedTuple"_s, u"object"_s, u"str"_s,
                             u"int"_s,       u"ABC"_s,       u"Generic"_s,    u"Enum"_s,   u"StrEnum"_s,
                             u"IntEnum"_s,   u"SQLModel"_s,  u"RootModel"_s};

struct PlainType
{
    const char *type;
    const char *format;
};

const QHash<QString, PlainType> plainTypes{
    {u"str"_s, {"string", nullptr}},          {u"bytes"_s, {"string", nullptr}},
    {u"int"_s, {"integer", nullptr}},         {u"float"_s, {"number", nullptr}},
    {u"Decimal"_s, {"number", nullptr}},      {u"bool"_s, {"boolean", nullptr}},
    {u"None"_s, {"null", nullptr}},           {u"date"_s, {"string", "date"}},
    {u"datetime"_s, {"string", "date-time"}}, {u"time"_s, {"string", "time"}},
    {u"UUID"_s, {"string", "uuid"}},          {u"EmailStr"_s, {"string", "email"}},
    {u"HttpUrl"_s, {"string", "uri"}},        {u"AnyUrl"_s, {"string", "uri"}},
    {u"PositiveInt"_s, {"integer", nullptr}}, {u"StrictStr"_s, {"string", nullptr}},
    {u"StrictInt"_s, {"integer", nullptr}},   {u"constr"_s, {"string", nullptr}},
    {u"conint"_s, {"integer", nullptr}},      {u"confloat"_s, {"number", nullptr}},
    {u"condecimal"_s, {"number", nullptr}},
};

const QHash<QString, const char *> fieldKeywords{
    {u"description"_s, "description"},
    {u"title"_s, "title"},
    {u"pattern"_s, "pattern"},
    {u"regex"_s, "pattern"},
    {u"ge"_s, "minimum"},
    {u"le"_s, "maximum"},
    {u"gt"_s, "exclusiveMinimum"},
    {u"lt"_s, "exclusiveMaximum"},
    {u"min_length"_s, "minLength"},
    {u"max_length"_s, "maxLength"},
    {u"multiple_of"_s, "multipleOf"},
};

class PydanticReader : Reader
{
public:
    explicit PydanticReader(const QString &text) : Reader(text, Language::Python) {}

    Expected<Imported> run()
    {
        while (!atEnd()) {
            if (now().isWord(u"class") && ahead().kind == Token::Kind::Word)
                readClass();
            else
                take();
        }
        return assemble(std::move(m_declared), Source::Pydantic, std::move(m_notes));
    }

private:
    struct Class
    {
        Json schema;
        Json required = Json::array();
        Json values = Json::array();
        bool isEnum = false;
        /// The member that was read last, for a text below it.
        std::string last;
    };

    void readClass()
    {
        const auto column = take().column;
        const auto name = take().text;
        Class read;
        read.schema = ofType("object");
        read.schema["properties"] = Json::object();
        const auto parents = readBases(read);
        while (!atEnd() && now().kind != Token::Kind::Line)
            take();
        readBody(column, read);
        if (read.isEnum) {
            read.schema = ofType("string");
            read.schema["enum"] = std::move(read.values);
        } else if (!read.required.empty()) {
            read.schema["required"] = std::move(read.required);
        }
        m_declared.push_back({name, std::move(read.schema), parents});
    }

    QStringList readBases(Class &read)
    {
        QStringList parents;
        if (!takeSign(u"("))
            return parents;
        while (!atEnd() && !takeSign(u")")) {
            const auto token = take();
            if (token.kind != Token::Kind::Word)
                continue;
            const auto base = token.text.section(u'.', -1);
            read.isEnum = read.isEnum || base.endsWith("Enum"_L1);
            if (now().isSign(u"=")) // total=False and its like
                take(), take();
            else if (!plainBases.contains(base))
                parents << base;
            if (now().isSign(u"["))
                skipBrackets();
        }
        return parents;
    }

    /// The statements that stand further right than the class.
    void readBody(int column, Class &read)
    {
        QString comment;
        bool isFirst = true;
        for (;;) {
            while (now().kind == Token::Kind::Line)
                take();
            if (now().kind == Token::Kind::Comment) {
                comment = take().text;
                continue;
            }
            if (atEnd() || now().column <= column)
                return;
            readStatement(read, std::exchange(comment, {}), std::exchange(isFirst, false));
        }
    }

    void readStatement(Class &read, const QString &comment, bool isFirst)
    {
        if (now().kind == Token::Kind::Text)
            return readDocumentation(read, isFirst);
        if (now().isWord(u"class") && ahead().text == "Config"_L1)
            return skipBlock();
        if (now().isWord(u"class"))
            return readClass();
        if (now().isWord(u"def") || now().isWord(u"async"))
            return skipBlock();
        if (now().isSign(u"@")) {
            if (ahead().text.contains("validator"_L1) || ahead().text.contains("computed"_L1) ||
                ahead().text.contains("serializer"_L1))
                note(now(), u'@' + ahead().text);
            return skipLine();
        }
        if (now().kind == Token::Kind::Word && ahead().isSign(u":"))
            return readField(read, comment);
        if (now().kind == Token::Kind::Word && ahead().isSign(u"=") && read.isEnum)
            return readEnumValue(read);
        skipLine();
    }

    void readDocumentation(Class &read, bool isFirst)
    {
        const auto words = toStd(take().text.simplified());
        if (isFirst)
            read.schema["description"] = words;
        else if (!read.last.empty() && !read.schema["properties"][read.last].contains("description"))
            read.schema["properties"][read.last]["description"] = words;
    }

    void readEnumValue(Class &read)
    {
        const auto name = take().text;
        take(); // =
        read.values.push_back(toStd(now().kind == Token::Kind::Text ? now().text : name));
        skipLine();
    }

    void skipLine()
    {
        while (!atEnd() && now().kind != Token::Kind::Line)
            take();
    }

    void skipBlock()
    {
        const auto column = now().column;
        do {
            skipLine();
            while (now().kind == Token::Kind::Line || now().kind == Token::Kind::Comment)
                take();
        } while (!atEnd() && now().column > column);
    }

    void readField(Class &read, const QString &comment)
    {
        const auto name = take();
        take(); // :
        if (name.text.startsWith(u'_') || now().text.startsWith("ClassVar"_L1) || name.text == "model_config"_L1)
            return skipLine();
        Json annotations = Json::object();
        auto schema = readType(annotations);
        bool isRequired = true;
        if (takeSign(u"="))
            isRequired = readDefault(annotations);
        auto behind = comment;
        while (!atEnd() && now().kind != Token::Kind::Line) {
            const auto token = take();
            if (token.kind == Token::Kind::Comment)
                behind = token.text;
        }
        if (!annotations.contains("description") && !behind.isEmpty())
            annotations["description"] = toStd(behind);
        const auto key = toStd(stringMember(annotations, "alias").value_or(name.text));
        annotations.erase("alias");
        schema.update(annotations);
        read.schema["properties"][key] = std::move(schema);
        read.last = key;
        if (isRequired)
            read.required.push_back(key);
    }

    /// Whether the member must be given all the same: "..." and Field(...) are no defaults.
    bool readDefault(Json &annotations)
    {
        if (now().isSign(u"..."))
            return true;
        if (now().text.section(u'.', -1) == "Field"_L1 && ahead().isSign(u"(")) {
            take();
            return readFieldCall(annotations);
        }
        return false;
    }

    /// Field(default, description="…", …); true when there is no default.
    bool readFieldCall(Json &annotations)
    {
        take(); // (
        bool isRequired = true;
        bool isFirst = true;
        while (!atEnd() && !takeSign(u")")) {
            if (takeSign(u","))
                continue;
            if (now().kind == Token::Kind::Word && ahead().isSign(u"=")) {
                const auto key = take().text;
                take();
                isRequired = isRequired && !key.startsWith("default"_L1);
                readKeyword(key, annotations);
            } else {
                isRequired = isRequired && !(isFirst && !now().isSign(u"..."));
                skipValue();
            }
            isFirst = false;
        }
        return isRequired;
    }

    void readKeyword(const QString &key, Json &annotations)
    {
        const auto value = readValue();
        if (const auto *keyword = fieldKeywords.value(key); keyword && !value.is_null())
            annotations[keyword] = value;
        else if (key == "examples"_L1 && value.is_array())
            annotations["examples"] = value;
        else if (key == "example"_L1 && !value.is_null())
            annotations["examples"] = Json::array({value});
        else if ((key == "alias"_L1 || key == "validation_alias"_L1) && value.is_string())
            annotations["alias"] = value;
    }

    /// A literal; null for anything that would have to be computed. Texts beside each other are one.
    Json readValue()
    {
        const Level level(*this);
        if (level.isTooDeep()) {
            skipValue();
            return {};
        }
        if (takeSign(u"(")) {
            auto inner = readValue();
            while (!atEnd() && !takeSign(u")"))
                take();
            return inner;
        }
        if (now().isSign(u"[")) {
            take();
            auto list = Json::array();
            while (!atEnd() && !takeSign(u"]"))
                if (!takeSign(u","))
                    list.push_back(readValue());
            return list;
        }
        if (now().kind == Token::Kind::Text) {
            QString text;
            while (now().kind == Token::Kind::Text)
                text += take().text;
            return toStd(text);
        }
        const auto isNegative = now().isSign(u"-");
        const auto word = now().kind == Token::Kind::Word || isNegative
                              ? QString(isNegative ? u"-"_s + ahead().text : now().text).remove(u'_')
                              : QString();
        skipValue();
        if (word == "True"_L1 || word == "False"_L1)
            return word == "True"_L1;
        return parseJson(word.toUtf8()).value_or(Json());
    }

    /// Takes at least one piece, so that no text can keep the reader in its place.
    void skipValue()
    {
        do {
            if (now().isSign(u"(") || now().isSign(u"[") || now().isSign(u"{"))
                skipBrackets();
            else
                take();
        } while (!atEnd() && !now().isSign(u",") && !now().isSign(u")") && !now().isSign(u"]"));
    }

    Json readType(Json &annotations)
    {
        const Level level(*this);
        if (level.isTooDeep())
            return unknown(take());
        std::vector<Json> alternatives{readOne(annotations)};
        while (takeSign(u"|"))
            alternatives.push_back(readOne(annotations));
        return anyOf(std::move(alternatives));
    }

    Json unknown(const Token &token)
    {
        note(token, token.text);
        return ofType("string");
    }

    Json readOne(Json &annotations)
    {
        if (now().kind != Token::Kind::Word && now().kind != Token::Kind::Text)
            return unknown(take());
        const auto word = take();
        const auto name = word.text.section(u'.', -1);
        if (now().isSign(u"["))
            return readParameters(word, name, annotations);
        if (now().isSign(u"("))
            readFieldCall(annotations);
        if (const auto plain = plainTypes.constFind(name); plain != plainTypes.constEnd()) {
            auto schema = ofType(plain->type);
            if (plain->format)
                schema["format"] = plain->format;
            return schema;
        }
        if (name == "list"_L1 || name == "List"_L1)
            return listOf(ofType("string"));
        const auto isOpen = name == "dict"_L1 || name == "Dict"_L1 || name == "Any"_L1 || name == "object"_L1;
        return isOpen ? unknown(word) : reference(name);
    }

    Json readParameters(const Token &word, const QString &name, Json &annotations)
    {
        static const QStringList lists{u"list"_s,  u"List"_s,  u"Sequence"_s,  u"set"_s,      u"Set"_s,
                                       u"tuple"_s, u"Tuple"_s, u"frozenset"_s, u"Iterable"_s, u"conlist"_s};
        take(); // [
        if (name == "Literal"_L1)
            return readLiteral();
        std::vector<Json> parameters;
        while (!atEnd() && !takeSign(u"]")) {
            if (takeSign(u",") || takeSign(u"..."))
                continue;
            // The metadata of Annotated.
            if (name == "Annotated"_L1 && !parameters.empty()) {
                if (now().text.section(u'.', -1) == "Field"_L1 && ahead().isSign(u"(")) {
                    take();
                    readFieldCall(annotations);
                } else {
                    skipValue();
                }
                continue;
            }
            auto inner = Json::object();
            parameters.push_back(readType(lists.contains(name) ? inner : annotations));
            parameters.back().update(inner);
        }
        if (name == "Optional"_L1 && parameters.size() == 1)
            parameters.push_back(ofType("null"));
        if (name == "Optional"_L1 || name == "Union"_L1 || name == "Annotated"_L1 || name == "Required"_L1)
            return anyOf(std::move(parameters));
        if (lists.contains(name))
            return listOf(parameters.empty() ? ofType("string") : anyOf(std::move(parameters)));
        note(word, name + u"[…]"_s);
        return ofType("string");
    }

    Json readLiteral()
    {
        auto schema = ofType("string");
        auto values = Json::array();
        while (!atEnd() && !takeSign(u"]"))
            if (const auto token = take(); !token.isSign(u",") && token.kind != Token::Kind::Comment)
                values.push_back(toStd(token.text));
        schema["enum"] = std::move(values);
        return schema;
    }
};

} // namespace

bool looksLikePydantic(const QString &text)
{
    static const QRegularExpression head(uR"(^\s*class\s+\w+\s*(?:\([^)]*\))?\s*:\s*(?:#.*)?$)"_s,
                                         QRegularExpression::MultilineOption);
    return text.contains(head);
}

Expected<Imported> fromPydantic(const QString &text)
{
    return PydanticReader(text).run();
}

} // namespace xs::schema::import
