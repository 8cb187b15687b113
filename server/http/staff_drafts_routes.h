// Draft regulations for staff: pages that the server makes whole, and their forms.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET of /staff/drafts and everything below it.
Reply staff_drafts_page(const Call& call);

Reply post_new_draft(const Call& call);         // POST /staff/drafts/new
Reply post_draft_edit(const Call& call);        // POST /staff/drafts/:id/edit/:version
Reply post_draft_step(const Call& call);        // POST /staff/drafts/:id/step/:step/:version
Reply post_draft_documents(const Call& call);   // POST /staff/drafts/:id/documents
Reply post_document_removal(const Call& call);  // POST /staff/drafts/:id/documents/:file/remove
Reply get_staff_draft_file(const Call& call);   // GET /staff/drafts/:id/files/:file

}  // namespace hamandish::server
