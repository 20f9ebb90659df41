// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data.h"

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

const Json &engineData(const char *name)
{
    static std::mutex mutex;
    static std::map<QString, Json> files;
    const std::scoped_lock lock(mutex);
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
