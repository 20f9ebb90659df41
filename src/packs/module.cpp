// SPDX-License-Identifier: GPL-3.0-or-later
// What readers/packreader.cpp finds in the module.
#include "packs/tesseractreader.h"

namespace {

using namespace xs;

class PackReadersOfModule final : public readers::PackReaders
{
public:
    QStringList installedLanguages() const override { return packs::TesseractReader::installedLanguages(); }
    std::unique_ptr<readers::PackReader> load(const QString &languages) const override
    {
        return packs::TesseractReader::load(languages);
    }
};

} // namespace

extern "C" Q_DECL_EXPORT const readers::PackReaders *extractStudioPacks(const char *version)
{
    static const PackReadersOfModule module;
    return qstrcmp(version, XS_VERSION) == 0 ? &module : nullptr;
}
