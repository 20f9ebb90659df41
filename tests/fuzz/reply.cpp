// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "server/extractjson.h"
#include "server/migrations.h"
#include "server/parsejson.h"
#include "server/workerprocess.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

namespace {

const QStringList everything{u"text"_s,
                             u"markdown"_s,
                             u"items"_s,
                             u"metadata"_s,
                             u"forms"_s,
                             u"job_metadata"_s,
                             u"text_full"_s,
                             u"markdown_full"_s,
                             u"usage"_s,
                             u"extract_metadata"_s,
                             u"raw_words_content_metadata"_s,
                             u"items_content_metadata"_s,
                             u"images_content_metadata"_s};

struct FuzzedStore
{
    FuzzedStore()
    {
        auto opened = StoreThread::open(folder.filePath(u"store"_s), migrations());
        fuzz::require(bool(opened), "the store opens");
        store = *std::move(opened);
        jobs = std::make_unique<JobStore>(*store, clock);
    }

    StoredJob completed(JobKind kind, const Json &result)
    {
        StoredJob job;
        job.kind = kind;
        job.input = u"dfl-1"_s;
        job.request["configuration"] = {{"tier", "fast"}, {"output_options", {{"granular_bboxes", {"word"}}}}};
        const auto made = jobs->create(job);
        fuzz::require(made && jobs->takeNext() && jobs->complete(made->id, result).value_or(false),
                      "a result is stored");
        auto parts = extractParts() + parseParts(everything) + QStringList{u"words"_s, u"grounded_items"_s};
        parts.removeDuplicates();
        const auto found = jobs->find(kind, made->id, parts);
        fuzz::require(bool(found), "the job is there");
        return *found;
    }

    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<StoreThread> store;
    std::unique_ptr<JobStore> jobs;
};

} // namespace

/// What a worker says of a document that has taken it over: its reply, as a line. The service stores it and tells of
/// it.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static FuzzedStore fuzzed;
    const auto reply = documentResult(readReply(fuzz::bytes(data, size)));
    if (!reply)
        return 0;
    fuzz::require(reply->is_object(), "a result is an object");
    auto extracted = fuzzed.completed(JobKind::Extract, *reply);
    fuzz::require(bool(parseJson(toBytes(extractJobJson(extracted, u"prj"_s, everything)))), "a job is JSON");
    const auto parsed = fuzzed.completed(JobKind::Parse, *reply);
    const auto sizes = fuzzed.jobs->partSizes(JobKind::Parse, parsed.id);
    const Presigner presigner(fuzzed.clock, 1);
    fuzz::require(sizes && parseJson(toBytes(parseResultJson(parsed, u"prj"_s, everything, *sizes, {}, presigner))),
                  "a parse result is JSON");
    for (const auto &part : sizes->keys())
        (void)partDownload(parsed, part);
    (void)fuzzed.jobs->remove(JobKind::Extract, extracted.id);
    (void)fuzzed.jobs->remove(JobKind::Parse, parsed.id);
    return 0;
}
