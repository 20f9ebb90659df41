// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QFrame>

namespace xs::gui::shell {

/// The dashed area that says where documents can be dropped; the whole window takes them.
class DropZone final : public QFrame
{
    Q_OBJECT

public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The soft green strip that says where documents go.
class DestinationStrip final : public QFrame
{
    Q_OBJECT

public:
    using QFrame::QFrame;
    void setLocal(bool isLocal);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isLocal = true;
};

/// A row of two lines with an icon, as a button; a line above it.
class StartRow final : public QAbstractButton
{
    Q_OBJECT

public:
    StartRow(QStringView icon, const QString &title, const QString &note, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringView m_icon;
    QString m_note;
};

/// A button that looks like a link.
class LinkButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace xs::gui::shell
