// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleinvoice.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>

#include <map>

using namespace Qt::StringLiterals;

namespace xs::tests {

namespace {

constexpr QSizeF pageSize(595, 842);

/// Draws on a page whose unit is the point and remembers where the words were put.
class Printer
{
public:
    explicit Printer(const QString &path) : m_writer(path)
    {
        m_writer.setResolution(72);
        m_writer.setPageSize(QPageSize(pageSize, QPageSize::Point, {}, QPageSize::ExactMatch));
        m_writer.setPageMargins(QMarginsF());
        m_painter.begin(&m_writer);
    }

    QPainter &painter() { return m_painter; }

    void nextPage()
    {
        m_writer.newPage();
        ++m_page;
    }

    /// Prints a text with its baseline at `y`; `x` is its left end, or its right end when `right`.
    void text(double x, double y, const QString &text, double size = 9, const QColor &color = 0x1C2128,
              bool strong = false, bool right = false, const QString &key = {})
    {
        QFont font(u"Noto Sans"_s);
        font.setPixelSize(qRound(size));
        font.setBold(strong);
        m_painter.setFont(font);
        m_painter.setPen(color);
        const QFontMetricsF metrics(font, &m_writer);
        const auto width = metrics.horizontalAdvance(text);
        const auto left = right ? x - width : x;
        m_painter.drawText(QPointF(left, y), text);
        if (!key.isEmpty())
            m_places[key] = {m_page, text, QRectF(left, y - metrics.capHeight() - 2, width, metrics.capHeight() + 4)};
    }

    void label(double x, double y, const QString &words) { text(x, y, words, 9, 0x565F6B); }

    domain::Citation citation(const QString &key) const
    {
        const auto &place = m_places.at(key);
        return {place.page, place.text, {place.box}, pageSize};
    }

    void line(double y, double width = 0.6)
    {
        m_painter.setPen(QPen(QColor(0xD0D5DB), width));
        m_painter.drawLine(QPointF(47, y), QPointF(548, y));
    }

private:
    struct Place
    {
        int page;
        QString text;
        QRectF box;
    };

