// SPDX-License-Identifier: GPL-3.0-or-later
// What client/formsender.cpp finds in the module.
#include "upload/curlsender.h"

namespace {

using namespace xs;

class FormSendersOfModule final : public client::FormSenders
{
public:
    FormSendersOfModule() { curl_global_init(CURL_GLOBAL_DEFAULT); }
    std::unique_ptr<client::FormSender> make() const override { return std::make_unique<upload::CurlSender>(); }
};

} // namespace

extern "C" Q_DECL_EXPORT const client::FormSenders *extractStudioFormSenders(const char *version)
{
    static const FormSendersOfModule module;
    return qstrcmp(version, XS_VERSION) == 0 ? &module : nullptr;
}
