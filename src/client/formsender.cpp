// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/formsender.h"

#include "base/module.h"

using namespace Qt::StringLiterals;

namespace xs::client {

Expected<std::unique_ptr<FormSender>> makeFormSender()
{
    static const auto senders = loadModule<FormSenders>(u"upload"_s, "extractStudioFormSenders");
    if (!senders)
        return Unexpected(senders.error());
    return (*senders)->make();
}

} // namespace xs::client
