// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/packreader.h"

#include "base/module.h"

using namespace Qt::StringLiterals;

namespace xs::readers {

const PackReaders *packReaders()
{
    static const auto loaded = loadModule<PackReaders>(u"packs"_s, "extractStudioPacks");
    return loaded ? *loaded : nullptr;
}

} // namespace xs::readers
