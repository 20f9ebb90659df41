// SPDX-License-Identifier: GPL-3.0-or-later
// What document/readers.cpp finds in the module.
#include "document/readers.h"
#include "pdf/pdfpages.h"

namespace {

using namespace xs;

class PdfReaderOfModule final : public document::PdfReader
{
public:
    Expected<std::unique_ptr<document::PageSource>> open(const QString &path) const override
    {
        return pdf::PdfPages::open(path);
    }
};

} // namespace

extern "C" Q_DECL_EXPORT const document::PdfReader *extractStudioPdf(const char *version)
{
    static const PdfReaderOfModule module;
    return qstrcmp(version, XS_VERSION) == 0 ? &module : nullptr;
}
