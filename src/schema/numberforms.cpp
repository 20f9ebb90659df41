// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/numberforms.h"

#include "schema/pointer.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

/// Begins a text that stands for a number; a character for private use, which no program writes into a schema.
const std::string numberMark = "\xEE\x80\x80";

QString valueKey(const QString &name, double value)
{
    return name + u'\n' + QString::fromStdString(Json(value).dump());
}

/// Walks through a text and tells each number with a fraction or an exponent, and those too long for an integer.
class FormReader final : public nlohmann::json_sax<Json>
{
public:
    using Found =
        std::function<void(const QString &pointer, const QString &name, double value, const std::string &text)>;
    explicit FormReader(Found found) : m_found(std::move(found)) {}

    bool null() override { return next(); }
    bool boolean(bool) override { return next(); }
    bool number_integer(number_integer_t) override { return next(); }
    bool number_unsigned(number_unsigned_t) override { return next(); }
    bool number_float(number_float_t value, const string_t &text) override
    {
        m_found(pointer(), m_places.empty() ? QString() : m_places.back().name, value, text);
        return next();
    }
    bool string(string_t &) override { return next(); }
    bool binary(binary_t &) override { return next(); }
    bool start_object(std::size_t) override { return enter(false); }
    bool key(string_t &name) override
    {
        m_places.back().name = toQString(name);
        return true;
    }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return enter(true); }
    bool end_array() override { return leave(); }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }

private:
    struct Place
    {
        bool isArray = false;
        std::size_t index = 0;
        QString name = {};
    };

    bool enter(bool isArray)
    {
        m_places.push_back({isArray});
        return true;
    }
    bool leave()
    {
        m_places.pop_back();
        return next();
    }
    bool next()
    {
        if (!m_places.empty())
            ++m_places.back().index;
        return true;
    }
    QString pointer() const
    {
        QString all;
        for (const auto &place : m_places)
            all = place.isArray ? childPointer(all, place.index) : childPointer(all, place.name);
        return all;
    }

    Found m_found;
    std::vector<Place> m_places;
};

} // namespace

void NumberForms::learn(const QByteArray &text, const QString &part)
{
    if (!Json::accept(text.cbegin(), text.cend()))
        return;
    FormReader reader([&](const QString &pointer, const QString &name, double value, const std::string &form) {
        if (!isInside(pointer, part))
            return;
        m_ofPlaces.insert(pointer.mid(part.size()), {value, form});
        if (Json(value).dump() != form)
            m_ofValues.insert(valueKey(name, value), form);
    });
    Json::sax_parse(text.cbegin(), text.cend(), &reader);
}

void NumberForms::clear()
{
    m_ofPlaces.clear();
    m_ofValues.clear();
}

Json NumberForms::marked(const Json &json, const QString &part) const
{
    auto result = json;
    const Json::json_pointer place(toStd(part));
    if (!isEmpty() && result.contains(place))
        mark(result[place], {}, {});
    return result;
}

void NumberForms::mark(Json &json, const QString &pointer, const QString &name) const
{
    if (json.is_number_float()) {
        const auto value = json.get<double>();
        const auto form = m_ofPlaces.constFind(pointer);
        const auto isHere = form != m_ofPlaces.constEnd() && form->value == value;
        const auto text = isHere ? form->text : m_ofValues.value(valueKey(name, value));
        if (!text.empty())
            json = numberMark + text;
        return;
    }
    if (!json.is_structured())
        return;
    std::size_t i = 0;
    for (auto it = json.begin(); it != json.end(); ++it, ++i) {
        const auto own = json.is_object() ? toQString(it.key()) : QString();
        mark(*it, json.is_object() ? childPointer(pointer, own) : childPointer(pointer, i), own);
    }
}

QByteArray NumberForms::restored(const QByteArray &text)
{
    const auto begin = QByteArray("\"") + QByteArray::fromStdString(numberMark);
    QByteArray result;
    qsizetype at = 0;
    for (auto found = text.indexOf(begin); found >= 0; found = text.indexOf(begin, at)) {
        const auto end = text.indexOf('"', found + 1);
        result += text.mid(at, found - at) + text.mid(found + begin.size(), end - found - begin.size());
        at = end + 1;
    }
    return result + text.mid(at);
}

QString NumberForms::restored(const QString &text)
{
    return text.contains(QString::fromStdString(numberMark)) ? QString::fromUtf8(restored(text.toUtf8())) : text;
}

} // namespace xs::schema
