// Unguessable bytes and the hashes that go with them, from libsodium.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hamandish::server {

// Must be called once before anything else here; false if the system has no randomness.
bool start_crypto();

std::string random_bytes(std::size_t count);
// `bytes` random bytes as base64url without padding: 32 bytes give 43 characters.
std::string random_token(std::size_t bytes = 32);

std::string base64url(std::string_view bytes);
// "" if it is not base64url.
std::string from_base64url(std::string_view text);
std::string hex(std::string_view bytes);

std::string sha256(std::string_view bytes);                            // 32 bytes
std::string quick_hash(std::string_view bytes);                        // 16 bytes, BLAKE2b: to tell contents apart
std::string keyed_hash(std::string_view key, std::string_view bytes);  // 32 bytes, BLAKE2b; key of 16 to 64 bytes

// Takes the same time wherever they differ. Different lengths are unequal at once.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace hamandish::server
