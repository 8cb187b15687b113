// Draft regulations for the public: pages that the server makes whole, and their forms.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET /drafts, and /drafts/<rest> with rest = list/<room> (a whole list, in parts), <id>, <id>/comment/<clause> (the form is open there) or
// <id>/comments/<before> (older comments).
Reply drafts_page(const Call& call);
Reply draft_page(const Call& call, std::string_view rest);

// POST /drafts/:id/comment/:clause: with an idempotency key it sends the comment, without one it opens the form.
Reply post_comment(const Call& call);
// POST /drafts/track: what became of a comment, by its code.
Reply post_find_comment(const Call& call);
Reply get_draft_file(const Call& call);

// Open data (drafts_open_data.cpp): GET /api/v1/drafts?state=&after=&limit=, /api/v1/drafts/:id, its comments
// (?after=&limit=), and what became of them.
Reply get_drafts(const Call& call);
Reply get_draft(const Call& call);
Reply get_draft_comments(const Call& call);
Reply get_draft_dispositions(const Call& call);

}  // namespace hamandish::server
