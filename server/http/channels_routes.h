// What gateways push to us, and the page on which staff see how the channels stand.
#pragma once

#include <string>

#include "server/http/routes.h"

namespace hamandish::server {

Reply take_push(const Call& call);
Reply take_delivery(const Call& call);

// For exchanges: a recording becomes a case and the answer is its code, digits alone; the state of a case as one digit,
// 1 registered, 2 in work, 3 the citizen is asked, 4 answered, 5 closed, 6 withdrawn, 7 not accepted, 0 unknown.
Reply take_recording(const Call& call);
Reply tell_state(const Call& call);

Reply channels_page(const Call& call);
Reply post_channel_line(const Call& call);
Reply post_message_again(const Call& call);

// Lines for /metrics; empty without channels.
std::string channel_metrics(const Call& call);

}  // namespace hamandish::server
