#include "server/http/static_files.h"

#include <sodium.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace hamandish::server {
namespace {

namespace fs = std::filesystem;

struct Type {
  std::string_view suffix;
  std::string_view media_type;
};
constexpr std::array kTypes = {
    Type{".html", "text/html; charset=utf-8"},
    Type{".css", "text/css; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".wasm", "application/wasm"},
    Type{".woff2", "font/woff2"},
    Type{".ttf", "font/ttf"},
    Type{".svg", "image/svg+xml"},
    Type{".png", "image/png"},
    Type{".ico", "image/x-icon"},
    Type{".webp", "image/webp"},
    Type{".json", "application/json"},
    Type{".webmanifest", "application/manifest+json"},
    Type{".txt", "text/plain; charset=utf-8"},
};

std::string_view type_of(std::string_view name) {
  for (const Type& type : kTypes) {
    if (name.ends_with(type.suffix)) return type.media_type;
  }
  return "application/octet-stream";
}

// «boot.3fa9c1d2.js»: at least eight hexadecimal digits between two dots.
bool has_hash(std::string_view name) {
  const std::size_t last = name.rfind('.');
  if (last == std::string_view::npos || last == 0) return false;
  const std::size_t first = name.rfind('.', last - 1);
  if (first == std::string_view::npos) return false;
  const std::string_view middle = name.substr(first + 1, last - first - 1);
  return middle.size() >= 8 && middle.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string etag_of(const std::string& bytes) {
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  std::array<char, 33> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return '"' + std::string(hex.data()) + '"';
}

std::shared_ptr<const std::string> read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return nullptr;
  return std::make_shared<const std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

// RFC 9110 13.1.2: a list of tags, or *. Weak comparison: proxies that compress turn our tag into a weak one.
bool matches(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

}  // namespace

bool accepts(std::string_view accept_encoding, std::string_view coding) {
  while (!accept_encoding.empty()) {
    const std::size_t comma = accept_encoding.find(',');
    std::string_view item = accept_encoding.substr(0, comma);
    accept_encoding = comma == std::string_view::npos ? std::string_view{} : accept_encoding.substr(comma + 1);
    const std::size_t semicolon = item.find(';');
    std::string_view weight = semicolon == std::string_view::npos ? std::string_view{} : item.substr(semicolon + 1);
    item = item.substr(0, semicolon);
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    while (!item.empty() && item.back() == ' ') item.remove_suffix(1);
    if (!same_ignoring_case(item, coding)) continue;
    while (!weight.empty() && weight.front() == ' ') weight.remove_prefix(1);
    // «q=0», «q=0.0», «q=0.000» refuse; any other weight accepts.
    return !weight.starts_with("q=0") || weight.find_first_not_of("q=0.") != std::string_view::npos;
  }
  return false;
}

Result<StaticFiles> StaticFiles::load(const std::string& directory) {
  StaticFiles site;
  std::error_code problem;
  fs::recursive_directory_iterator entry(directory, problem);
  if (problem) return make_error(Code::unavailable, "error.unavailable", directory + ": " + problem.message());
  for (; entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
    const std::string name = fs::relative(entry->path(), directory, problem).generic_string();
    if (problem || !entry->is_regular_file(problem) || name.front() == '.') continue;
    auto bytes = read_all(entry->path());
    if (!bytes) return make_error(Code::unavailable, "error.unavailable", "cannot read " + name);
    if (name.ends_with(".br")) {
      site.files_[name.substr(0, name.size() - 3)].brotli = std::move(bytes);
    } else if (name.ends_with(".gz")) {
      site.files_[name.substr(0, name.size() - 3)].gzip = std::move(bytes);
    } else {
      File& file = site.files_[name];
      file.type = type_of(name);
      file.etag = etag_of(*bytes);
      file.hashed = has_hash(name);
      file.plain = std::move(bytes);
    }
  }
  // A compressed form whose plain file is gone is a leftover.
  std::erase_if(site.files_, [](const auto& item) { return item.second.plain == nullptr; });
  return site;
}

std::unique_ptr<Reply> StaticFiles::find(const Request& request) const {
  if (request.path.size() < 2) return nullptr;
  const auto found = files_.find(std::string_view(request.path).substr(1));
  if (found == files_.end()) return nullptr;
  const File& file = found->second;
  auto reply = std::make_unique<Reply>();
  reply->set("ETag", file.etag);
  reply->set("Vary", "Accept-Encoding");
  reply->set("Cache-Control", file.hashed ? "public, max-age=31536000, immutable" : "public, no-cache");
  if (matches(request.header("If-None-Match"), file.etag)) {
    reply->status = 304;
    return reply;
  }
  const std::string_view codings = request.header("Accept-Encoding");
  reply->content_type = file.type;
  reply->shared_body = file.plain;
  if (file.brotli && accepts(codings, "br")) {
    reply->set("Content-Encoding", "br");
    reply->shared_body = file.brotli;
  } else if (file.gzip && accepts(codings, "gzip")) {
    reply->set("Content-Encoding", "gzip");
    reply->shared_body = file.gzip;
  }
  return reply;
}

const std::string* StaticFiles::bytes(std::string_view name) const {
  const auto found = files_.find(name);
  return found == files_.end() ? nullptr : found->second.plain.get();
}

std::string StaticFiles::hashed_name(std::string_view stem, std::string_view suffix) const {
  for (const auto& [name, file] : files_) {
    if (name.starts_with(stem) && name.ends_with(suffix) && name.size() > stem.size() && name[stem.size()] == '.') {
      return name;
    }
  }
  return {};
}

}  // namespace hamandish::server
