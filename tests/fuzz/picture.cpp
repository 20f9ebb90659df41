// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pagesource.h"
#include "document/readers.h"
#include "fuzz/fuzz.h"

#include <QGuiApplication>
#include <QTemporaryFile>

using namespace xs;

/// The readers of pictures and what looks for drawn boxes in them: a file. Print is not recognised, as it would take
/// all the time.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QGuiApplication application(argc, argv);
    const auto readers = document::readers();
    fuzz::require(bool(readers), "the module of readers is there");
    const auto bytes = fuzz::bytes(data, size);
    QTemporaryFile file;
    if (bytes.contains("%PDF-") || !file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return 0;
    const auto document = document::openDocument(file.fileName(), QStringLiteral("a.png"));
    if (!document)
        return 0;
    const auto count = (*document)->pageCount();
    fuzz::require(count > 0, "a document has a page");
    for (int page = 0; page < qMin(count, 3); ++page) {
        const auto pageSize = (*document)->pageSize(page);
        fuzz::require(pageSize.width() > 0 && pageSize.height() > 0, "a page has a size");
        const auto part = (*document)->render(page, 64, {0.25, 0.25, 0.5, 0.5});
        fuzz::require(part.isNull() || part.width() <= 33, "a part is as large as was asked for");
        const auto whole = (*document)->recognitionPicture(page, 64);
        if (!whole.isNull() && whole.width() <= 300 && whole.height() <= 300)
            for (const auto &box : (*readers)->findDrawnBoxes(whole, pageSize, document::PictureOrigin::Scanned))
                fuzz::require(!box.area.isEmpty(), "a box is somewhere");
    }
    return 0;
}
