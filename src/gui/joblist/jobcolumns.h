// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/columnsharing.h"

class QTreeView;

namespace xs::gui::joblist {

/// Shares the width of the job list among its columns so that none lies outside: all but document and note get what
/// their words need, those two share the rest. Ends as soon as a person sets a width. Owned by the table.
class JobColumns final : public common::ColumnSharing
{
    Q_OBJECT

public:
    explicit JobColumns(QTreeView &table);

    /// Order, sorting and, where a person has set them, widths, for the next start.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

private:
    void fit() override;

    QTreeView &m_table;
};

} // namespace xs::gui::joblist