    QPdfWriter m_writer;
    QPainter m_painter;
    int m_page = 1;
    std::map<QString, Place> m_places;
};

void printHead(Printer &p)
{
    p.painter().setPen(QPen(QColor(0x2A4555), 2));
    p.painter().drawEllipse(QPointF(66, 59), 18, 18);
    p.painter().setBrush(QColor(0x2A4555));
    p.painter().drawEllipse(QPointF(66, 59), 5, 15);
    p.painter().setBrush(Qt::NoBrush);
    p.text(97, 62, u"Larkmoor Optics Ltd"_s, 18, 0x2A4555, true, false, u"vendor.name"_s);
    p.text(97, 76, u"precision lenses and mounts"_s, 8, 0x67707C);
    p.text(548, 66, u"INVOICE"_s, 26, 0x2A4555, false, true);
    p.text(47, 112, u"14 Kiln Lane, Eastmere EM4 2QL"_s, 8, 0x67707C);
    p.text(47, 127, u"VAT ID"_s, 9, 0x67707C);
    p.text(88, 127, u"XV 204 881 376"_s, 9, 0x1C2128, false, false, u"vendor.vat_id"_s);
    p.label(47, 172, u"Bill to"_s);
    p.text(47, 196, u"Tessaly Field Station"_s, 10, 0x1C2128, true, false, u"customer.name"_s);
    p.text(47, 215, u"2 Harbour Row"_s);
    p.text(47, 232, u"Tessaly TS1 9AB"_s);
}

void printReferences(Printer &p)
{
    const std::tuple<QString, QString, QString> rows[] = {
        {u"Invoice no."_s, u"LM-2026-0417"_s, u"invoice_number"_s},
        {u"Invoice date"_s, u"14/03/2026"_s, u"invoice_date"_s},
        {u"Due date"_s, u"13/04/2026"_s, u"due_date"_s},
        {u"Your order"_s, u"TFS-8812"_s, u"purchase_order"_s},
    };
    double y = 172;
    for (const auto &[label, value, key] : rows) {
        p.label(246, y, label);
        p.text(347, y, value, 9, 0x1C2128, false, false, key);
        y += 28;
    }
    auto &painter = p.painter();
    painter.save();
    painter.translate(420, 232);
    painter.rotate(-8);
    painter.setPen(QPen(QColor(130, 120, 190, 150), 1.5));
    painter.drawRoundedRect(QRectF(-62, -20, 124, 38), 3, 3);
    p.text(-38, -4, u"RECEIVED"_s, 12, QColor(130, 120, 190, 150), true);
    p.text(-46, 13, u"17 MAR 2026"_s, 12, QColor(130, 120, 190, 150), true);
    painter.restore();
}

void printItems(Printer &p)
{
    p.painter().fillRect(QRectF(47, 309, 501, 26), QColor(0xEEF0F3));
    const auto header = [&](double x, const QString &text, bool right) {
        p.text(x, 325, text, 8, 0x3B434D, true, right);
    };
    header(56, u"Item"_s, false);
    header(118, u"Description"_s, false);
    header(378, u"Qty"_s, true);
    header(458, u"Unit price"_s, true);
    header(540, u"Amount"_s, true);
    const QString cells[3][6] = {
        {u"LX-204"_s, u"Lens set 50 mm"_s, u"4"_s, u"189.50"_s, u"758.00"_s,
         u"matched pair, coated, serials 5510 to 5513"_s},
        {u"FM-031"_s, u"Filter mount, brass"_s, u"12"_s, u"24.80"_s, u"297.60"_s,
         u"thread 37 mm, with retaining ring"_s},
        {u"SV-110"_s, u"Calibration service"_s, u"2.5"_s, u"96.00"_s, u"240.00"_s, u"on site, hours"_s},
    };
    for (int row = 0; row < 3; ++row) {
        const auto y = 360 + row * 56.0;
        const auto key = u"line_items.%1."_s.arg(row);
        p.label(56, y, cells[row][0]);
        p.text(118, y, cells[row][1], 9, 0x1C2128, false, false, key + u"description"_s);
        p.text(378, y, cells[row][2], 9, 0x1C2128, false, true, key + u"quantity"_s);
        p.text(458, y, cells[row][3], 9, 0x1C2128, false, true, key + u"unit_price"_s);
        p.text(540, y, cells[row][4], 9, 0x1C2128, false, true, key + u"amount"_s);
        p.text(118, y + 18, cells[row][5], 8, 0x67707C);
        p.line(y + 34);
    }
}

void printTotals(Printer &p)
{
    p.label(309, 534, u"Subtotal"_s);
    p.text(540, 534, u"1,295.60"_s, 9, 0x1C2128, false, true, u"subtotal"_s);
    p.label(309, 562, u"VAT 20 %"_s);
    p.text(540, 562, u"259.12"_s, 9, 0x1C2128, false, true, u"tax"_s);
    p.text(309, 601, u"Total due"_s, 11, 0x1C2128, true);
    p.text(540, 601, u"1,554.72"_s, 11, 0x1C2128, true, true, u"total"_s);
    p.label(47, 656, u"Payment terms"_s);
    p.text(158, 656, u"Net 30 days"_s, 9, 0x1C2128, false, false, u"payment_terms"_s);
    p.label(47, 680, u"Account"_s);
    p.text(158, 680, u"0044 7190 2355, Eastmere Mutual"_s);
    p.line(798);
    p.text(47, 814, u"Larkmoor Optics Ltd, registered in Eastmere no. 118 204"_s, 7, 0x67707C);
    p.text(548, 814, u"Page 1 of 2"_s, 7, 0x67707C, false, true);
}

void printDeliveryNote(Printer &p)
{
    p.nextPage();
    p.text(47, 80, u"Delivery note"_s, 18, 0x2A4555, true);
    p.label(47, 120, u"Delivered on 12 March 2026 to Tessaly Field Station, total of the invoice"_s);
    p.text(548, 120, u"1,554.72"_s, 9, 0x1C2128, false, true, u"total.again"_s);
    p.text(548, 814, u"Page 2 of 2"_s, 7, 0x67707C, false, true);
}

domain::ResultNode value(const QString &name, Json json, std::optional<double> score,
                         std::vector<domain::Citation> citations, std::optional<double> parsing = {},
                         std::optional<double> extraction = {})
{
    domain::ResultNode node;
    node.name = name;
    node.value = std::move(json);
    node.evidence = domain::Evidence{std::move(citations), score, extraction, parsing, {}};
    return node;
}

domain::ResultNode group(const QString &name, domain::ResultNode::Kind kind, std::vector<domain::ResultNode> children)
{
    domain::ResultNode node;
    node.kind = kind;
    node.name = name;
    node.children = std::move(children);
    return node;
}

domain::ResultNode makeResult(const Printer &p)
{
    using Kind = domain::ResultNode::Kind;
    const auto cite = [&](const QString &key) { return std::vector{p.citation(key)}; };
    const auto item = [&](int row, const char *description, Json quantity, double price, double amount,
                          const std::array<double, 4> &scores) {
        const auto key = u"line_items.%1."_s.arg(row);
        return group({}, Kind::Object,
                     {value(u"description"_s, description, scores[0], cite(key + u"description"_s)),
                      value(u"quantity"_s, std::move(quantity), scores[1], cite(key + u"quantity"_s)),
                      value(u"unit_price"_s, price, scores[2], cite(key + u"unit_price"_s)),
                      value(u"amount"_s, amount, scores[3], cite(key + u"amount"_s))});
    };
    return group({}, Kind::Object,
                 {group(u"vendor"_s, Kind::Object,
                        {value(u"name"_s, "Larkmoor Optics Ltd", 0.99, cite(u"vendor.name"_s), 1.0, 0.99),
                         value(u"vat_id"_s, "XV 204 881 376", {}, cite(u"vendor.vat_id"_s))}),
                  group(u"customer"_s, Kind::Object,
                        {value(u"name"_s, "Tessaly Field Station", 0.69, cite(u"customer.name"_s), 0.98, 0.69)}),
                  value(u"invoice_number"_s, "LM-2026-0417", 0.99, cite(u"invoice_number"_s), 1.0, 0.99),
                  value(u"invoice_date"_s, "2026-03-14", 0.98, cite(u"invoice_date"_s), 1.0, 0.98),
                  value(u"due_date"_s, "2026-04-13", 0.46, cite(u"due_date"_s), 0.46, 0.93),
                  value(u"purchase_order"_s, "TFS-8812", 0.78, cite(u"purchase_order"_s), 0.81, 0.92),
                  value(u"payment_terms"_s, "Net 30 days", 0.93, cite(u"payment_terms"_s), 1.0, 0.93),
                  value(u"currency"_s, "EUR", 0.31, {}, {}, 0.31),
                  group(u"line_items"_s, Kind::List,
                        {item(0, "Lens set 50 mm", 4, 189.5, 758.0, {0.99, 0.98, 0.97, 0.98}),
                         item(1, "Filter mount, brass", 12, 24.8, 297.6, {0.99, 0.98, 0.74, 0.96}),
                         item(2, "Calibration service", 2.5, 96.0, 240.0, {0.98, 0.41, 0.97, 0.98})}),
                  value(u"subtotal"_s, 1295.6, 0.97, cite(u"subtotal"_s), 1.0, 0.97),
                  value(u"tax"_s, 259.12, 0.96, cite(u"tax"_s), 1.0, 0.96),
                  value(u"total"_s, 1554.72, 0.99, {p.citation(u"total"_s), p.citation(u"total.again"_s)}, 1.0, 0.99),
                  value(u"delivery_date"_s, nullptr, {}, {})});
}

schema::Field field(const QString &name, schema::FieldType type, schema::Presence presence = schema::Presence::Required)
{
    schema::Field field;
    field.name = name;
    field.type = type;
    field.presence = presence;
    return field;
}

schema::Field makeSchema()
{
    using schema::FieldType;
    auto vendor = field(u"vendor"_s, FieldType::Object);
    vendor.children = {field(u"name"_s, FieldType::String), field(u"vat_id"_s, FieldType::String)};
    auto customer = field(u"customer"_s, FieldType::Object);
    customer.children = {field(u"name"_s, FieldType::String)};
    auto items = field(u"line_items"_s, FieldType::Object);
    items.list = true;
    items.children = {field(u"description"_s, FieldType::String), field(u"quantity"_s, FieldType::Number),
                      field(u"unit_price"_s, FieldType::Number), field(u"amount"_s, FieldType::Number)};
    auto currency = field(u"currency"_s, FieldType::String);
    currency.enumValues = {u"EUR"_s, u"GBP"_s, u"USD"_s};
    auto root = field({}, FieldType::Object);
    root.children = {vendor,
                     customer,
                     field(u"invoice_number"_s, FieldType::String),
                     field(u"invoice_date"_s, FieldType::String),
                     field(u"due_date"_s, FieldType::String),
                     field(u"purchase_order"_s, FieldType::String),
                     field(u"payment_terms"_s, FieldType::String),
                     currency,
                     items,
                     field(u"subtotal"_s, FieldType::Number),
                     field(u"tax"_s, FieldType::Number),
                     field(u"total"_s, FieldType::Number),
                     field(u"delivery_date"_s, FieldType::String, schema::Presence::Nullable)};
    return root;
}

} // namespace

SampleInvoice makeSampleInvoice(const QString &path)
{
    Printer printer(path);
    printHead(printer);
    printReferences(printer);
    printItems(printer);
    printTotals(printer);
    printDeliveryNote(printer);
    return {makeResult(printer), makeSchema()};
}

} // namespace xs::tests
