// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/dates.h"
#include "engine/text/numbers.h"
#include "engine/text/patterns.h"
#include "fuzz/fuzz.h"

using namespace xs;

namespace {

void requireWithin(const auto &found, const QString &text)
{
    for (const auto &one : found)
        fuzz::require(one.start >= 0 && one.length > 0 && one.start + one.length <= text.size(),
                      "what is found lies in the text");
}

} // namespace

/// The recognisers of numbers, dates and texts of a fixed form: a text.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = QString::fromUtf8(fuzz::bytes(data, qMin<std::size_t>(size, 2000)));
    for (const auto sign : {u'.', u','})
        requireWithin(engine::findNumbers(text, sign), text);
    (void)engine::decimalSignVotes(text);
    for (const auto &date : engine::findDates(text))
        fuzz::require(date.date.isValid(), "a date exists");
    requireWithin(engine::findDates(text), text);
    requireWithin(engine::findMonths(text), text);
    for (const auto find :
         {engine::findEmails, engine::findUrls, engine::findPhones, engine::findIbans, engine::findBics,
          engine::findVatIds, engine::findCurrencies, engine::findIdentifiers, engine::findTimes})
        requireWithin(find(text), text);
    return 0;
}
