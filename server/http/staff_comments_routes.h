// Comments on news for public relations: pages that the server makes whole, and their forms.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET of /staff/comments and everything below it.
Reply staff_comments_page(const Call& call);

Reply post_queue_filter(const Call& call);  // POST /staff/comments: goes to the address of the queue
Reply post_decision(const Call& call);      // POST /staff/comments/:comment

}  // namespace hamandish::server
