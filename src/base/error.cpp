// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace xs {

namespace {

// clang-format off
#define XS_NAME(code) std::pair{ErrorCode::code, QStringView(u"" #code)}
constexpr std::array names{
    XS_NAME(None), XS_NAME(FileMissing), XS_NAME(FileUnreadable), XS_NAME(FileEmpty), XS_NAME(FileTooLarge),
    XS_NAME(FileNotWritten), XS_NAME(UnsupportedFileType), XS_NAME(DocumentBroken), XS_NAME(DocumentProtected),
    XS_NAME(DocumentHasNoText), XS_NAME(DocumentTooLarge), XS_NAME(TooManyPages), XS_NAME(PageMissing), XS_NAME(InvalidJson),
    XS_NAME(SchemaNotObject), XS_NAME(SchemaInvalid), XS_NAME(ConfigurationInvalid), XS_NAME(NoNetwork),
    XS_NAME(HostNotFound), XS_NAME(ConnectionRefused), XS_NAME(ConnectionLost), XS_NAME(CertificateRefused),
    XS_NAME(TimedOut), XS_NAME(WrongKey), XS_NAME(Forbidden), XS_NAME(CreditsUsedUp), XS_NAME(NotFound),
    XS_NAME(Conflict), XS_NAME(RequestRefused), XS_NAME(RateLimited), XS_NAME(ServerFailed),
    XS_NAME(UnreadableAnswer), XS_NAME(ServiceMissing), XS_NAME(ServiceNotStarted), XS_NAME(ServiceStopped),
    XS_NAME(PortInUse), XS_NAME(KeyMissing), XS_NAME(KeyringUnavailable), XS_NAME(KeyringRefused),
    XS_NAME(StoreUnavailable), XS_NAME(StoreCorrupt), XS_NAME(StoreTooNew), XS_NAME(Cancelled),
    XS_NAME(InvalidArgument), XS_NAME(Internal),
};
#undef XS_NAME
// clang-format on
static_assert(names.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1, "every code has its name");

} // namespace

QString errorCodeName(ErrorCode code)
{
    const auto found = std::ranges::find(names, code, [](const auto &entry) { return entry.first; });
    return found->second.toString();
}

ErrorCode errorCodeFromName(QStringView name)
{
    const auto found = std::ranges::find_if(names, [name](const auto &entry) { return name == entry.second; });
    return found == names.end() ? ErrorCode::Internal : found->first;
}

} // namespace xs
