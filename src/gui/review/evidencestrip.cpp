// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/evidencestrip.h"

#include "gui/common/buttonlook.h"
#include "gui/common/confidencepainter.h"
#include "gui/common/cropview.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/icons.h"
#include "gui/common/shownvalue.h"
#include "gui/review/agreementwords.h"
#include "gui/review/peek.h"
#include "gui/review/resultmodel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

using common::ConfidencePainter;
using domain::ConfidenceLevel;

namespace {

constexpr domain::PageSize usualPage(595, 842);
/// So large that small print can be read, and so small that the label beside a value is mostly seen, too.
constexpr double cropPixelsPerPoint = 1.3;
constexpr qsizetype longestName = 200;
/// Of what is quoted beside the value itself.
constexpr qsizetype longestQuote = 160;

/// Icon and sentence; the colour is taken when it is painted, so that it follows the theme.
class SentenceIcon final : public QWidget
{
public:
    SentenceIcon(QStringView icon, ConfidenceLevel level, bool quiet, QWidget *parent)
        : QWidget(parent), m_icon(icon), m_level(level), m_quiet(quiet)
    {
        setFixedSize(14, 18);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto theme = common::Theme::of(palette());
        common::paintIcon(&painter, QRectF(0, 2, 14, 14), m_icon, m_quiet ? theme.text2 : theme.level(m_level).text);
    }

private:
    QStringView m_icon;
    ConfidenceLevel m_level;
    bool m_quiet;
};

QString bold(const QString &number)
{
    return u"<b>%1</b>"_s.arg(number);
}

QRectF united(const std::vector<domain::PageRect> &rects)
{
    QRectF all;
    for (const auto &rect : rects)
        all = all.united(rect);
    return all;
}

} // namespace

EvidenceStrip::EvidenceStrip(QWidget *parent)
    : QWidget(parent), m_name(new common::ElidedLabel(this, common::TextRole::Strong)),
      m_type(new common::RoleLabel({}, common::TextRole::Secondary, this)),
      m_citationLabel(new common::RoleLabel({}, common::TextRole::Secondary, this)),
      m_previous(common::makeIconButton(u"chevronleft", tr("Previous citation"), u"previousCitation"_s, this, u"["_s)),
      m_next(common::makeIconButton(u"chevronright", tr("Next citation"), u"nextCitation"_s, this, u"]"_s)),
      m_crop(new common::CropView(this))
{
    setObjectName(u"evidenceStrip"_s);
    m_name->setObjectName(u"evidenceName"_s);
    m_citationLabel->setObjectName(u"citationLabel"_s);
    m_crop->setObjectName(u"crop"_s);
    m_crop->setAccessibleName(tr("The spot on the page"));
    connect(m_previous, &QToolButton::clicked, this, [this] { emit citationWanted(m_citation - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit citationWanted(m_citation + 1); });

    auto *body = new QHBoxLayout;
    body->setSpacing(12);
    body->addWidget(m_crop, 0, Qt::AlignTop);
    auto *sentencePlace = new QVBoxLayout;
    m_sentences = new QVBoxLayout;
    m_sentences->setSpacing(2);
    sentencePlace->addLayout(m_sentences);
    sentencePlace->addStretch();
    body->addLayout(sentencePlace, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 5, 12, 12);
    layout->setSpacing(4);
    layout->addWidget(makeTitle());
    layout->addLayout(body);
    setMinimumHeight(128);
}

QWidget *EvidenceStrip::makeTitle()
{
    auto *title = new QWidget(this);
    auto *row = new QHBoxLayout(title);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_name);
    row->addWidget(m_type);
    row->addStretch(1);
    for (auto *button : {m_previous, m_next})
        common::setSmallButton(button);
    row->addWidget(m_previous);
    row->addWidget(m_citationLabel);
    row->addWidget(m_next);
    return title;
}

int EvidenceStrip::citationCount() const
{
    return m_node.evidence ? static_cast<int>(m_node.evidence->citations.size()) : 0;
}

