// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/wordvote.h"

#include <algorithm>
#include <map>

namespace xs::readers {

namespace {

/// Two readings of one word share at least this part of the width that both cover together.
constexpr double sameWidth = 0.6;
/// What the chosen text may be short of before another one takes its place.
constexpr double leastLead = 0.05;
constexpr std::size_t fewestToSpell = 3;

struct Ballot
{
    QString text;
    double confidence = 0;
};

bool isTwin(const Word &a, const Word &b)
{
    const auto shared = std::min(a.box.right(), b.box.right()) - std::max(a.box.left(), b.box.left());
    const auto both = std::max(a.box.right(), b.box.right()) - std::min(a.box.left(), b.box.left());
    return both > 0 && shared >= sameWidth * both;
}

/// A doubtful reading counts for much less than a sure one.
double weight(const Ballot &ballot)
{
    return ballot.confidence * ballot.confidence;
}

template <typename Key>
Key heaviest(const std::map<Key, double> &votes, const Key &standing)
{
    auto best = standing;
    const auto own = votes.find(standing);
    auto most = own == votes.end() ? 0.0 : own->second + leastLead;
    for (const auto &[key, sum] : votes)
        if (sum > most) {
            most = sum;
            best = key;
        }
    return best;
}

/// Each letter by vote, among the readings of the standing text's length.
QString spelled(const std::vector<Ballot> &ballots, const QString &standing)
{
    QString text;
    for (qsizetype i = 0; i < standing.size(); ++i) {
        std::map<QChar, double> votes;
        for (const auto &ballot : ballots)
            if (ballot.text.size() == standing.size())
                votes[ballot.text[i]] += weight(ballot);
        text += heaviest(votes, standing[i]);
    }
    return text;
}

void vote(Word &word, const std::vector<Ballot> &ballots)
{
    std::map<QString, double> votes;
    double all = 0, surest = 0;
    std::size_t ofOneLength = 0;
    for (const auto &ballot : ballots) {
        votes[ballot.text] += weight(ballot);
        all += weight(ballot);
    }
    auto text = heaviest(votes, word.text);
    for (const auto &ballot : ballots)
        ofOneLength += ballot.text.size() == text.size();
    // Nobody agrees with anybody about the word, but perhaps about its letters.
    if (votes.size() == ballots.size() && ofOneLength >= fewestToSpell)
        text = spelled(ballots, text);
    double agreeing = 0;
    for (const auto &ballot : ballots)
        if (ballot.text == text) {
            agreeing += weight(ballot);
            surest = std::max(surest, ballot.confidence);
        }
    word.text = text;
    word.confidence = all > 0 ? (surest + agreeing / all) / 2 : word.confidence;
}

} // namespace

std::vector<Word> votedLine(std::vector<Word> line, const std::vector<std::vector<Word>> &readings)
{
    for (auto &word : line) {
        std::vector<Ballot> ballots;
        for (const auto &reading : readings)
            for (const auto &other : reading)
                if (isTwin(word, other)) {
                    ballots.push_back({other.text, other.confidence});
                    break;
                }
        if (ballots.size() > 1)
            vote(word, ballots);
    }
    return line;
}

} // namespace xs::readers
