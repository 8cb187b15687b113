// The text of a new draft from a file, for staff.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET /staff/drafts/import: the form, and what came out of the last file.
Reply draft_import_page(const Call& call);
// POST /staff/drafts/import
Reply post_draft_import(const Call& call);
// GET /staff/drafts/new/imported: the form of a new draft with that text.
Reply imported_draft_form(const Call& call);

}  // namespace hamandish::server
