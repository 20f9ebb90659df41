// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/import/tokens.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace xs::schema::import {

namespace {

class Scanner
{
public:
    Scanner(const QString &text, Language language) : m_text(text), m_isPython(language == Language::Python) {}

    std::vector<Token> run()
    {
        while (m_at < m_text.size())
            step();
        add(Token::Kind::Line, {}, m_at);
        add(Token::Kind::End, {}, m_at);
        return std::move(m_tokens);
    }

private:
    QStringView rest() const { return QStringView(m_text).mid(m_at); }

    void add(Token::Kind kind, const QString &text, qsizetype from)
    {
        const auto isEmptyLine =
            kind == Token::Kind::Line && (!m_isPython || m_tokens.empty() || m_tokens.back().kind == kind);
        if (!isEmptyLine)
            m_tokens.push_back({kind, text, m_line, static_cast<int>(from - m_lineStart)});
    }

    void step()
    {
        const auto c = m_text[m_at];
        if (c == u'\n')
            return newLine();
        if (c.isSpace() || (m_isPython && rest().startsWith(u"\\\n")))
            return static_cast<void>(++m_at);
        if (m_isPython ? c == u'#' : rest().startsWith(u"//"))
            return lineComment();
        if (!m_isPython && rest().startsWith(u"/*"))
            return blockComment();
        if (isQuote(c))
            return text(m_at, false);
        if (c.isLetterOrNumber() || c == u'_' || c == u'$')
            return word();
        for (const auto &sign : {u"..."_s, u"=>"_s, u"->"_s})
            if (rest().startsWith(sign)) {
                add(Token::Kind::Sign, sign, m_at);
                m_at += sign.size();
                return;
            }
        m_depth += QStringView(u"([{").contains(c) ? 1 : QStringView(u")]}").contains(c) ? -1 : 0;
        add(Token::Kind::Sign, c, m_at++);
    }

    bool isQuote(QChar c) const { return c == u'"' || c == u'\'' || (!m_isPython && c == u'`'); }

    void newLine()
    {
        if (m_depth <= 0)
            add(Token::Kind::Line, {}, m_at);
        ++m_at;
        ++m_line;
        m_lineStart = m_at;
    }

    void lineComment()
    {
        const auto from = m_at;
        const auto end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
        static const QRegularExpression marks(u"^[#/!:]+\\s*"_s);
        add(Token::Kind::Comment, m_text.mid(from, m_at - from).remove(marks).trimmed(), from);
    }

    void blockComment()
    {
        const auto from = m_at;
        const auto end = m_text.indexOf(u"*/"_s, m_at + 2);
        auto inner = m_text.mid(from + 2, (end < 0 ? m_text.size() : end) - from - 2);
        m_at = end < 0 ? m_text.size() : end + 2;
        static const QRegularExpression margin(u"^[ \\t]*\\*+[ \\t]?"_s, QRegularExpression::MultilineOption);
        add(Token::Kind::Comment, inner.remove(margin).trimmed(), from);
        countLines(from);
    }

    void text(qsizetype from, bool isRaw)
    {
        const auto quote = m_text[m_at];
        const QString triple(3, quote);
        const auto mark = m_isPython && rest().startsWith(triple) ? triple : QString(quote);
        m_at += mark.size();
        QString value;
        while (m_at < m_text.size() && !rest().startsWith(mark)) {
            if (m_text[m_at] == u'\n' && mark.size() == 1 && quote != u'`')
                break; // never closed: what follows is not part of it
            if (!isRaw && m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                value += escaped(m_text[++m_at]);
            else
                value += m_text[m_at];
            ++m_at;
        }
        if (rest().startsWith(mark))
            m_at += mark.size();
        add(Token::Kind::Text, value, from);
        countLines(from);
    }

    static QString escaped(QChar c)
    {
        return c == u'n' ? u"\n"_s : c == u't' ? u"\t"_s : c == u'\n' ? QString() : QString(c);
    }

    void word()
    {
        const auto from = m_at;
        while (m_at < m_text.size() &&
               (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_' || m_text[m_at] == u'$' || isPoint(from)))
            ++m_at;
        const auto found = m_text.mid(from, m_at - from);
        // r"…", f"…" and their like are strings with a prefix.
        static const QRegularExpression prefix(u"^[rRbBuUfF]{1,2}$"_s);
        if (m_isPython && m_at < m_text.size() && isQuote(m_text[m_at]) && found.contains(prefix))
            return text(from, found.contains(u'r', Qt::CaseInsensitive));
        add(Token::Kind::Word, found, from);
    }

    /// Inside of a number, and between the names of a module's parts.
    bool isPoint(qsizetype from) const
    {
        return m_text[m_at] == u'.' && m_at + 1 < m_text.size() && !rest().startsWith(u"..") &&
               (m_text[m_at + 1].isLetterOrNumber() || m_text[from].isDigit());
    }

    void countLines(qsizetype from)
    {
        const auto passed = QStringView(m_text).mid(from, m_at - from);
        if (const auto last = passed.lastIndexOf(u'\n'); last >= 0) {
            m_line += static_cast<int>(passed.count(u'\n'));
            m_lineStart = from + last + 1;
        }
    }

    const QString &m_text;
    const bool m_isPython;
    std::vector<Token> m_tokens;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    int m_line = 1;
    int m_depth = 0;
};

} // namespace

std::vector<Token> tokenize(const QString &text, Language language)
{
    return Scanner(text, language).run();
}

} // namespace xs::schema::import