void EvidenceStrip::showValue(const QString &name, const domain::ResultNode &node, const xs::review::ReviewValue &value,
                              const schema::Field *field, const domain::ConfidenceLimits &limits)
{
    m_node = node;
    m_value = value;
    m_decision = {};
    m_agreements.clear();
    m_limits = limits;
    m_name->setText(common::shownText(name, longestName));
    m_type->setText(field ? schema::typeWord(field->type, field->list) : QString());
    setCitation(0);
}

void EvidenceStrip::showAgreements(std::vector<xs::review::Agreement> agreements)
{
    m_agreements = std::move(agreements);
    showSentences();
}

void EvidenceStrip::showDecision(const xs::review::Decision &decision, const domain::ResultNode &engine)
{
    m_decision = decision;
    m_engineValue = engine.value;
    showSentences();
}

void EvidenceStrip::clear()
{
    m_node = {};
    m_decision = {};
    m_agreements.clear();
    m_value = {};
    m_name->clear();
    m_type->clear();
    setCitation(0);
}

void EvidenceStrip::setCitation(int citation)
{
    const auto count = citationCount();
    m_citation = std::clamp(citation, 0, std::max(0, count - 1));
    m_citationLabel->setText(count > 0 ? tr("citation %1 of %2").arg(m_citation + 1).arg(count) : QString());
    for (auto *button : {m_previous, m_next})
        button->setVisible(count > 0);
    m_previous->setEnabled(m_citation > 0);
    m_next->setEnabled(m_citation + 1 < count);
    showSentences();
    requestCrop();
}

void EvidenceStrip::addSentence(QStringView icon, ConfidenceLevel level, const QString &richText, bool quiet)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *label = new common::RoleLabel(richText, quiet ? common::TextRole::Secondary : common::TextRole::Body, row);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    layout->addWidget(new SentenceIcon(icon, level, quiet, row), 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    m_sentences->addWidget(row);
}

void EvidenceStrip::addScores(const domain::Evidence &evidence, const domain::ConfidenceLimits &limits)
{
    const auto add = [&](std::optional<double> score, const QString &sentence) {
        if (!score)
            return;
        const auto level = domain::confidenceLevel(score, limits);
        addSentence(common::levelIcon(level), level, sentence.arg(bold(ConfidencePainter::number(score))));
    };
    add(evidence.parsingConfidence, tr("Reading %1", "how well the text on the page could be read"));
    add(evidence.extractionConfidence, tr("Fit to the field %1", "how well the value fits the field of the schema"));
    if (!evidence.parsingConfidence && !evidence.extractionConfidence)
        add(evidence.confidence, tr("Confidence %1"));
}

void EvidenceStrip::addDecision()
{
    using xs::review::Verdict;
    if (m_decision.verdict == Verdict::None)
        return;
    const auto icon = verdictIcon(m_decision.verdict);
    if (xs::review::isEdit(m_decision.verdict))
        addSentence(icon, ConfidenceLevel::Unknown,
                    m_engineValue.is_null() ? tr("A person decided; the machine had found nothing.")
                                            : tr("A person decided; the machine said “%1”.")
                                                  .arg(common::shownText(m_engineValue, longestQuote).toHtmlEscaped()),
                    true);
    if (!m_decision.note.isEmpty())
        addSentence(icon, ConfidenceLevel::Unknown,
                    tr("Note: %1").arg(common::shownText(m_decision.note).toHtmlEscaped()), true);
}

void EvidenceStrip::addAgreements()
{
    for (const auto &agreement : m_agreements) {
        const auto level = agreement.broken ? ConfidenceLevel::Low : ConfidenceLevel::Certain;
        addSentence(agreement.broken ? u"warning" : u"check", level, agreementText(agreement).toHtmlEscaped());
    }
}

