// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/costtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::wording {

namespace {

/// Gives the translations their context.
struct Costs
{
    Q_DECLARE_TR_FUNCTIONS(Costs)
};

QString numberText(double number)
{
    const auto isWhole = number == std::floor(number);
    return QLocale().toString(number, 'f', isWhole ? 0 : 2);
}

QString symbolOf(const QString &currency)
{
    if (currency == "USD"_L1)
        return u"$"_s;
    return currency == "EUR"_L1 ? u"€"_s : currency + QChar(QChar::Nbsp);
}

QString priceText(double price, const QString &currency)
{
    const auto digits = price > 0 && price < 0.01 ? 4 : 2;
    // Half a cent is written as a whole one, although 0.075 is a little less in binary.
    // The C locale writes the sign behind the number, as nobody does.
    const auto isPlain = QLocale().language() == QLocale::C;
    const auto locale = isPlain ? QLocale(QLocale::English, QLocale::UnitedStates) : QLocale();
    return locale.toCurrencyString(price + 1e-9, symbolOf(currency), digits);
}

} // namespace

QString amountText(const domain::Range &amount)
{
    return amount.isExact() ? numberText(amount.low) : u"%1–%2"_s.arg(numberText(amount.low), numberText(amount.high));
}

QString creditsText(const domain::Range &credits)
{
    if (credits == domain::Range{1, 1})
        return Costs::tr("1 credit");
    return Costs::tr("%1 credits").arg(amountText(credits));
}

QString moneyText(const domain::Range &credits, const domain::Rates &rates)
{
    const auto low = priceText(credits.low * rates.pricePerCredit, rates.currency);
    const auto high = priceText(credits.high * rates.pricePerCredit, rates.currency);
    return low == high ? low : u"%1–%2"_s.arg(low, high);
}

QString costText(const domain::CostEstimate &estimate, const domain::Rates &rates)
{
    const auto text = u"%1 ≈ %2"_s.arg(creditsText(estimate.credits()), moneyText(estimate.credits(), rates));
    return estimate.isAtLeast || estimate.unknownDocuments > 0 ? Costs::tr("at least %1").arg(text) : text;
}

} // namespace xs::wording
