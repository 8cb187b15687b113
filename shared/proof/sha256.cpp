#include "shared/proof/sha256.h"

#include <algorithm>

namespace hamandish::proof {
namespace {

using State = std::array<std::uint32_t, 8>;
constexpr std::size_t kBlock = 64;
using Block = std::array<std::uint8_t, kBlock>;

constexpr State kStart = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                          0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// FIPS 180-4, 4.2.2.
constexpr std::array<std::uint32_t, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::uint32_t rotate(std::uint32_t value, unsigned int by) {
  return (value >> by) | (value << (32U - by));
}

std::array<std::uint32_t, 64> schedule(const std::uint8_t* block) {
  std::array<std::uint32_t, 64> w{};
  for (std::size_t i = 0; i < 16; ++i) {
    const std::uint8_t* at = block + 4 * i;
    w[i] = (std::uint32_t{at[0]} << 24U) | (std::uint32_t{at[1]} << 16U) | (std::uint32_t{at[2]} << 8U) | at[3];
  }
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >> 3U);
    const std::uint32_t s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >> 10U);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  return w;
}

// FIPS 180-4, 6.2.2.
void compress(State& state, const std::uint8_t* block) {
  const std::array<std::uint32_t, 64> w = schedule(block);
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < 64; ++i) {
    const std::uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const std::uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + kRound[i] + w[i];
    const std::uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const std::uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + t2;
  }
  const State added = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += added[i];
}

Digest digest_of(const State& state) {
  Digest digest{};
  for (std::size_t i = 0; i < state.size(); ++i) {
    for (unsigned int byte = 0; byte < 4; ++byte) {
      digest[4 * i + byte] = static_cast<std::uint8_t>(state[i] >> (24U - 8U * byte));
    }
  }
  return digest;
}

// Goes on from `state`, which has taken `before` bytes (whole blocks), and ends with the padding of FIPS 180-4, 5.1.1.
Digest finish(State state, std::size_t before, std::string_view bytes) {
  const std::size_t whole = bytes.size() / kBlock;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t i = 0; i < whole; ++i) compress(state, data + i * kBlock);
  Block block{};
  const std::size_t rest = bytes.size() - whole * kBlock;
  std::copy_n(data + whole * kBlock, rest, block.begin());
  block.at(rest) = 0x80;
  if (rest >= kBlock - 8) {
    compress(state, block.data());
    block.fill(0);
  }
  const std::uint64_t bits = (std::uint64_t{before} + bytes.size()) * 8;
  for (unsigned int i = 0; i < 8; ++i) block.at(kBlock - 1 - i) = static_cast<std::uint8_t>(bits >> (8U * i));
  compress(state, block.data());
  return digest_of(state);
}

// HMAC with its first two blocks already taken: PBKDF2 begins with the same ones each time.
struct Keyed {
  State inner = kStart;
  State outer = kStart;

  explicit Keyed(std::string_view key) {
    Block block{};
    if (key.size() > kBlock) {
      const Digest shorter = sha256(key);
      std::copy(shorter.begin(), shorter.end(), block.begin());
    } else {
      std::copy(key.begin(), key.end(), block.begin());
    }
    Block padded = block;
    for (std::uint8_t& byte : padded) byte ^= 0x36;
    compress(inner, padded.data());
    padded = block;
    for (std::uint8_t& byte : padded) byte ^= 0x5c;
    compress(outer, padded.data());
  }

  Digest of(std::string_view bytes) const {
    const Digest first = finish(inner, kBlock, bytes);
    return finish(outer, kBlock, bytes_of(first));
  }
};

int digit_of(char character) {
  if (character >= '0' && character <= '9') return character - '0';
  if (character >= 'a' && character <= 'f') return character - 'a' + 10;
  if (character >= 'A' && character <= 'F') return character - 'A' + 10;
  return -1;
}

constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

Digest sha256(std::string_view bytes) {
  return finish(kStart, 0, bytes);
}

Digest hmac_sha256(std::string_view key, std::string_view bytes) {
  return Keyed(key).of(bytes);
}

Digest pbkdf2_sha256(std::string_view password, std::string_view salt, std::uint32_t iterations) {
  const Keyed keyed(password);
  Digest last = keyed.of(std::string(salt) + std::string("\0\0\0\1", 4));
  Digest sum = last;
  for (std::uint32_t i = 1; i < iterations; ++i) {
    last = keyed.of(bytes_of(last));
    for (std::size_t at = 0; at < sum.size(); ++at) sum[at] ^= last[at];
  }
  return sum;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char character : bytes) {
    const auto byte = static_cast<std::uint8_t>(character);
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

std::string from_hex(std::string_view text) {
  if (text.size() % 2 != 0) return {};
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = digit_of(text[i]);
    const int low = digit_of(text[i + 1]);
    if (high < 0 || low < 0) return {};
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

std::string base64(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t at = i; at < i + 3; ++at) {
      three = (three << 8U) | (at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : 0U);
    }
    const std::size_t letters = std::min<std::size_t>(bytes.size() - i, 3) + 1;
    for (std::size_t at = 0; at < 4; ++at) {
      text += at < letters ? kBase64[(three >> (18U - 6U * static_cast<std::uint32_t>(at))) & 63U] : '=';
    }
  }
  return text;
}

std::string from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return {};
  while (!text.empty() && text.back() == '=') text.remove_suffix(1);
  std::string bytes;
  std::uint32_t gathered = 0;
  unsigned int bits = 0;
  for (const char character : text) {
    const std::size_t value = kBase64.find(character);
    if (value == std::string_view::npos) return {};
    gathered = (gathered << 6U) | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((gathered >> bits) & 0xFFU);
  }
  return bytes;
}

}  // namespace hamandish::proof
