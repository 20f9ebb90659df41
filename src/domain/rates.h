// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QDate>

#include <vector>

namespace xs::domain {

/// What a hosted server charges, as data: resources/rates.json, or a file of the same form that the user keeps.
/// Prices are in credits and may be fractions. The figures of the built-in table are those of LlamaCloud's page
/// "Pricing"; bands, the parse tier of agentic_plus and the spreadsheet rule are known from a transcription of it.
struct Rates
{
    struct Extract
    {
        QString tier;
        double credits = 0;
        /// The parse tier that is used when none is chosen; empty when the tier parses by itself and nothing
        /// is charged for it.
        QString parse;
        /// Whether large schemas cost a multiple.
        bool hasBands = false;
    };
    struct Parse
    {
        QString tier;
        double credits = 0;
    };
    /// Schemas of up to so many fields cost this multiple. Ascending.
    struct Band
    {
        int fields = 0;
        double factor = 1;
    };

    /// First day of the month when only a month is given.
    QDate date;
    QString source;
    /// ISO 4217.
    QString currency;
    double pricePerCredit = 0;
    std::vector<Extract> extract;
    std::vector<Parse> parse;
    std::vector<Band> bands;
    /// A spreadsheet that is read cell by cell counts `spreadsheetPages` and one for each begun
    /// `cellsPerPage`, at `spreadsheetCredits` each.
    int spreadsheetPages = 10;
    int cellsPerPage = 1000;
    double spreadsheetCredits = 50;
    /// Text files count a page for each begun `tokensPerPage`; a token is about `charactersPerToken` long.
    int tokensPerPage = 600;
    double charactersPerToken = 4;

    const Extract *extractRate(QStringView tier) const;
    const Parse *parseRate(QStringView tier) const;
};

/// Reads the table. Error ConfigurationInvalid with the JSON pointer of what is wrong as its place.
Expected<Rates> ratesFromJson(const Json &json);

/// The table that comes with the program.
const Rates &builtInRates();
/// Its text, for a user who wants to change it.
QByteArray builtInRatesText();

/// The user's table, or the built-in one when there is no such file. Errors: those of reading JSON and of the table;
/// then the place is the file, with the pointer behind a '#'.
Expected<Rates> loadRates(const QString &path);

} // namespace xs::domain
