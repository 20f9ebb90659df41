// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/samples.h"
#include "schema/templates.h"

#include <QWidget>

#include <memory>

class QVBoxLayout;

namespace Ui {
class StartPage;
}

namespace xs::gui::shell {

/// What the window shows while there is nothing in it: where to drop documents, a sample to try, recent
/// configurations. Owned by the window.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(std::vector<Sample> samples, QWidget *parent = nullptr);
    ~StartPage() override;

    void setRecent(const QStringList &paths);
    /// Whether documents stay on this computer; else where they go.
    void setDestination(bool isLocal, const QString &name);

signals:
    void templateWanted(const xs::schema::Template &chosen);
    void sampleWanted(const QString &name);
    void openDocumentsWanted();
    void openConfigurationWanted();
    void configurationWanted(const QString &path);
    void connectionsWanted();

private:
    void setupViews();
    void addTemplates();
    void addRow(QVBoxLayout &list, const QString &objectName, QStringView icon, const QString &title,
                const QString &note, std::function<void()> action);

    std::unique_ptr<Ui::StartPage> m_ui;
    std::vector<Sample> m_samples;
};

} // namespace xs::gui::shell
