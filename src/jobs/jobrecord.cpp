// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobrecord.h"

#include "api/jobjson.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace xs::jobs {

namespace {

constexpr std::array names{
    std::pair{Phase::Queued, QStringView(u"Queued")},       std::pair{Phase::Uploading, QStringView(u"Uploading")},
    std::pair{Phase::Creating, QStringView(u"Creating")},   std::pair{Phase::Waiting, QStringView(u"Waiting")},
    std::pair{Phase::Completed, QStringView(u"Completed")}, std::pair{Phase::Failed, QStringView(u"Failed")},
    std::pair{Phase::Cancelled, QStringView(u"Cancelled")},
};

using enum Phase;

constexpr std::array transitions{
    // the usual way
    std::pair{Queued, Uploading},
    std::pair{Uploading, Creating},
    std::pair{Creating, Waiting},
    std::pair{Waiting, Completed},
    // the document was uploaded by an earlier run
    std::pair{Queued, Creating},
    // the end of it
    std::pair{Queued, Failed},
    std::pair{Uploading, Failed},
    std::pair{Creating, Failed},
    std::pair{Waiting, Failed},
    std::pair{Queued, Cancelled},
    std::pair{Uploading, Cancelled},
    std::pair{Creating, Cancelled},
    std::pair{Waiting, Cancelled},
    // a retry: from the start, or on with what the server still has
    std::pair{Failed, Queued},
    std::pair{Failed, Waiting},
    std::pair{Failed, Creating},
    std::pair{Cancelled, Queued},
    std::pair{Cancelled, Creating},
    // the server has lost the upload of an earlier job that this one was to share
    std::pair{Creating, Queued},
};

} // namespace

QString phaseName(Phase phase)
{
    return std::ranges::find(names, phase, [](const auto &entry) { return entry.first; })->second.toString();
}

std::optional<Phase> phaseFromName(QStringView name)
{
    const auto found = std::ranges::find_if(names, [name](const auto &entry) { return entry.second == name; });
    return found == names.end() ? std::optional<Phase>() : found->first;
}

bool mayFollow(Phase from, Phase to)
{
    return std::ranges::find(transitions, std::pair{from, to}) != transitions.end();
}

domain::JobStatus JobRecord::status() const
{
    return remoteStatus.isEmpty() ? domain::JobStatus::Pending : api::statusFromWord(remoteStatus);
}

} // namespace xs::jobs
