// The telephone operator's screen.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET of /staff/calls and below; the session is there.
Reply calls_page(const Call& call);
Reply post_caller(const Call& call);
Reply post_call(const Call& call);
Reply post_call_sms(const Call& call);
Reply post_callback(const Call& call);
Reply post_transcript(const Call& call);
Reply post_call_wish(const Call& call);
Reply get_wave(const Call& call);

}  // namespace hamandish::server
