#include "server/http/compression.h"

#include <brotli/encode.h>
#include <sodium.h>
#include <zlib.h>

#include <array>
#include <utility>

#include "server/http/static_files.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kWorthwhile = 600;  // below this the headers weigh more than what is saved
constexpr std::size_t kMostKept = 64;
constexpr int kKeptQuality = 10;  // a page in 10 to 50 ms, once; half a kilobyte less than 9
constexpr int kPassingQuality = 5;

std::string tag_of(const std::string& body) {
  std::array<unsigned char, 12> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(body.data()), body.size(),
                     nullptr, 0);
  std::array<char, 2 * hash.size() + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return "W/\"" + std::string(hex.data()) + "\"";
}

bool is_public(const Reply& reply) {
  return reply.header("Cache-Control").starts_with("public");
}

bool may_be_kept(const Reply& reply) {
  const std::string_view caching = reply.header("Cache-Control");
  return !caching.empty() && caching.find("no-store") == std::string_view::npos;
}

bool compressible(const Reply& reply) {
  if (reply.body.size() < kWorthwhile || reply.shared_body || !reply.header("Content-Encoding").empty()) return false;
  return reply.content_type.starts_with("text/html") || is_public(reply);
}

}  // namespace

std::string brotli(std::string_view text, int quality) {
  std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
  std::string out(size, '\0');
  const bool done = BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, text.size(),
                                          reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                          reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE;
  out.resize(done ? size : 0);
  return out;
}

std::string gzip(std::string_view text) {
  constexpr int kGzipFormat = 15 + 16;  // zlib.h, deflateInit2: largest window, gzip header
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, kGzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib 1.2 knows no const
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

std::shared_ptr<const std::string> Finisher::compressed(std::string_view coding, const std::string& tag,
                                                        const Request& request, const Reply& reply) {
  // What was asked for with a query («/contact?q=…») has no end of forms: each would cost ten times as much, and push out a page.
  const bool keep = is_public(reply) && !tag.empty() && request.query.empty();
  const std::string key = std::string(coding) + tag;
  if (keep) {
    const std::lock_guard lock(mutex_);
    if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
  }
  auto bytes = std::make_shared<const std::string>(
      coding == "br" ? brotli(reply.body, keep ? kKeptQuality : kPassingQuality) : gzip(reply.body));
  if (keep && !bytes->empty()) {
    const std::lock_guard lock(mutex_);
    if (kept_.size() >= kMostKept) kept_.clear();  // all changed at once, at midnight or by a new profile
    kept_[key] = bytes;
  }
  return bytes;
}

void Finisher::finish(const Request& request, Reply& reply) {
  std::string tag;
  if (request.method == "GET" && reply.status == 200 && !reply.shared_body && reply.header("ETag").empty() &&
      may_be_kept(reply)) {
    tag = tag_of(reply.body);
    reply.set("ETag", tag);
    if (request.header("If-None-Match").find(tag) != std::string_view::npos) {
      reply.status = 304;
      reply.body.clear();
      return;
    }
  }
  if (!compressible(reply)) return;
  const std::string varies(reply.header("Vary"));
  reply.set("Vary", varies.empty() ? "Accept-Encoding" : varies + ", Accept-Encoding");
  const std::string_view codings = request.header("Accept-Encoding");
  const std::string_view coding = accepts(codings, "br") ? "br" : accepts(codings, "gzip") ? "gzip" : "";
  if (coding.empty()) return;
  auto bytes = compressed(coding, tag, request, reply);
  if (bytes->empty()) return;
  reply.set("Content-Encoding", std::string(coding));
  reply.shared_body = std::move(bytes);
  reply.body.clear();
}

}  // namespace hamandish::server
