// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

namespace xs::gui::schemaeditor {

class SchemaDocument;

/// The line under the schema: whether it can be run, how many findings there are, how large it is; for a moment
/// also why something that was typed was not taken. Owned by SchemaPage.
class SchemaStatus final : public QWidget
{
    Q_OBJECT

public:
    explicit SchemaStatus(const SchemaDocument &document, QWidget *parent = nullptr);

    void refresh();
    /// Whether the JSON has a mistake, so that the fields are not what its text says.
    void setMistake(bool hasMistake);
    /// Shown until the next change or `refresh`.
    void showRefusal(const QString &sentence);

signals:
    void nextFindingWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    /// One part of the line: an icon, its colour, and words.
    struct Part
    {
        QStringView icon;
        QColor color;
        QString text;
    };
    std::vector<Part> parts() const;
    QString size() const;

    const SchemaDocument &m_document;
    QString m_refusal;
    bool m_hasMistake = false;
};

} // namespace xs::gui::schemaeditor
