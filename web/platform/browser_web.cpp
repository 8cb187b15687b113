#include "web/platform/browser_web.h"

#include <array>
#include <utility>

#include "web/platform/host.h"

namespace hamandish::web {

Instant WebBrowser::now() const {
  return {static_cast<std::int64_t>(host_now())};
}

std::string WebBrowser::random_key() {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::array<unsigned char, 16> bytes{};
  host_random(bytes.data(), bytes.size());
  std::string key;
  for (const unsigned char byte : bytes) {
    key += kDigits[byte >> 4U];
    key += kDigits[byte & 15U];
  }
  return key;
}

void WebBrowser::go(std::string_view path) {
  host_go(path.data(), path.size(), 0);
}

void WebBrowser::replace(std::string_view path) {
  host_go(path.data(), path.size(), 1);
}

void WebBrowser::mark(std::string_view mark, bool new_entry) {
  host_mark(mark.data(), mark.size(), new_entry ? 1 : 0);
}

void WebBrowser::later(std::function<void()> piece) {
  pieces_.push_back(std::move(piece));
  if (pieces_.size() == 1) host_later();
}

void WebBrowser::do_pieces() {
  for (const std::function<void()>& piece : std::exchange(pieces_, {})) piece();
}

void WebBrowser::focus(std::string_view id) {
  host_focus(id.data(), id.size());
}

void WebBrowser::keep(std::string_view path, std::string_view name, std::string_view value) {
  host_keep(path.data(), path.size(), name.data(), name.size(), value.data(), value.size());
}

void WebBrowser::forget_draft(std::string_view path) {
  host_forget(path.data(), path.size(), 0);
}

void WebBrowser::forget_staff_drafts() {
  constexpr std::string_view kStaff = "/staff";
  host_forget(kStaff.data(), kStaff.size(), 1);
}

void WebBrowser::guard(std::string_view question) {
  host_guard(question.data(), question.size());
}

}  // namespace hamandish::web
