// SPDX-License-Identifier: GPL-3.0-or-later
// What document/readers.cpp finds in the module.
#include "document/readers.h"
#include "readers/boxfinder.h"
#include "readers/rulefinder.h"
#include "readers/textrecogniser.h"
#include "readers/tiffpages.h"

namespace {

using namespace xs;

class ReadersOfModule final : public document::Readers
{
public:
    Expected<std::unique_ptr<document::PageSource>> openTiff(const QString &path) const override
    {
        return readers::TiffPages::open(path);
    }
    std::vector<document::DrawnBox> findDrawnBoxes(const QImage &picture, const domain::PageSize &page,
                                                   document::PictureOrigin origin) const override
    {
        return readers::findDrawnBoxes(picture, page, origin);
    }
    document::DrawnRules findDrawnRules(const QImage &picture, const domain::PageSize &page) const override
    {
        return readers::findDrawnRules(picture, page);
    }
    std::unique_ptr<document::PictureReader>
    makePictureReader(const document::RecognitionOptions &options) const override
    {
        return std::make_unique<readers::TextRecogniser>(options);
    }
};

} // namespace

extern "C" Q_DECL_EXPORT const document::Readers *extractStudioReaders(const char *version)
{
    static const ReadersOfModule module;
    return qstrcmp(version, XS_VERSION) == 0 ? &module : nullptr;
}
