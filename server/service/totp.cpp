#include "server/service/totp.h"

#include <array>
#include <bit>

#include "server/base/random.h"
#include "shared/api/routes.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kBlock = 64;
constexpr int kDigits = 6;
constexpr std::int64_t kStep = 30 * kSecond;

using State = std::array<std::uint32_t, 5>;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

// FIPS 180-4, 6.1.2.
void sha1_block(State& state, std::string_view block) {
  std::array<std::uint32_t, 80> words{};
  for (std::size_t i = 0; i < 16; ++i) {
    for (std::size_t j = 0; j < 4; ++j) words[i] = (words[i] << 8) | byte_at(block, 4 * i + j);
  }
  for (std::size_t i = 16; i < words.size(); ++i) {
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  auto [a, b, c, d, e] = state;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::uint32_t f = b ^ c ^ d;
    std::uint32_t k = 0xCA62C1D6;
    if (i < 20) {
      f = (b & c) | (~b & d);
      k = 0x5A827999;
    } else if (i < 40) {
      k = 0x6ED9EBA1;
    } else if (i < 60) {
      f = (b & c) | (b & d) | (c & d);
      k = 0x8F1BBCDC;
    }
    const std::uint32_t next = std::rotl(a, 5) + f + e + k + words[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

void put_big_endian(std::string& bytes, std::uint64_t value, int count) {
  for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) bytes += static_cast<char>((value >> shift) & 0xFF);
}

}  // namespace

std::string sha1(std::string_view bytes) {
  std::string padded(bytes);
  padded += static_cast<char>(0x80);
  while (padded.size() % kBlock != kBlock - 8) padded += '\0';
  put_big_endian(padded, std::uint64_t{bytes.size()} * 8, 8);
  State state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  for (std::size_t at = 0; at < padded.size(); at += kBlock) {
    sha1_block(state, std::string_view(padded).substr(at, kBlock));
  }
  std::string hash;
  for (const std::uint32_t word : state) put_big_endian(hash, word, 4);
  return hash;
}

std::string hmac_sha1(std::string_view key, std::string_view text) {
  std::string block = key.size() > kBlock ? sha1(key) : std::string(key);
  block.resize(kBlock, '\0');
  std::string inner = block;
  std::string outer = block;
  for (char& c : inner) c = static_cast<char>(c ^ 0x36);
  for (char& c : outer) c = static_cast<char>(c ^ 0x5C);
  return sha1(outer + sha1(inner + std::string(text)));
}

std::string hotp(std::string_view secret, std::uint64_t counter, int digits) {
  std::string message;
  put_big_endian(message, counter, 8);
  const std::string hash = hmac_sha1(secret, message);
  const std::size_t offset = byte_at(hash, hash.size() - 1) & 0x0F;
  std::uint32_t number = byte_at(hash, offset) & 0x7F;
  for (std::size_t i = 1; i < 4; ++i) number = (number << 8) | byte_at(hash, offset + i);
  std::string code(static_cast<std::size_t>(digits), '0');
  for (auto at = code.rbegin(); at != code.rend(); ++at, number /= 10) *at = static_cast<char>('0' + number % 10);
  return code;
}

std::int64_t totp_step(Instant now) {
  return now.milliseconds / kStep;
}

std::optional<std::int64_t> check_totp(std::string_view secret, std::string_view code, Instant now,
                                       std::int64_t last_step) {
  const std::string typed = text::ascii_digits(text::for_storage_one_line(code));
  std::optional<std::int64_t> found;
  for (std::int64_t step = totp_step(now) - 1; step <= totp_step(now) + 1; ++step) {
    const bool fits = equal_in_constant_time(hotp(secret, static_cast<std::uint64_t>(step), kDigits), typed);
    if (fits && step > last_step) found = step;
  }
  return found;
}

std::string base32(std::string_view bytes) {
  static constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t waiting = 0;
  int bits = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    waiting = (waiting << 8) | byte_at(bytes, i);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += kLetters[(waiting >> bits) & 31];
    }
    waiting &= (1U << bits) - 1;
  }
  if (bits > 0) text += kLetters[(waiting << (5 - bits)) & 31];
  return text;
}

std::string otpauth_address(std::string_view organisation, std::string_view username, std::string_view secret) {
  return "otpauth://totp/" + api::percent_encode(organisation) + ":" + api::percent_encode(username) +
         "?secret=" + base32(secret) + "&issuer=" + api::percent_encode(organisation);
}

}  // namespace hamandish::server
