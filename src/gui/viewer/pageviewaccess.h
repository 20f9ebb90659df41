// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

#include <map>

namespace xs::gui::viewer {

class PageView;
struct Highlight;

/// What a box on a page says to people who do not see it: "vendor.name: Harrow Ltd, certain 0.93, page 1".
QString spokenBox(const Highlight &highlight);

/// A PageView for screen readers: besides its widgets, the boxes on the pages in view are its children, as buttons that
/// choose their value. Belongs to Qt's cache of such interfaces, which it leaves with its view.
class PageViewAccess final : public QAccessibleWidget
{
public:
    explicit PageViewAccess(PageView *view);
    ~PageViewAccess() override;
    /// Makes Qt use it for every PageView from now on.
    static void install();

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

private:
    PageView &view() const;
    void forget() const;

    /// Those that were asked for, by path and citation.
    mutable std::map<std::pair<QString, int>, QAccessible::Id> m_boxes;
};

} // namespace xs::gui::viewer
