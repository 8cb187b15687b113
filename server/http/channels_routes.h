// What gateways push to us, and the page on which staff see how the channels stand.
#pragma once

#include <string>

#include "server/http/routes.h"

namespace hamandish::server {

Reply take_push(const Call& call);
Reply take_delivery(const Call& call);

Reply channels_page(const Call& call);
Reply post_channel_line(const Call& call);
Reply post_message_again(const Call& call);

// Lines for /metrics; empty without channels.
std::string channel_metrics(const Call& call);

}  // namespace hamandish::server
