// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/data.h"

#include <QFile>

#include <map>
#include <mutex>

using namespace Qt::StringLiterals;

// Resources of a static library are only linked in when something asks for them.
static void initializeEngineResources()
{
    Q_INIT_RESOURCE(engine);
}

namespace xs::engine {

namespace {

std::mutex mutex;

std::map<QString, Json> &readFiles()
{
    static std::map<QString, Json> files;
    return files;
}

} // namespace

void replaceEngineData(const char *name, const Json &data)
{
    const std::scoped_lock lock(mutex);
    readFiles().insert_or_assign(QString::fromLatin1(name), data);
}

const Json &engineData(const char *name)
{
    const std::scoped_lock lock(mutex);
    auto &files = readFiles();
    const auto key = QString::fromLatin1(name);
    const auto known = files.find(key);
    if (known != files.end())
        return known->second;
    initializeEngineResources();
    QFile file(u":/engine/%1.json"_s.arg(key));
    const auto opened = file.open(QIODevice::ReadOnly);
    return files[key] = opened ? parseJson(file.readAll()).value_or(Json::object()) : Json::object();
}

} // namespace xs::engine
