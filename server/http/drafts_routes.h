// Draft regulations for the public: pages that the server makes whole, and their forms.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET /drafts, and /drafts/<rest> with rest = <id>, <id>/comment/<clause> (the form is open there) or
// <id>/comments/<before> (older comments).
Reply drafts_page(const Call& call);
Reply draft_page(const Call& call, std::string_view rest);

// POST /drafts/:id/comment/:clause: with an idempotency key it sends the comment, without one it opens the form.
Reply post_comment(const Call& call);
// POST /drafts/track: what became of a comment, by its code.
Reply post_find_comment(const Call& call);
// GET /api/v1/drafts and /api/v1/drafts/:id: open data.
Reply get_draft_file(const Call& call);
Reply get_drafts(const Call& call);
Reply get_draft(const Call& call);

}  // namespace hamandish::server
