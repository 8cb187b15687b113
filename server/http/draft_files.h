// Drafts to take away: the disposition table as CSV and PDF, published comments as CSV, the feed of their steps.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET /drafts/:id/dispositions.csv and .pdf: of an issued draft, with what the public may read.
Reply get_dispositions_csv(const Call& call);
Reply get_dispositions_pdf(const Call& call);
// GET /drafts/:id/comments.csv: everything publishable.
Reply get_comments_csv(const Call& call);
// GET /drafts/feed.atom
Reply get_drafts_feed(const Call& call);
// GET /staff/drafts/:id/dispositions.csv and .pdf: as the table stands now, whole.
Reply get_staff_dispositions_csv(const Call& call);
Reply get_staff_dispositions_pdf(const Call& call);

}  // namespace hamandish::server
