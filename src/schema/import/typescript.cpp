// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/import/typescript.h"

#include "schema/import/reader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace xs::schema::import {

namespace {

class TypeScriptReader : Reader
{
public:
    explicit TypeScriptReader(const QString &text) : Reader(text, Language::TypeScript) {}

    Expected<Imported> run()
    {
        while (!atEnd())
            readStatement();
        return assemble(std::move(m_declared), Source::TypeScript, std::move(m_notes));
    }

private:
    void readStatement()
    {
        if (now().kind == Token::Kind::Comment) {
            m_comment = take().text;
        } else if (now().isWord(u"interface") && ahead().kind == Token::Kind::Word) {
            take();
            readInterface();
        } else if (now().isWord(u"type") && ahead().kind == Token::Kind::Word) {
            take();
            readAlias();
        } else if (now().isWord(u"enum") && ahead().kind == Token::Kind::Word) {
            take();
            readEnum();
        } else if (now().isWord(u"class") || now().isWord(u"function")) {
            note(now(), now().text + u' ' + ahead().text);
            while (!atEnd() && !now().isSign(u"{"))
                take();
            skipBrackets();
        } else if (now().isSign(u"{") || now().isSign(u"(")) {
            skipBrackets();
        } else {
            take();
        }
    }

    void declare(const QString &name, Json schema, const QStringList &parents = {})
    {
        if (const auto words = std::exchange(m_comment, {}); !words.isEmpty())
            annotate(schema, words);
        m_declared.push_back({name, std::move(schema), parents});
    }

    void readInterface()
    {
        const auto name = take();
        skipParameters(name);
        QStringList parents;
        if (now().isWord(u"extends")) {
            do {
                take();
                parents << take().text;
                skipParameters(name);
            } while (now().isSign(u","));
        }
        // The comment is the interface's, those inside are its members'.
        const auto comment = std::exchange(m_comment, {});
        auto schema = readMembers();
        m_comment = comment;
        declare(name.text, std::move(schema), parents);
    }

    void readAlias()
    {
        const auto name = take();
        skipParameters(name);
        if (!takeSign(u"="))
            return;
        const auto comment = std::exchange(m_comment, {});
        auto schema = readType();
        m_comment = comment;
        declare(name.text, std::move(schema));
    }

    void readEnum()
    {
        const auto name = take();
        auto values = Json::array();
        if (!now().isSign(u"{"))
            return;
        take();
        while (!atEnd() && !takeSign(u"}")) {
            const auto member = take();
            if (member.kind != Token::Kind::Word && member.kind != Token::Kind::Text)
                continue;
            if (takeSign(u"=") && now().kind == Token::Kind::Text)
                values.push_back(toStd(take().text));
            else
                values.push_back(toStd(member.text));
            while (!atEnd() && !now().isSign(u",") && !now().isSign(u"}"))
                take();
        }
        auto schema = ofType("string");
        schema["enum"] = std::move(values);
        declare(name.text, std::move(schema));
    }

    /// Parameters of generic types say nothing about a value.
    void skipParameters(const Token &where)
    {
        if (!now().isSign(u"<"))
            return;
        note(where, where.text + u"<…>"_s);
        int depth = 0;
        do {
            const auto token = take();
            depth += token.isSign(u"<") ? 1 : token.isSign(u">") ? -1 : 0;
        } while (depth > 0 && !atEnd());
    }

    Json readMembers()
    {
        auto schema = ofType("object");
        schema["properties"] = Json::object();
        auto required = Json::array();
        take(); // {
        QString comment;
        while (!atEnd() && !takeSign(u"}")) {
            if (now().kind == Token::Kind::Comment) {
                comment = take().text;
                continue;
            }
            if (isModifier())
                take();
            else if (now().isSign(u"["))
                skipMember(u"[…]"_s);
            else if (now().kind == Token::Kind::Word || now().kind == Token::Kind::Text)
                readMember(schema["properties"], required, std::exchange(comment, {}));
            else
                take();
        }
        if (!required.empty())
            schema["required"] = std::move(required);
        return schema;
    }

    bool isModifier() const
    {
        static const QStringList words{u"readonly"_s, u"public"_s, u"private"_s, u"protected"_s, u"static"_s};
        const auto beforeName = ahead().kind == Token::Kind::Word || ahead().kind == Token::Kind::Text;
        return now().kind == Token::Kind::Word && words.contains(now().text) && beforeName;
    }

    void skipMember(const QString &what)
    {
        note(now(), what);
        while (!atEnd() && !now().isSign(u";") && !now().isSign(u",") && !now().isSign(u"}"))
            now().isSign(u"{") || now().isSign(u"(") || now().isSign(u"[") ? skipBrackets() : static_cast<void>(take());
    }

    void readMember(Json &properties, Json &required, QString comment)
    {
        const auto name = take();
        const auto isOptional = takeSign(u"?");
        takeSign(u"!");
        if (!takeSign(u":"))
            return skipMember(name.text + u"()"_s);
        auto schema = readType();
        const auto last = m_at > 0 ? m_tokens[m_at - 1].line : name.line;
        takeSign(u";") || takeSign(u",");
        if (now().kind == Token::Kind::Comment && now().line == last) {
            const auto behind = take().text;
            comment = comment.isEmpty() ? behind : comment;
        }
        annotate(schema, comment);
        properties[toStd(name.text)] = std::move(schema);
        if (!isOptional)
            required.push_back(toStd(name.text));
    }

