// The digest of what people say about the news: on screen and as a document.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET of /staff/digest, and /staff/digest/<from>/<to>.
Reply digest_page(const Call& call);

Reply post_digest_period(const Call& call);  // POST /staff/digest: goes to the address of the period
Reply get_digest_pdf(const Call& call);      // GET /staff/digest/:from/:to/pdf

}  // namespace hamandish::server
