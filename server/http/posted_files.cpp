#include "server/http/posted_files.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "server/http/context.h"
#include "server/http/page_routes.h"
#include "server/http/url.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMostKept = 20;

// The part of `text` before `separator`, which is taken off with it.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

std::vector<pages::KeptFile> read_kept(std::string_view rest) {
  std::vector<pages::KeptFile> files;
  while (!rest.empty() && files.size() < kMostKept) {
    std::string_view item = take_until(rest, ' ');
    pages::KeptFile file;
    file.id = take_until(item, ':');
    const std::string_view bytes = take_until(item, ':');
    std::from_chars(bytes.data(), bytes.data() + bytes.size(), file.bytes);
    const std::string name = percent_decoded(item);
    const bool plain = std::all_of(file.id.begin(), file.id.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (file.id.empty() || !plain || !text::valid_utf8(name)) continue;
    file.name = text::for_storage_one_line(name);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

std::vector<pages::KeptFile> posted_files(const Call& call, std::string_view field, std::vector<FieldError>& errors) {
  std::vector<pages::KeptFile> files = read_kept(call.request.field(pages::kept_field(field)));
  for (const Part& part : call.request.parts) {
    if (!part.is_file || part.name != field || (part.file_name.empty() && part.content.empty())) continue;
    const Result<api::AttachmentInfo> stored =
        call.context.services.uploads.store_upload(part.file_name, part.content, call.now);
    if (stored) {
      files.push_back({stored->id, stored->file_name, stored->bytes});
      continue;
    }
    const Error& error = stored.error();
    const Params params = error.fields.empty() ? error.params : error.fields.front().params;
    errors.push_back({std::string(field), error.fields.empty() ? error.key : error.fields.front().key, params});
  }
  return files;
}

std::vector<std::string> ids_of(const std::vector<pages::KeptFile>& files) {
  std::vector<std::string> ids;
  ids.reserve(files.size());
  for (const pages::KeptFile& file : files) ids.push_back(file.id);
  return ids;
}

Reply file_reply(const Call& call, const Result<AttachmentContent>& file, std::string_view cache) {
  if (!file) return error_page(call, file.error());
  Reply reply;
  reply.content_type = file->row.mime;
  reply.set("Content-Disposition", attachment_disposition(file->row.file_name));
  reply.set("Cache-Control", std::string(cache));
  reply.body = file->content;
  return reply;
}

}  // namespace hamandish::server
