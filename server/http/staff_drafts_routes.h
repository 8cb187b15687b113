// Draft regulations for staff: pages that the server makes whole, and their forms.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET of /staff/drafts and everything below it.
Reply staff_drafts_page(const Call& call);

Reply post_new_draft(const Call& call);        // POST /staff/drafts/new
Reply post_draft_edit(const Call& call);       // POST /staff/drafts/:id/edit/:version
Reply post_draft_step(const Call& call);       // POST /staff/drafts/:id/step/:step/:version
Reply post_comment_verdict(const Call& call);  // POST /staff/drafts/:id/comments/:room/:comment
Reply post_comment_answer(const Call& call);   // POST /staff/drafts/:id/answers/:answer

}  // namespace hamandish::server
