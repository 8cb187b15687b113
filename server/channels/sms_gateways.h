// What the adapters of SMS gateways share.
#pragma once

#include <string>
#include <string_view>

#include "server/channels/gateway.h"
#include "server/channels/http_client.h"
#include "shared/json/json.h"

namespace hamandish::server {

// What no answer, 429 and 5xx mean for every gateway; nothing: the adapter knows its own words.
std::optional<SendOutcome> transport_outcome(const HttpAnswer& answer);
// Words of a gateway for the log and the page: what could be a number, a code or a key is taken out.
std::string harmless(std::string_view words);

// The member as text, whether it is written as text or as a number; "" if it is neither.
std::string json_text(const Json& json, std::string_view name);
const Json* member_of(const Json* json, std::string_view name);
// Answers are JSON; anything else is null.
Json json_of(const HttpAnswer& answer);

// A message of an inbox. A number that lost its zero, or has 98 before it, becomes 09...
Inbound inbound_sms(const GatewayConfig& config, const std::string& from, const std::string& text);

}  // namespace hamandish::server
