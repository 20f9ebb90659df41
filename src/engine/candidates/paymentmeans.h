// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/workspace.h"

#include <vector>

namespace xs::engine {

/// Words that say how something was paid, or the last digits of a card's number.
struct PaymentWords
{
    Span span;
    QString value;
    /// How likely they are what a field asks for, as a label's similarity would be.
    double likelihood = 0;
};

/// What the words say of themselves to a field that asks for the brand of a card, for its last digits or for the
/// means of payment; nothing for other fields. The words are in resources/engine/payment.json.
std::vector<PaymentWords> findPaymentWords(const FieldSpec &field, const Workspace &workspace, const Span &tokens);

} // namespace xs::engine
