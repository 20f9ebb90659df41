// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/import/imported.h"
#include "schema/import/tokens.h"

namespace xs::schema::import {

/// What the readers of program text have in common: a place among the tokens, the list of what was not understood, and
/// small schemas.
class Reader
{
protected:
    Reader(const QString &text, Language language) : m_tokens(tokenize(text, language)) {}

    const Token &now() const { return m_tokens[m_at]; }
    const Token &ahead(std::size_t steps = 1) const { return m_tokens[std::min(m_at + steps, m_tokens.size() - 1)]; }
    bool atEnd() const { return now().kind == Token::Kind::End; }
    Token take()
    {
        const auto token = now();
        m_at = std::min(m_at + 1, m_tokens.size() - 1);
        return token;
    }
    bool takeSign(QStringView sign)
    {
        const auto found = now().isSign(sign);
        if (found)
            take();
        return found;
    }
    /// Past the bracket that closes the one at which the reader stands.
    void skipBrackets();
    /// Something that has no meaning for a schema, or that this reader does not know.
    void note(const Token &where, const QString &what) { m_notes.push_back({where.line, what}); }

    /// Counts how deep types and values lie in each other while it lives: a text of brackets alone must not use up the
    /// stack.
    class Level
    {
    public:
        explicit Level(Reader &reader) : m_reader(reader) { ++m_reader.m_level; }
        ~Level() { --m_reader.m_level; }
        bool isTooDeep() const { return m_reader.m_level > 100; }

    private:
        Reader &m_reader;
    };

    static Json ofType(const char *type);
    /// The alternatives without doubles; one alone is itself, and null makes the others nullable.
    static Json anyOf(std::vector<Json> alternatives);
    static Json reference(const QString &name);
    static Json listOf(Json items);

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_level = 0;
    std::vector<Declared> m_declared;
    std::vector<Note> m_notes;
};

} // namespace xs::schema::import
