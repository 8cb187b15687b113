// Upload tokens separated by spaces. Whether they exist is the server's to say (form.attachment_unknown); here only
// their number and their shape. max_length of the field, if given, is a number of files.
#include <algorithm>

#include "shared/forms/kinds/kinds.h"
#include "shared/forms/limits.h"

namespace hamandish {
namespace {

constexpr std::size_t kLongestToken = 128;

bool is_token(std::string_view token) {
  return !token.empty() && token.size() <= kLongestToken && std::all_of(token.begin(), token.end(), [](char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || character == '-' || character == '_';
  });
}

std::vector<std::string> split(std::string_view value) {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t space = std::min(value.find(' ', at), value.size());
    if (space > at) tokens.emplace_back(value.substr(at, space - at));
    at = space + 1;
  }
  return tokens;
}

Checked check(const Field& field, std::string value) {
  const std::vector<std::string> tokens = split(value);
  if (!std::all_of(tokens.begin(), tokens.end(), is_token)) return {std::move(value), "form.attachment_unknown", {}};
  const int most = field.max_length > 0 ? std::min(field.max_length, kMaxAttachments) : kMaxAttachments;
  if (tokens.size() <= static_cast<std::size_t>(most)) return {std::move(value), {}, {}};
  return {std::move(value),
          "form.too_many_attachments",
          {{"max", std::to_string(most)}, {"count", std::to_string(tokens.size())}}};
}

}  // namespace

constinit const KindRule kAttachmentsRule = {FieldKind::attachments, "form.attach", 0, 0, check};

}  // namespace hamandish
