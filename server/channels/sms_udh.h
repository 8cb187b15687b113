// The user data header of an SMS (3GPP TS 23.040, 9.2.3.24): which part of a longer message it is.
#pragma once

#include <optional>
#include <string_view>

#include "server/store/inbound.h"

namespace hamandish::server {

// `udh`: its bytes, or the same as hexadecimal digits, as gateways hand it over. Nothing when it says nothing of parts, or
// of a single one, or is broken.
std::optional<SmsPart> part_in_udh(std::string_view udh);

// From three fields of a gateway: reference, how many, which. Nothing unless they are such numbers.
std::optional<SmsPart> part_in_fields(std::string_view ref, std::string_view total, std::string_view number);

}  // namespace hamandish::server
