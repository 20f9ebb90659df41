// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/formsource.h"
#include "document/pagesource.h"
#include "fuzz/fuzz.h"

#include <QGuiApplication>
#include <QTemporaryFile>

using namespace xs;

/// The readers of documents: a file. Text recognition is left out, as it would take all the time.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QGuiApplication application(argc, argv);
    QTemporaryFile file;
    if (!file.open() || file.write(fuzz::bytes(data, size)) != static_cast<qint64>(size) || !file.flush())
        return 0;
    const auto document = document::openDocument(file.fileName());
    fuzz::require(document || document.error().code != ErrorCode::Internal, "the module of PDF is there");
    if (!document)
        return 0;
    const auto count = (*document)->pageCount();
    fuzz::require(count > 0, "a document has a page");
    for (int page = 0; page < qMin(count, 3); ++page) {
        const auto pageSize = (*document)->pageSize(page);
        fuzz::require(pageSize.width() > 0 && pageSize.height() > 0, "a page has a size");
        (void)(*document)->words(page);
        if (const auto *forms = dynamic_cast<const document::FormSource *>(document->get())) {
            const auto fields = forms->formFields(page);
            fuzz::require(forms->filledFields(page).size() <= fields.size(), "a filled field is a field");
        }
    }
    return 0;
}
