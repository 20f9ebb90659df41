// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakenetwork.h"

namespace xs::test {

/// The saved configurations of a fake server.
class FakeConfigurations
{
public:
    FakeAnswer answer(const FakeRequest &request);

private:
    FakeAnswer save(const FakeRequest &request);
    FakeAnswer list(const FakeRequest &request) const;

    std::vector<Json> m_items;
    int m_last = 0;
};

} // namespace xs::test
