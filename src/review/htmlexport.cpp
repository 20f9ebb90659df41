// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/htmlexport.h"

#include "review/rows.h"
#include <QCoreApplication>
#include <QLocale>

#include <map>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

/// The words of the page; they are translated like those of the window.
class EvidencePage
{
    Q_DECLARE_TR_FUNCTIONS(EvidencePage)
};

// Light and dark follow the reader's system; levels differ in sign, line and word, never in colour alone.
constexpr auto style = R"(
:root { color-scheme: light dark; --text: #1d2733; --quiet: #5b6875; --line: #d5dbe1; --ground: #fff;
        --certain: #00735c; --check: #8a5a00; --low: #b84300; --unknown: #5b6875; --person: #1556a8; }
@media (prefers-color-scheme: dark) { :root { --text: #e6eaee; --quiet: #a3afba; --line: #3a444e; --ground: #1b2127;
        --certain: #3ec9a7; --check: #e2a63b; --low: #ff8a4d; --unknown: #a3afba; --person: #7db4ff; } }
body { font: 13px/1.45 system-ui, sans-serif; color: var(--text); background: var(--ground); margin: 24px auto;
       max-width: 1600px; padding: 0 16px; }
h1 { font-size: 20px; } h2 { font-size: 16px; margin: 32px 0 8px; }
.document { display: grid; grid-template-columns: minmax(580px, 1fr) minmax(320px, 1fr); gap: 24px; align-items: start; }
.document > div { position: sticky; top: 12px; max-height: calc(100vh - 24px); overflow: auto; }
@media (max-width: 960px) { .document { display: block; } }
@media (max-width: 960px), print { .document > div { position: static; max-height: none; } }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: 4px 12px 4px 0; vertical-align: top; overflow-wrap: anywhere; }
th { text-align: left; color: var(--quiet); font-weight: 600; white-space: nowrap; }
td { min-width: 8em; } td:nth-child(3) { white-space: nowrap; min-width: 0; } td:nth-child(4) { min-width: 6em; }
tr:hover td { background: color-mix(in srgb, var(--line) 30%, transparent); }
td a { color: inherit; } .quiet { color: var(--quiet); } .person { color: var(--person); }
.certain { color: var(--certain); } .check { color: var(--check); } .low { color: var(--low); }
.unknown { color: var(--unknown); }
.page { position: relative; margin: 0 0 16px; border: 1px solid var(--line); background: #fff; }
.page img { display: block; width: 100%; }
.box { position: absolute; border: 2px solid #00735c; border-radius: 3px; margin: -3px -5px; padding: 1px 3px; }
.box.check { border: 2px dashed #8a5a00; } .box.low { border: 3px dotted #b84300; }
.box.unknown { border: 2px dashed #5b6875; }
.box:target { outline: 3px solid #1556a8; outline-offset: 2px; }
)";

QString levelClass(domain::ConfidenceLevel level)
{
    switch (level) {
    case domain::ConfidenceLevel::Certain:
        return u"certain"_s;
    case domain::ConfidenceLevel::Check:
        return u"check"_s;
    case domain::ConfidenceLevel::Low:
        return u"low"_s;
    case domain::ConfidenceLevel::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString levelWord(domain::ConfidenceLevel level)
{
    switch (level) {
    case domain::ConfidenceLevel::Certain:
        return u"✓ "_s + EvidencePage::tr("certain");
    case domain::ConfidenceLevel::Check:
        return u"◐ "_s + EvidencePage::tr("check");
    case domain::ConfidenceLevel::Low:
        return u"! "_s + EvidencePage::tr("low");
    case domain::ConfidenceLevel::Unknown:
        break;
    }
    return u"? "_s + EvidencePage::tr("unknown");
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::None:
        return EvidencePage::tr("machine");
    case Verdict::Confirmed:
        return EvidencePage::tr("confirmed");
    case Verdict::Corrected:
        return EvidencePage::tr("corrected");
    case Verdict::Absent:
        return EvidencePage::tr("not in the document");
    case Verdict::Doubtful:
        return EvidencePage::tr("doubtful");
    case Verdict::Added:
        return EvidencePage::tr("added");
    case Verdict::Removed:
        return EvidencePage::tr("removed");
    case Verdict::Rejected:
        break;
    }
    return EvidencePage::tr("rejected");
}

QString percent(double fraction)
{
    return QString::number(fraction * 100, 'f', 3);
}

class DocumentPart
{
public:
    DocumentPart(const ReviewedDocument &document, std::size_t number, const PagePictures &pictures)
        : m_document(document), m_number(number), m_pictures(pictures)
    {
        const auto result = withAddedRows(m_document.result, m_document.decisions);
        domain::forEachValue(
            result, [this](const domain::ResultPath &path, const domain::ResultNode &node) { take(path, node); });
    }

    QString html()
    {
        return u"<h2>%1</h2>\n<div class=\"document\">\n<table>\n<tr><th>%2</th><th>%3</th><th>%4</th><th>%5</th>"
               "<th>%6</th></tr>\n%7</table>\n<div>%8</div>\n</div>\n"_s.arg(
                   m_document.name.toHtmlEscaped(), EvidencePage::tr("Field"), EvidencePage::tr("Value"),
                   EvidencePage::tr("Confidence"), EvidencePage::tr("State"), EvidencePage::tr("Evidence"), m_rows,
                   pagesHtml());
    }

private:
    void take(const domain::ResultPath &path, const domain::ResultNode &node)
    {
        if (isRemoved(m_document.decisions, path))
            return;
        const auto found = m_document.decisions.find(path);
        const auto decision = found != m_document.decisions.end() ? found->second : Decision();
        const auto counting = decided(node, decision);
        const auto score = node.evidence ? node.evidence->confidence : std::nullopt;
        const auto level = domain::confidenceLevel(score);
        const auto evidence = addBoxes(counting, level, domain::readablePath(path));
        const auto value = counting.value.is_null()
                               ? u"<span class=\"quiet\">%1</span>"_s.arg(EvidencePage::tr("no value"))
                               : displayText(counting.value).toHtmlEscaped();
        const bool silent = counting.value.is_null() && !score;
        const auto confidence =
            silent
                ? QString()
                : u"<span class=\"%1\">%2%3</span>"_s.arg(levelClass(level), levelWord(level),
                                                          score ? u' ' + QString::number(*score, 'f', 2) : QString());
        auto state = u"<span class=\"%1\">%2</span>"_s.arg(decision.verdict == Verdict::None ? u"quiet"_s : u"person"_s,
                                                           verdictWord(decision.verdict));
        if (isEdit(decision.verdict) && !node.value.is_null())
            state += u"<br><s class=\"quiet\">%1</s>"_s.arg(displayText(node.value).toHtmlEscaped());
        if (!decision.note.isEmpty())
            state += u"<br><span class=\"quiet\">%1</span>"_s.arg(decision.note.toHtmlEscaped());
        m_rows += u"<tr><td>%1</td><td>%2</td><td>%3</td><td>%4</td><td>%5</td></tr>\n"_s.arg(
            domain::readablePath(path).toHtmlEscaped(), value, confidence, state, evidence);
    }

    /// Collects the boxes of a value's citations and gives the links to them.
    QString addBoxes(const domain::ResultNode &value, domain::ConfidenceLevel level, const QString &field)
    {
        QStringList links;
        for (const auto &citation : value.evidence ? value.evidence->citations : std::vector<domain::Citation>()) {
            const auto text = citation.matchingText.simplified().left(200).toHtmlEscaped();
            if (citation.page < 1 || citation.boxes.empty()) {
                links << text;
                continue;
            }
            const auto id = u"d%1b%2"_s.arg(m_number).arg(++m_boxCount);
            m_kept.push_back(citation);
            m_boxes[citation.page].push_back({id, m_kept.size() - 1, level, field});
            links << u"<a href=\"#%1\">%2 %3</a> <span class=\"quiet\">%4</span>"_s.arg(id, EvidencePage::tr("page"))
                         .arg(citation.page)
                         .arg(text == displayText(value.value).toHtmlEscaped() ? QString() : text);
        }
        return links.join(u"<br>"_s);
    }

    QString pagesHtml()
    {
        QString html;
        for (const auto &[page, boxes] : m_boxes) {
            const auto picture = m_pictures(m_document, page);
            if (picture.bytes.isEmpty())
                continue;
            QString marks;
            for (const auto &box : boxes) {
                auto id = box.id;
                for (const auto &rect : domain::rectsOnPage(m_kept[box.index], picture.size)) {
                    const auto place = u"left:%1%;top:%2%;width:%3%;height:%4%"_s.arg(
                        percent(rect.x()), percent(rect.y()), percent(rect.width()), percent(rect.height()));
                    marks += u"<div class=\"box %1\"%2 title=\"%3\" style=\"%4\"></div>"_s.arg(
                        levelClass(box.level), id.isEmpty() ? QString() : u" id=\"%1\""_s.arg(id),
                        box.field.toHtmlEscaped(), place);
                    id.clear();
                }
            }
            html += u"<div class=\"page\"><img alt=\"%1\" src=\"data:%2;base64,%3\">%4</div>\n"_s.arg(
                EvidencePage::tr("Page %1").arg(page), picture.mimeType, QString::fromLatin1(picture.bytes.toBase64()),
                marks);
        }
        return html;
    }

    struct Box
    {
        QString id;
        std::size_t index;
        domain::ConfidenceLevel level;
        QString field;
    };

    const ReviewedDocument &m_document;
    std::size_t m_number;
    const PagePictures &m_pictures;
    QString m_rows;
    int m_boxCount = 0;
    std::vector<domain::Citation> m_kept;
    std::map<int, std::vector<Box>> m_boxes;
};

} // namespace

QByteArray evidencePage(const std::vector<ReviewedDocument> &documents, const PagePictures &pictures)
{
    QString body;
    for (std::size_t i = 0; i < documents.size(); ++i)
        body += DocumentPart(documents[i], i + 1, pictures).html();
    const auto title = documents.size() == 1
                           ? documents.front().name
                           : EvidencePage::tr("%n document(s)", nullptr, static_cast<int>(documents.size()));
    return u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src "
           "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<title>%2</title>\n<style>%3</style>\n</head>\n<body>\n<h1>%2</h1>\n%4</body>\n</html>\n"_s
               .arg(QLocale().bcp47Name(), title.toHtmlEscaped(), QString::fromUtf8(style), body)
               .toUtf8();
}

} // namespace xs::review
