// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/layout.h"

#include "schema/pointer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

/// Most names and words are written as they are.
bool needsNoEscape(const std::string &text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
}

void addQuoted(QString &out, const std::string &text)
{
    if (needsNoEscape(text)) {
        out += u'"';
        out += QLatin1StringView(text.data(), static_cast<qsizetype>(text.size()));
        out += u'"';
    } else {
        out += QString::fromUtf8(toBytes(Json(text)));
    }
}

void addScalar(QString &out, const Json &json)
{
    if (json.is_string())
        addQuoted(out, json.get_ref<const std::string &>());
    else
        out += QString::fromUtf8(toBytes(json));
}

class Writer
{
public:
    explicit Writer(int width) : m_width(width) {}

    Layout run(const Json &json)
    {
        write(json, {}, 0, 0);
        m_layout.text += u'\n';
        return std::move(m_layout);
    }

private:
    /// Adds the value on one line; false as soon as the text would be longer than `limit`, with a part of it added.
    bool addOnOneLine(const Json &json, qsizetype limit)
    {
        auto &text = m_layout.text;
        if (!json.is_structured()) {
            addScalar(text, json);
            return true;
        }
        if (json.empty()) {
            text += json.is_object() ? u"{}"_s : u"[]"_s;
            return true;
        }
        text += json.is_object() ? u"{ "_s : u"["_s;
        for (auto it = json.begin(); it != json.end(); ++it) {
            if (it != json.begin())
                text += u", "_s;
            if (json.is_object()) {
                addQuoted(text, it.key());
                text += u": "_s;
            }
            if (!addOnOneLine(*it, limit) || text.size() > limit)
                return false;
        }
        text += json.is_object() ? u" }"_s : u"]"_s;
        return true;
    }

    /// Objects of properties are tables of fields: each field on its own line.
    static bool isSpread(const Json &json, const QString &pointer)
    {
        return json.is_object() && !json.empty() &&
               (pointer.isEmpty() || lastName(pointer) == "properties"_L1 || json.contains("properties"));
    }

    void write(const Json &json, const QString &pointer, int indent, qsizetype before)
    {
        m_layout.lines.insert(pointer, m_line);
        if (!json.is_structured())
            return addScalar(m_layout.text, json);
        if (!isSpread(json, pointer)) {
            const auto start = m_layout.text.size();
            const auto opening = json.is_object() ? 2 : 1;
            if (addOnOneLine(json, start + opening + m_width - before))
                return mark(json, pointer);
            m_layout.text.truncate(start);
        }
        m_layout.text += json.is_object() ? u'{' : u'[';
        std::size_t i = 0;
        for (auto it = json.begin(); it != json.end(); ++it, ++i) {
            m_layout.text += i == 0 ? u"\n"_s : u",\n"_s;
            ++m_line;
            m_layout.text += QString((indent + 1) * 2, u' ');
            const auto start = m_layout.text.size();
            if (json.is_object()) {
                addQuoted(m_layout.text, it.key());
                m_layout.text += u": "_s;
            }
            const auto length = m_layout.text.size() - start;
            write(*it, json.is_object() ? childPointer(pointer, toQString(it.key())) : childPointer(pointer, i),
                  indent + 1, (indent + 1) * 2 + length + 1);
        }
        ++m_line;
        m_layout.text += u'\n' + QString(indent * 2, u' ') + (json.is_object() ? u'}' : u']');
    }

    /// All places of a value that stands on one line are on that line.
    void mark(const Json &json, const QString &pointer)
    {
        if (!json.is_structured())
            return;
        std::size_t i = 0;
        for (auto it = json.begin(); it != json.end(); ++it, ++i) {
            const auto place = json.is_object() ? childPointer(pointer, toQString(it.key())) : childPointer(pointer, i);
            m_layout.lines.insert(place, m_line);
            mark(*it, place);
        }
    }

    const int m_width;
    int m_line = 0;
    Layout m_layout;
};

} // namespace

Layout layOut(const Json &json, int width)
{
    return Writer(width).run(json);
}

} // namespace xs::schema
