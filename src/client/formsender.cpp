// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/formsender.h"

#include "base/module.h"

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

const Expected<const FormSenders *> &senders()
{
    static const auto loaded = loadModule<FormSenders>(u"upload"_s, "extractStudioFormSenders");
    return loaded;
}

} // namespace

void loadFormSenders()
{
    (void)senders();
}

Expected<std::unique_ptr<FormSender>> makeFormSender()
{
    if (!senders())
        return Unexpected(senders().error());
    return (*senders())->make();
}

} // namespace xs::client
