// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/xlsxexport.h"

#include "base/replacefile.h"

#include <QDate>
#include <QSet>

#include <xlsxwriter.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

/// Comments are drawings, which slow a spreadsheet down when there are very many.
constexpr int mostComments = 20'000;
/// Larger whole numbers would lose digits, since a spreadsheet keeps every number as a double.
constexpr double exactlyCounted = 9007199254740992.0;

/// A format for each level of confidence, each once as the machine's and once as a person's, each once as a date.
class Formats
{
public:
    explicit Formats(lxw_workbook *workbook) : m_workbook(workbook)
    {
        m_head = workbook_add_format(workbook);
        format_set_bold(m_head);
        format_set_bottom(m_head, LXW_BORDER_THIN);
    }

    lxw_format *head() const { return m_head; }

    lxw_format *of(const FlatCell &cell, bool isDate)
    {
        const bool byPerson = cell.verdict != Verdict::None;
        const auto level =
            static_cast<std::size_t>(cell.present && !byPerson ? cell.level : domain::ConfidenceLevel::Certain);
        auto *&format = m_formats[level * 4 + (byPerson ? 2 : 0) + (isDate ? 1 : 0)];
        if (format)
            return format;
        format = workbook_add_format(m_workbook);
        // Certain values keep the sheet's own white. The hues are those of the window.
        constexpr std::array<lxw_color_t, 4> grounds{0xffffff, 0xfff3d6, 0xfde3d8, 0xececec};
        if (grounds[level] != 0xffffff)
            format_set_bg_color(format, grounds[level]);
        if (byPerson)
            format_set_font_color(format, 0x1556a8);
        if (isDate)
            format_set_num_format(format, "yyyy-mm-dd");
        return format;
    }

private:
    lxw_workbook *m_workbook;
    lxw_format *m_head;
    std::array<lxw_format *, 16> m_formats{};
};

/// "line_items" as a sheet may be called: at most 31 characters, none of []:*?/\, once only.
QString sheetName(const QString &list, QSet<QString> &taken)
{
    auto name = list.isEmpty() ? u"Documents"_s : list;
    for (auto &letter : name)
        if (u"[]:*?/\\'"_s.contains(letter))
            letter = u'_';
    constexpr int longest = 31;
    auto unique = name.left(longest);
    for (int i = 2; taken.contains(unique.toLower()); ++i) {
        const auto suffix = u" %1"_s.arg(i);
        unique = name.left(longest - suffix.size()) + suffix;
    }
    taken.insert(unique.toLower());
    return unique;
}

QDate dateOf(const Json &value)
{
    // Earlier days are counted wrongly by spreadsheets, which believe in a 29 February 1900.
    const QDate first(1900, 3, 1);
    const auto text = toQString(value);
    const auto date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    return date >= first ? date : QDate();
}

QByteArray comment(const FlatCell &cell)
{
    QStringList lines;
    if (!cell.citation.isEmpty())
        lines << u"Page %1: “%2”"_s.arg(cell.page).arg(cell.citation.left(500));
    else if (cell.page > 0)
        lines << u"Page %1"_s.arg(cell.page);
    if (cell.score)
        lines << u"Confidence %1"_s.arg(*cell.score, 0, 'f', 2);
    if (cell.verdict != Verdict::None)
        lines << stateWord(cell.verdict);
    return lines.join(u'\n').toUtf8();
}

class Writer
{
public:
    Writer(lxw_workbook *workbook, const std::vector<ReviewedDocument> &documents)
        : m_workbook(workbook), m_formats(workbook), m_documents(documents)
    {
    }

