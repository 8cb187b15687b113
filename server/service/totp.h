// The second factor: time-based one-time passwords (RFC 6238 over RFC 4226), as every authenticator app makes them: HMAC
// with SHA-1, 30 seconds, six digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace hamandish::server {

inline constexpr std::size_t kTotpSecretBytes = 20;

std::string sha1(std::string_view bytes);                            // 20 bytes; for TOTP alone
std::string hmac_sha1(std::string_view key, std::string_view text);  // 20 bytes, RFC 2104
// RFC 4226; `digits` 6 to 8.
std::string hotp(std::string_view secret, std::uint64_t counter, int digits);

std::int64_t totp_step(Instant now);
// The step whose code this is, of the present one and its two neighbours (clocks differ), if it is later than
// `last_step`: a code works once. Digits of any script. Takes the same time whichever fits.
std::optional<std::int64_t> check_totp(std::string_view secret, std::string_view code, Instant now,
                                       std::int64_t last_step);

// RFC 4648, without padding; as people type it into an app.
std::string base32(std::string_view bytes);
// What the QR code holds: otpauth://totp/...
std::string otpauth_address(std::string_view organisation, std::string_view username, std::string_view secret);

}  // namespace hamandish::server
