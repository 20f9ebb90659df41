// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/layout.h"

#include "schema/pointer.h"

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

QString quoted(const std::string &text)
{
    return QString::fromUtf8(toBytes(Json(text)));
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
    /// The value on one line, or nothing where it would be longer than `room`.
    static std::optional<QString> onOneLine(const Json &json, qsizetype room)
    {
        if (!json.is_structured())
            return QString::fromUtf8(toBytes(json));
        if (json.empty())
            return json.is_object() ? u"{}"_s : u"[]"_s;
        QString text;
        for (auto it = json.begin(); it != json.end(); ++it) {
            text += text.isEmpty() ? u""_s : u", "_s;
            if (json.is_object())
                text += quoted(it.key()) + u": "_s;
            const auto value = onOneLine(*it, room - text.size());
            if (!value || text.size() + value->size() > room)
                return {};
            text += *value;
        }
        return json.is_object() ? u"{ %1 }"_s.arg(text) : u"[%1]"_s.arg(text);
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
        if (!isSpread(json, pointer)) {
            if (const auto line = onOneLine(json, m_width - before)) {
                mark(json, pointer);
                m_layout.text += *line;
                return;
            }
        }
        if (!json.is_structured()) {
            m_layout.text += QString::fromUtf8(toBytes(json));
            return;
        }
        m_layout.text += json.is_object() ? u'{' : u'[';
        std::size_t i = 0;
        for (auto it = json.begin(); it != json.end(); ++it, ++i) {
            m_layout.text += i == 0 ? u"\n"_s : u",\n"_s;
            ++m_line;
            m_layout.text += QString((indent + 1) * 2, u' ');
            const auto key = json.is_object() ? quoted(it.key()) + u": "_s : QString();
            m_layout.text += key;
            write(*it, json.is_object() ? childPointer(pointer, toQString(it.key())) : childPointer(pointer, i),
                  indent + 1, (indent + 1) * 2 + key.size() + 1);
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
