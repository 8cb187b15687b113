// For those who run the server, and for the load tests.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

Reply get_health(const Call& call);    // the process answers
Reply get_ready(const Call& call);     // and its database does too
Reply get_metrics(const Call& call);   // Prometheus text
Reply get_open_api(const Call& call);  // assets/openapi.json
// `bytes` bytes of JSON from memory: what the same server can do at most, the reference of scripts/bench.
Reply get_hello(const Call& call);

}  // namespace hamandish::server
