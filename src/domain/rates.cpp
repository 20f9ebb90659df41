// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rates.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

// Resources of a static library are only linked in when something asks for them.
static void initializeRates()
{
    Q_INIT_RESOURCE(rates);
}

namespace xs::domain {

namespace {

/// Reads members one after the other and remembers the first that is wrong.
class Reader
{
public:
    /// A number above 0, or from 0 on.
    double number(const Json &json, const char *key, const QString &pointer, bool mayBeZero = true)
    {
        const auto value = numberMember(json, key);
        if (value && *value >= (mayBeZero ? 0 : 1e-9) && *value <= 1e6)
            return *value;
        refuse(pointer + u'/' + QString::fromLatin1(key), u"must be a number from 0 to a million"_s);
        return 1;
    }

    void refuse(const QString &pointer, const QString &reason)
    {
        if (!m_error)
            m_error = Error{ErrorCode::ConfigurationInvalid, reason, pointer};
    }

    const std::optional<Error> &error() const { return m_error; }

private:
    std::optional<Error> m_error;
};

QDate readDate(const QString &text)
{
    const auto day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? day : QDate::fromString(text, u"yyyy-MM"_s);
}

void readTiers(const Json &json, Reader &reader, Rates &rates)
{
    const auto &parse = member(json, "parse");
    if (!parse.is_object())
        reader.refuse(u"/parse"_s, u"must be an object of tiers"_s);
    for (const auto &[tier, credits] : parse.items())
        rates.parse.push_back({toQString(tier), reader.number(parse, tier.c_str(), u"/parse"_s)});
    const auto &extract = member(json, "extract");
    if (!extract.is_object() || extract.empty())
        reader.refuse(u"/extract"_s, u"must be an object of tiers"_s);
    for (const auto &[tier, entry] : extract.items()) {
        const auto pointer = u"/extract/"_s + toQString(tier);
        Rates::Extract rate{toQString(tier), reader.number(entry, "credits", pointer),
                            stringMember(entry, "parse").value_or(QString()),
                            boolMember(entry, "bands").value_or(false)};
        if (!rate.parse.isEmpty() && !rates.parseRate(rate.parse))
            reader.refuse(pointer + u"/parse"_s, u"is no tier of /parse"_s);
        rates.extract.push_back(std::move(rate));
    }
}

void readBands(const Json &json, Reader &reader, Rates &rates)
{
    const auto &bands = member(json, "bands");
    for (std::size_t i = 0; bands.is_array() && i < bands.size(); ++i) {
        const auto pointer = u"/bands/%1"_s.arg(i);
        const auto fields = static_cast<int>(reader.number(bands[i], "fields", pointer, false));
        if (!rates.bands.empty() && fields <= rates.bands.back().fields)
            reader.refuse(pointer + u"/fields"_s, u"must be more than in the band before"_s);
        rates.bands.push_back({fields, reader.number(bands[i], "factor", pointer, false)});
    }
    if (rates.bands.empty())
        rates.bands.push_back({1'000'000, 1});
}

/// Rules for files that have no pages; a table without them gets the built-in ones.
void readPageless(const Json &json, Reader &reader, Rates &rates)
{
    if (const auto &sheet = member(json, "spreadsheet"); sheet.is_object()) {
        rates.spreadsheetPages = static_cast<int>(reader.number(sheet, "pages", u"/spreadsheet"_s));
        rates.cellsPerPage =
            std::max(1, static_cast<int>(reader.number(sheet, "cells_per_page", u"/spreadsheet"_s, false)));
        rates.spreadsheetCredits = reader.number(sheet, "credits", u"/spreadsheet"_s);
    }
    if (const auto &text = member(json, "text"); text.is_object()) {
        rates.tokensPerPage = std::max(1, static_cast<int>(reader.number(text, "tokens_per_page", u"/text"_s, false)));
        rates.charactersPerToken = reader.number(text, "characters_per_token", u"/text"_s, false);
    }
}

} // namespace

const Rates::Extract *Rates::extractRate(QStringView tier) const
{
    const auto found = std::ranges::find(extract, tier, &Extract::tier);
    return found == extract.end() ? nullptr : &*found;
}

const Rates::Parse *Rates::parseRate(QStringView tier) const
{
    const auto found = std::ranges::find(parse, tier, &Parse::tier);
    return found == parse.end() ? nullptr : &*found;
}

Expected<Rates> ratesFromJson(const Json &json)
{
    Reader reader;
    Rates rates;
    rates.date = readDate(stringMember(json, "date").value_or(QString()));
    if (!rates.date.isValid())
        reader.refuse(u"/date"_s, u"must be a date as 2026-09 or 2026-09-30"_s);
    rates.source = stringMember(json, "source").value_or(QString());
    rates.currency = stringMember(json, "currency").value_or(u"USD"_s);
    rates.pricePerCredit = reader.number(json, "price_of_1000_credits", {}) / 1000;
    readTiers(json, reader, rates);
    readBands(json, reader, rates);
    readPageless(json, reader, rates);
    if (reader.error())
        return Unexpected(*reader.error());
    return rates;
}

QByteArray builtInRatesText()
{
    initializeRates();
    QFile file(u":/rates.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const Rates &builtInRates()
{
    static const auto rates = [] {
        const auto json = parseJson(builtInRatesText());
        return json ? ratesFromJson(*json).value_or(Rates()) : Rates();
    }();
    return rates;
}

Expected<Rates> loadRates(const QString &path)
{
    if (path.isEmpty() || !QFile::exists(path))
        return builtInRates();
    const auto json = readJsonFile(path, 1024 * 1024);
    if (!json)
        return Unexpected(json.error());
    auto rates = ratesFromJson(*json);
    if (!rates)
        return Unexpected(rates.error().code, rates.error().detail, path + u'#' + rates.error().place);
    return rates;
}

} // namespace xs::domain