    void write(const FlatTable &table)
    {
        m_sheet = workbook_add_worksheet(m_workbook, sheetName(table.name, m_names).toUtf8().constData());
        const bool withNumber = !table.rows.empty() && !table.rows.front().numbers.empty();
        const auto first = static_cast<lxw_col_t>(withNumber ? 2 : 1);
        writeText(0, 0, u"document"_s, m_formats.head());
        if (withNumber)
            writeText(0, 1, u"row"_s, m_formats.head());
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            writeText(0, static_cast<lxw_col_t>(first + i), table.columns[i], m_formats.head());
        lxw_row_t line = 0;
        for (const auto &row : table.rows) {
            ++line;
            writeText(line, 0, m_documents[row.document].name, nullptr);
            if (withNumber && !row.numbers.empty())
                writeNumber(line, 1, row);
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                writeCell(line, static_cast<lxw_col_t>(first + i), row.cells[i]);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        worksheet_autofilter(m_sheet, 0, 0, line, static_cast<lxw_col_t>(first + table.columns.size() - 1));
        worksheet_set_column(m_sheet, 0, static_cast<lxw_col_t>(first + table.columns.size()), 18, nullptr);
    }

private:
    void writeText(lxw_row_t row, lxw_col_t column, const QString &text, lxw_format *format)
    {
        // A cell takes 32,767 characters; what is longer is in the JSON.
        worksheet_write_string(m_sheet, row, column, text.left(32'767).toUtf8().constData(), format);
    }

    void writeNumber(lxw_row_t line, lxw_col_t column, const FlatRow &row)
    {
        if (row.numbers.size() == 1)
            worksheet_write_number(m_sheet, line, column, row.numbers.front(), nullptr);
        else
            writeText(line, column, rowNumber(row), nullptr);
    }

    void writeCell(lxw_row_t row, lxw_col_t column, const FlatCell &cell)
    {
        const auto date = cell.value.is_string() ? dateOf(cell.value) : QDate();
        auto *format = m_formats.of(cell, date.isValid());
        if (cell.value.is_null())
            worksheet_write_blank(m_sheet, row, column, format);
        else if (cell.value.is_boolean())
            worksheet_write_boolean(m_sheet, row, column, cell.value.get<bool>(), format);
        else if (cell.value.is_number() && std::abs(cell.value.get<double>()) <= exactlyCounted)
            worksheet_write_number(m_sheet, row, column, cell.value.get<double>(), format);
        else if (date.isValid())
            writeDate(row, column, date, format);
        else
            writeText(row, column, displayText(cell.value), format);
        const auto note = cell.present ? comment(cell) : QByteArray();
        if (!note.isEmpty() && m_comments++ < mostComments)
            worksheet_write_comment(m_sheet, row, column, note.constData());
    }

    void writeDate(lxw_row_t row, lxw_col_t column, const QDate &date, lxw_format *format)
    {
        lxw_datetime day{date.year(), date.month(), date.day(), 0, 0, 0.0};
        worksheet_write_datetime(m_sheet, row, column, &day, format);
    }

    lxw_workbook *m_workbook;
    lxw_worksheet *m_sheet = nullptr;
    Formats m_formats;
    const std::vector<ReviewedDocument> &m_documents;
    QSet<QString> m_names;
    int m_comments = 0;
};

} // namespace

Expected<void> writeXlsx(const QString &path, const std::vector<FlatTable> &tables,
                         const std::vector<ReviewedDocument> &documents)
{
    constexpr std::size_t mostRows = LXW_ROW_MAX - 1;
    for (const auto &table : tables)
        if (table.rows.size() > mostRows)
            return Unexpected(ErrorCode::InvalidArgument, u"more rows than a sheet takes"_s, path);
    return replaceFile(path, [&](const QString &temporary) -> Expected<void> {
        auto *workbook = workbook_new(temporary.toLocal8Bit().constData());
        if (!workbook)
            return Unexpected(ErrorCode::FileNotWritten, u"no memory"_s, path);
        Writer writer(workbook, documents);
        for (const auto &table : tables)
            writer.write(table);
        // Closing writes the file and frees everything.
        if (const auto error = workbook_close(workbook); error != LXW_NO_ERROR)
            return Unexpected(ErrorCode::FileNotWritten, QString::fromUtf8(lxw_strerror(error)), path);
        return {};
    });
}

} // namespace xs::review
