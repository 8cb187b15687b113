// SHA-256 (FIPS 180-4), HMAC (RFC 2104) and PBKDF2 (RFC 8018) for the proof of work, which runs in the browser's WASM too,
// where libsodium is not. Not for secrets of ours: the server uses server/base/random.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hamandish::proof {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);
Digest hmac_sha256(std::string_view key, std::string_view bytes);
// The first 32 bytes of PBKDF2-HMAC-SHA-256.
Digest pbkdf2_sha256(std::string_view password, std::string_view salt, std::uint32_t iterations);

std::string hex(std::string_view bytes);
inline std::string_view bytes_of(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
// "" if it is not an even number of hexadecimal digits.
std::string from_hex(std::string_view text);
// RFC 4648 with padding; and back: "" if it is not.
std::string base64(std::string_view bytes);
std::string from_base64(std::string_view text);

}  // namespace hamandish::proof
