// E-mail addresses. Only what cannot be delivered is refused: one @, something before it, a domain of ASCII labels with
// a dot in it, no spaces, no control characters. The part before the @ may be anything that its host understands (RFC
// 5321, RFC 6531). Comments and quoted parts with spaces or a second @ are legal and not used by anyone.
#include <algorithm>

#include "shared/forms/kinds/kinds.h"
#include "shared/forms/limits.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

constexpr std::string_view kZwnj = "\xE2\x80\x8C";
constexpr std::size_t kLongestLabel = 63;  // RFC 1035 2.3.4

bool is_domain_character(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') || character == '-';
}

bool is_label(std::string_view label) {
  if (label.empty() || label.size() > kLongestLabel || label.front() == '-' || label.back() == '-') return false;
  for (const char character : label) {
    if (!is_domain_character(character)) return false;
  }
  return true;
}

bool is_domain(std::string_view domain) {
  int labels = 0;
  for (std::size_t at = 0; at <= domain.size();) {
    const std::size_t dot = std::min(domain.find('.', at), domain.size());
    if (!is_label(domain.substr(at, dot - at))) return false;
    ++labels;
    at = dot + 1;
  }
  return labels >= 2;
}

bool is_local_part(std::string_view local) {
  if (local.empty() || local.front() == '.' || local.back() == '.') return false;
  // The comma and the brackets come from address lists pasted whole.
  return local.find_first_of(" \t\n,;<>()[]\\\"") == std::string_view::npos;
}

// A Persian keyboard leaves half-spaces and Persian digits in addresses; neither is meant.
std::string tidy(std::string_view value) {
  std::string result = text::ascii_digits(value);
  for (std::size_t at = result.find(kZwnj); at != std::string::npos; at = result.find(kZwnj)) {
    result.erase(at, kZwnj.size());
  }
  return result;
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): the type of KindRule::check
Checked check(const Field& /*field*/, std::string value) {
  std::string address = tidy(value);
  const std::size_t at = address.find('@');
  const bool holds = at != std::string::npos && at == address.rfind('@') &&
                     is_local_part(std::string_view(address).substr(0, at)) &&
                     is_domain(std::string_view(address).substr(at + 1));
  return {std::move(address), holds ? "" : "form.email", {}};
}

}  // namespace

constinit const KindRule kEmailRule = {FieldKind::email, "form.write", 0, kEmailMax, check};

}  // namespace hamandish
