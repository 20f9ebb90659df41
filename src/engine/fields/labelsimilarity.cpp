// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/fieldspec.h"

#include <algorithm>

namespace xs::engine {

LabelVariant::LabelVariant(Bag words, double worth, const Lexicon &lexicon)
    : bag(std::move(words)), weight(worth), signature(signatureOf(bag)), harmless(lexicon.harmlessBeside(bag))
{
    for (const auto &meaning : bag)
        sum += meaning.weight();
    for (const auto sense : harmless)
        harmlessSignature |= signatureOf(sense);
}

namespace {

/// The weight of those meanings of a bag that the other has, too.
double sharedWeight(BagView bag, BagView other, quint64 signatureOfOther)
{
    double shared = 0;
    for (const auto &meaning : bag)
        if ((meaning.signature() & signatureOfOther) != 0 && isIn(meaning, other))
            shared += meaning.weight();
    return shared;
}

/// The share of the label's weight that the variant says; what is harmless beside it may be left out at a small cost.
double shareMeant(const LabelVariant &variant, BagView label)
{
    double shared = 0, all = 0, core = 0;
    int lost = 0;
    for (const auto &meaning : label) {
        const auto isShared = (meaning.signature() & variant.signature) != 0 && isIn(meaning, variant.bag);
        const auto isHarmless =
            !isShared && (meaning.signature() & variant.harmlessSignature) != 0 &&
            std::ranges::any_of(variant.harmless, [&meaning](quint64 sense) { return meaning.hasSense(sense); });
        all += meaning.weight();
        shared += isShared ? meaning.weight() : 0;
        core += isHarmless ? 0 : meaning.weight();
        lost += isHarmless;
    }
    const auto whole = all > 0 ? shared / all : 0;
    return lost == 0 || label.size() < 2 ? whole : std::max(whole, (core > 0 ? shared / core : 0) - 0.03 * lost);
}

/// More than rounding can move a similarity.
constexpr double rounding = 1e-9;

/// What no similarity of a field and a label can exceed: long labels of which the field says little are seen at once.
double mostSimilarity(const FieldSpec &spec, BagView label)
{
    double perhapsShared = 0, notShared = 0;
    for (const auto &meaning : label) {
        if ((meaning.signature() & spec.signature) != 0)
            perhapsShared += meaning.weight();
        else if ((meaning.signature() & spec.harmlessSignature) == 0)
            notShared += meaning.weight();
    }
    const auto all = perhapsShared + notShared;
    return all > 0 ? Agreement{1, perhapsShared / all}.both() + rounding : 0;
}

} // namespace

double labelSimilarity(const FieldSpec &spec, BagView label, double least)
{
    const auto signature = signatureOf(label);
    if ((spec.signature & signature) == 0 || mostSimilarity(spec, label) < least)
        return 0;
    double best = 0;
    for (const auto &variant : spec.labels) {
        // Most variants say nothing of the label. No share of the label makes up for what is not said.
        if ((variant.signature & signature) == 0)
            continue;
        const auto said = variant.sum > 0 ? sharedWeight(variant.bag, label, signature) / variant.sum : 0;
        if (said <= 0)
            continue;
        // Even a label that means nothing else would not fit better.
        if (variant.weight * Agreement{said, 1}.both() + rounding < std::max(best, least))
            continue;
        best = std::max(best, variant.weight * Agreement{said, shareMeant(variant, label)}.both());
    }
    if (best <= 0)
        return 0;
    double shared = 0, all = 0;
    for (const auto &meaning : label) {
        all += meaning.weight();
        shared += isIn(meaning, spec.all) ? meaning.weight() : 0;
    }
    return std::min(1.0, best * (0.85 + 0.15 * (all > 0 ? shared / all : 0)));
}

} // namespace xs::engine
