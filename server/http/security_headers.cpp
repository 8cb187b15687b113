#include "server/http/security_headers.h"

#include <sodium.h>

#include <array>

namespace hamandish::server {
namespace {

std::string content_security_policy(const std::string& style_hash) {
  // No inline script, no foreign origin. 'wasm-unsafe-eval' lets WebAssembly be compiled and nothing else be evaluated.
  return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" +
         (style_hash.empty() ? "" : " " + style_hash) +
         "; img-src 'self' blob: data:; media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
         "frame-ancestors 'none'; base-uri 'none'";
}

}  // namespace

std::string csp_hash(const std::string& text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  std::array<char, sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)> base64{};
  sodium_bin2base64(base64.data(), base64.size(), hash.data(), hash.size(), sodium_base64_VARIANT_ORIGINAL);
  return "'sha256-" + std::string(base64.data()) + "'";
}

void add_security_headers(Reply& reply, const std::string& style_hash, bool behind_tls) {
  reply.set("Content-Security-Policy", content_security_policy(style_hash));
  reply.set("X-Content-Type-Options", "nosniff");
  // Not no-referrer: browsers would then send «Origin: null» with a form (Fetch, "append a request Origin header"), and
  // the gate could not tell our own form from a foreign one.
  reply.set("Referrer-Policy", "same-origin");
  reply.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  reply.set("Cross-Origin-Opener-Policy", "same-origin");
  reply.set("Cross-Origin-Resource-Policy", "same-origin");
  reply.set("X-Frame-Options", "DENY");  // for browsers before frame-ancestors
  if (behind_tls) reply.set("Strict-Transport-Security", "max-age=31536000");
}

}  // namespace hamandish::server
