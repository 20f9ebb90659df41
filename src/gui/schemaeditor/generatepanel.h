// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace xs {
struct Error;
}
namespace xs::gui::common {
class BusyRing;
class MessageRow;
} // namespace xs::gui::common

namespace xs::gui::schemaeditor {

/// Asks what a schema is to be about, so that a server can write it: words, the open document, or both. It says where
/// the document goes. Owned by SchemaPage, above the table.
class GeneratePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit GeneratePanel(QWidget *parent = nullptr);

    /// The name of the document that can be used; empty for none. `destination` is the server as people call it.
    void setDocument(const QString &name, const QString &destination);
    /// Opens the panel with the cursor in it; with `lookAtDocument` the document is chosen already.
    void begin(bool lookAtDocument = false);
    void setBusy(bool busy);
    void tell(const Error &error);
    void finish();

signals:
    void wanted(const QString &prompt, bool withDocument);
    /// Closed, also while a server is at work.
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    QLineEdit *m_prompt;
    QCheckBox *m_withDocument;
    QPushButton *m_go;
    common::BusyRing *m_ring;
    QLabel *m_note;
    common::MessageRow *m_message;
    bool m_isBusy = false;
};

} // namespace xs::gui::schemaeditor
