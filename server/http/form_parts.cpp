#include "server/http/form_parts.h"

#include "shared/text/utf8.h"

namespace hamandish::server {

std::optional<Error> unreadable_form(const Request& request) {
  for (const Part& part : request.parts) {
    if (part.is_file) continue;
    if (!text::valid_utf8(part.content) || !text::valid_utf8(part.name)) {
      return make_error(Code::invalid, "error.bad_utf8", "field");
    }
    if (part.content.find('\0') != std::string_view::npos) return make_error(Code::invalid, "error.nul_byte", "field");
  }
  return std::nullopt;
}

}  // namespace hamandish::server