    /// A comment's words are the description; some tags of JSDoc are keywords.
    static void annotate(Json &schema, const QString &comment)
    {
        QStringList words;
        for (const auto &raw : comment.split(u'\n')) {
            const auto line = raw.trimmed();
            const auto value = toStd(line.section(u' ', 1).trimmed());
            if (line.startsWith("@format "_L1))
                schema["format"] = value;
            else if (line.startsWith("@pattern "_L1))
                schema["pattern"] = value;
            else if (line.startsWith("@example "_L1))
                schema["examples"] = Json::array({value});
            else if (line.startsWith("@description "_L1))
                words << line.section(u' ', 1);
            else if (!line.isEmpty() && !line.startsWith(u'@'))
                words << line;
        }
        if (!words.isEmpty())
            schema["description"] = toStd(words.join(u' '));
    }

    Json readType()
    {
        const Level level(*this);
        if (level.isTooDeep())
            return unknown(take());
        std::vector<Json> alternatives;
        do {
            skipComments();
            takeSign(u"|");
            skipComments();
            alternatives.push_back(readIntersection());
            skipComments(true);
        } while (now().isSign(u"|"));
        return anyOf(std::move(alternatives));
    }

    /// A comment behind a member belongs to it, unless another alternative follows.
    void skipComments(bool onlyBeforeMore = false)
    {
        auto steps = m_at;
        while (m_tokens[steps].kind == Token::Kind::Comment)
            ++steps;
        if (!onlyBeforeMore || m_tokens[steps].isSign(u"|"))
            m_at = steps;
    }

    Json readIntersection()
    {
        auto schema = readList();
        while (now().isSign(u"&")) {
            const auto where = take();
            const auto other = readList();
            if (schema.contains("properties") && other.contains("properties"))
                schema["properties"].update(other["properties"]);
            else
                note(where, u"&"_s);
        }
        return schema;
    }

    Json readList()
    {
        auto schema = readOne();
        while (now().isSign(u"[")) {
            if (!ahead().isSign(u"]"))
                note(now(), u"[…]"_s);
            else
                schema = listOf(std::move(schema));
            skipBrackets();
        }
        return schema;
    }

    Json readOne()
    {
        if (now().isSign(u"{"))
            return readMembers();
        if (now().isSign(u"("))
            return readParenthesis();
        if (now().isSign(u"["))
            return readTuple();
        if (now().kind == Token::Kind::Text) {
            auto schema = ofType("string");
            schema["enum"] = Json::array({toStd(take().text)});
            return schema;
        }
        takeSign(u"-");
        return now().kind == Token::Kind::Word ? readName() : unknown(take());
    }

    Json readParenthesis()
    {
        const auto from = m_at;
        skipBrackets();
        if (now().isSign(u"=>")) {
            take();
            readType();
            return unknown(m_tokens[from]);
        }
        m_at = from + 1;
        auto schema = readType();
        takeSign(u")");
        return schema;
    }

    Json readTuple()
    {
        take();
        std::vector<Json> parts;
        while (!atEnd() && !takeSign(u"]")) {
            takeSign(u"...");
            parts.push_back(readType());
            takeSign(u",");
        }
        return parts.empty() ? listOf(ofType("string")) : listOf(anyOf(std::move(parts)));
    }

    Json unknown(const Token &token)
    {
        note(token, token.text);
        return ofType("string");
    }

    std::vector<Json> readParametersOf()
    {
        std::vector<Json> parameters;
        if (!takeSign(u"<"))
            return parameters;
        while (!atEnd() && !takeSign(u">")) {
            parameters.push_back(readType());
            if (!takeSign(u",") && !now().isSign(u">"))
                take();
        }
        return parameters;
    }

    Json readName()
    {
        static const QStringList lists{u"Array"_s, u"ReadonlyArray"_s, u"Set"_s, u"ReadonlySet"_s};
        static const QStringList same{u"Partial"_s, u"Required"_s, u"Readonly"_s, u"NonNullable"_s};
        const auto word = take();
        const auto &name = word.text;
        if (name == "string"_L1)
            return ofType("string");
        if (name == "number"_L1 || name.front().isDigit())
            return ofType("number");
        if (name == "bigint"_L1)
            return ofType("integer");
        if (name == "boolean"_L1 || name == "true"_L1 || name == "false"_L1)
            return ofType("boolean");
        if (name == "null"_L1 || name == "undefined"_L1)
            return ofType("null");
        if (name == "Date"_L1) {
            auto schema = ofType("string");
            schema["format"] = "date";
            return schema;
        }
        if (!now().isSign(u"<"))
            return name == "any"_L1 || name == "unknown"_L1 || name == "object"_L1 ? unknown(word) : reference(name);
        auto parameters = readParametersOf();
        if (lists.contains(name) && parameters.size() == 1)
            return listOf(std::move(parameters.front()));
        note(word, name + u"<…>"_s);
        return same.contains(name) && parameters.size() == 1 ? parameters.front() : ofType("string");
    }

    QString m_comment;
};

} // namespace

bool looksLikeTypeScript(const QString &text)
{
    static const QRegularExpression declaration(
        uR"(^\s*(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:interface\s+\w+[^{\n]*\{|type\s+\w+[^=\n]*=\s*\{?))"_s,
        QRegularExpression::MultilineOption);
    return text.contains(declaration);
}

Expected<Imported> fromTypeScript(const QString &text)
{
    return TypeScriptReader(text).run();
}

} // namespace xs::schema::import
