// The right to open the receipt of a case for an hour: id of the case, end, and a tag made with the server's secret. So
// it needs no row, the same request gets the same token again, and nobody can make one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace hamandish::server {

inline constexpr std::int64_t kReceiptLifetime = kHour;

// `key`: 32 secret bytes.
std::string make_receipt_token(std::string_view key, std::int64_t case_id, Instant until);

// The same for reading a case and acting on it as its citizen, after code and second factor were shown once.
inline constexpr std::int64_t kTrackingLifetime = kHour;
std::string make_tracking_token(std::string_view key, std::int64_t case_id, Instant until);
std::optional<std::int64_t> open_tracking_token(std::string_view key, std::string_view token, Instant now);

// The id of the case; nothing if it was not made with this key or its time is over.
std::optional<std::int64_t> open_receipt_token(std::string_view key, std::string_view token, Instant now);

}  // namespace hamandish::server
