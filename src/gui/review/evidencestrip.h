// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "review/agreement.h"
#include "review/attention.h"
#include "schema/field.h"

#include <QImage>
#include <QWidget>

#include <map>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace xs::gui::common {
class CropView;
class ElidedLabel;
} // namespace xs::gui::common

namespace xs::gui::review {

struct PagePlace;

/// What is known about the chosen value, below the tree: field and type, which citation, the spot on the page, and
/// every reason to trust or to doubt it as a sentence.
class EvidenceStrip : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceStrip(QWidget *parent = nullptr);

    /// `field` may be null where the schema does not know the value.
    void showValue(const QString &name, const domain::ResultNode &node, const xs::review::ReviewValue &value,
                   const schema::Field *field, const domain::ConfidenceLimits &limits);
    /// What other values say of the one that is shown, by arithmetic.
    void showAgreements(std::vector<xs::review::Agreement> agreements);
    /// What was decided about the value that is shown; `engine` is what the engine said.
    void showDecision(const xs::review::Decision &decision, const domain::ResultNode &engine);
    void clear();
    void setCitation(int citation);
    int citation() const { return m_citation; }
    int citationCount() const;
    /// The sizes of the document's pages, for citations that do not say how large their page was.
    void setPageSizes(std::vector<domain::PageSize> sizes) { m_pageSizes = std::move(sizes); }
    void showCrop(int id, const QImage &crop);
    /// A citation that names no place was found on this page (from 0) by its text.
    void setLocated(const QString &path, int citation, int page, const std::vector<domain::PageRect> &rects);
    /// Another result.
    void forgetLocated() { m_located.clear(); }
    /// Where the citation that is shown stands; none without a place.
    std::optional<PagePlace> place() const;

signals:
    void citationWanted(int citation);
    /// Asks for the picture of a part of a page (fractions; page from 0).
    void cropRequested(int id, int page, const QRectF &area, int width);

private:
    QWidget *makeTitle();
    void addDecision();
    void addAgreements();
    void addSentence(QStringView icon, domain::ConfidenceLevel level, const QString &richText, bool quiet = false);
    void addScores(const domain::Evidence &evidence, const domain::ConfidenceLimits &limits);
    void showSentences();
    void requestCrop();

    domain::ResultNode m_node;
    xs::review::ReviewValue m_value;
    xs::review::Decision m_decision;
    std::vector<xs::review::Agreement> m_agreements;
    Json m_engineValue;
    domain::ConfidenceLimits m_limits;
    std::vector<domain::PageSize> m_pageSizes;
    struct Located
    {
        int page;
        domain::PageRect area;
    };
    const Located *located() const;
    bool isBeyondTheEnd(const domain::Citation &citation) const;
    std::map<std::pair<QString, int>, Located> m_located;
    int m_citation = 0;
    int m_cropId = 0;
    common::ElidedLabel *m_name;
    QLabel *m_type;
    QLabel *m_citationLabel;
    QToolButton *m_previous;
    QToolButton *m_next;
    common::CropView *m_crop;
    QVBoxLayout *m_sentences;
};

} // namespace xs::gui::review
