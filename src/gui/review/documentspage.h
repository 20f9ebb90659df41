// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/review/documentsmodel.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTableView;

namespace xs::gui::common {
class Chip;
class RoleLabel;
} // namespace xs::gui::common

namespace xs::gui::review {

/// Several documents as one table, or one field across all of them beside the spots on their pages. Enter opens the
/// cell in its document; across documents it confirms the value and goes on.
class DocumentsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentsPage(QWidget *parent = nullptr);

    DocumentsModel *model() const { return m_model; }
    QTableView *view() const { return m_view; }
    void setRows(const QStringList &columns, std::vector<DocumentRow> rows);
    /// Shows one field only, with its spots; −1 shows all fields.
    void setField(int column);
    int field() const { return m_field; }

signals:
    void openWanted(const QString &document, const QString &path);
    void confirmWanted(const QString &document, const QString &path);
    void closeWanted();

private:
    void activate(const QModelIndex &index);
    void refresh();
    void fitColumns();

    DocumentsModel *m_model;
    QTableView *m_view;
    QComboBox *m_fields;
    common::Chip *m_waiting;
    QLineEdit *m_search;
    common::RoleLabel *m_count;
    int m_field = -1;
};

} // namespace xs::gui::review
