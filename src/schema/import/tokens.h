// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace xs::schema::import {

/// A piece of program text, as far as declarations of types need it.
struct Token
{
    enum class Kind {
        Word,    ///< a name, a keyword or a number
        Text,    ///< a string literal, without its quotes, escapes resolved
        Sign,    ///< one character, or "..." and "=>" and "->"
        Comment, ///< its words, without the marks and the stars at the margin
        Line,    ///< the end of a line outside of all brackets (Python only)
        End,
    };

    Kind kind = Kind::End;
    QString text;
    /// Lines and columns count from 1 and 0.
    int line = 1;
    int column = 0;

    bool isSign(QStringView sign) const { return kind == Kind::Sign && text == sign; }
    bool isWord(QStringView word) const { return kind == Kind::Word && text == word; }
};

enum class Language { TypeScript, Python };

/// The pieces of a text, ended by one End. Never fails: what no language has becomes a sign.
std::vector<Token> tokenize(const QString &text, Language language);

} // namespace xs::schema::import
