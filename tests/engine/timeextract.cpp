// SPDX-License-Identifier: GPL-3.0-or-later
// xs_timeextract DOCUMENT SCHEMA ROUNDS: reads the document and extracts from it as often as asked for, and prints the
// processor seconds of each round: "reading extraction"; for scripts/bench.
#include "document/readpage.h"
#include "engine/extract.h"
#include "engine/savedwords.h"

#include <QCoreApplication>

#include <cstdio>
#include <ctime>

using namespace xs;

namespace {

double processorSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

bool measure(const QString &path, const engine::ExtractRequest &request, bool isPrinted)
{
    const auto start = processorSeconds();
    const auto source = document::openDocument(path);
    if (!source)
        return false;
    document::PageReader reader(**source);
    for (int page = 0; page < (*source)->pageCount(); ++page)
        (void)reader.read(page);
    const auto read = processorSeconds();
    // From the same words, so that only the extraction is measured.
    const tests::SavedWords words(tests::SavedWords::save(**source));
    const auto saved = processorSeconds();
    if (!engine::extract(words, request))
        return false;
    if (isPrinted)
        std::printf("%f %f\n", read - start, processorSeconds() - saved);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    auto schema = readJsonFile(arguments.value(2));
    if (!schema)
        return 1;
    engine::ExtractRequest request;
    request.dataSchema = *std::move(schema);
    // The first round loads what the others use again.
    for (int round = 0; round <= arguments.value(3).toInt(); ++round)
        if (!measure(arguments.value(1), request, round > 0))
            return 1;
    return 0;
}