void EvidenceStrip::showSentences()
{
    while (auto *item = m_sentences->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_value.path.isEmpty())
        return;
    if (m_value.fault)
        addSentence(u"warning", ConfidenceLevel::Low, faultText(*m_value.fault).toHtmlEscaped());
    addDecision();
    if (m_node.evidence)
        addScores(*m_node.evidence, m_limits);
    addAgreements();
    if (!m_value.score && !m_value.isNull && !m_value.isReviewed())
        addSentence(u"unknown", ConfidenceLevel::Unknown, tr("No score was given for this value."));
    if (m_value.lacksEvidence())
        addSentence(u"noevidence", ConfidenceLevel::Low, tr("No place in the document was named for this value."));
    if (m_value.isNull && !m_value.fault && m_value.verdict != xs::review::Verdict::Rejected)
        addSentence(u"info", ConfidenceLevel::Unknown, tr("The document does not say it."), true);
    if (m_citation < citationCount()) {
        const auto &citation = m_node.evidence->citations[m_citation];
        if (!citation.matchingText.isEmpty() && citation.matchingText != displayText(m_node.value))
            addSentence(
                u"text", ConfidenceLevel::Unknown,
                tr("On the page: “%1”").arg(common::shownText(citation.matchingText, longestQuote).toHtmlEscaped()),
                true);
        if (isBeyondTheEnd(citation))
            addSentence(u"warning", ConfidenceLevel::Low,
                        tr("Page %1 was named for this value, and the document has only %n page(s).", nullptr,
                           static_cast<int>(m_pageSizes.size()))
                            .arg(citation.page));
        else if (located())
            addSentence(u"located", ConfidenceLevel::Unknown,
                        tr("Located here on page %1 by its text; the server named no place.").arg(located()->page + 1),
                        true);
        else if (citation.boxes.empty() && citation.page > 0)
            addSentence(u"info", ConfidenceLevel::Unknown, tr("Page %1, without a place on it.").arg(citation.page),
                        true);
    }
    if (m_node.evidence && !m_node.evidence->reasoning.isEmpty())
        addSentence(u"info", ConfidenceLevel::Unknown, common::shownText(m_node.evidence->reasoning).toHtmlEscaped(),
                    true);
}

void EvidenceStrip::setLocated(const QString &path, int citation, int page, const std::vector<domain::PageRect> &rects)
{
    m_located[{path, citation}] = {page, united(rects)};
    if (path != m_value.path || citation != m_citation)
        return;
    showSentences();
    requestCrop();
}

const EvidenceStrip::Located *EvidenceStrip::located() const
{
    const auto found = m_located.find({m_value.path, m_citation});
    return found == m_located.end() ? nullptr : &found->second;
}

bool EvidenceStrip::isBeyondTheEnd(const domain::Citation &citation) const
{
    return !m_pageSizes.empty() && citation.page > static_cast<int>(m_pageSizes.size());
}

std::optional<PagePlace> EvidenceStrip::place() const
{
    if (m_citation >= citationCount())
        return {};
    const auto &citation = m_node.evidence->citations[m_citation];
    const auto *found = located();
    const auto page = found ? found->page : citation.page - 1;
    if (page < 0 || (!found && isBeyondTheEnd(citation)))
        return {};
    const auto isKnown = page < static_cast<int>(m_pageSizes.size());
    const auto size = isKnown ? m_pageSizes[page] : citation.pageSize.value_or(usualPage);
    const auto area = found ? found->area : united(domain::rectsOnPage(citation, size));
    return area.isEmpty() ? std::nullopt : std::optional(PagePlace{page, area, size});
}

void EvidenceStrip::requestCrop()
{
    m_crop->setImage({});
    ++m_cropId;
    const auto proof = place();
    m_crop->setVisible(proof.has_value());
    if (!proof)
        return;
    const auto &[page, place, size] = *proof;
    // Wide boxes make the text smaller, so that the whole value is in the picture.
    const auto scale = std::min(cropPixelsPerPoint, m_crop->width() * 0.9 / (place.width() * size.width()));
    QRectF area(0, 0, m_crop->width() / (scale * size.width()), m_crop->height() / (scale * size.height()));
    // More of what stands before the value than behind it: that is where labels are.
    area.moveCenter(place.center());
    if (place.width() < area.width() * 0.6)
        area.moveRight(place.right() + area.width() * 0.12);
    area.moveLeft(std::clamp(area.left(), 0.0, std::max(0.0, 1 - area.width())));
    area.moveTop(std::clamp(area.top(), 0.0, std::max(0.0, 1 - area.height())));
    emit cropRequested(m_cropId, page, area, qRound(size.width() * scale * devicePixelRatioF()));
}

void EvidenceStrip::showCrop(int id, const QImage &crop)
{
    if (id == m_cropId)
        m_crop->setImage(crop);
}

} // namespace xs::gui::review
