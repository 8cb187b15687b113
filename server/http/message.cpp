#include "server/http/message.h"

#include <algorithm>
#include <utility>

namespace hamandish::server {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view find_value(const std::vector<Parameter>& values, std::string_view name) {
  for (const Parameter& value : values) {
    if (value.name == name) return value.value;
  }
  return {};
}

std::string_view find_header(const std::vector<Header>& headers, std::string_view name) {
  for (const Header& header : headers) {
    if (same_ignoring_case(header.name, name)) return header.value;
  }
  return {};
}

}  // namespace

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string_view Request::header(std::string_view name) const {
  return find_header(headers, name);
}

std::string_view Request::query_value(std::string_view name) const {
  return find_value(query, name);
}

std::string_view Request::path_value(std::string_view name) const {
  return find_value(path_values, name);
}

std::string_view Request::field(std::string_view name) const {
  for (const Part& part : parts) {
    if (!part.is_file && part.name == name) return part.content;
  }
  return {};
}

std::string Request::media_type() const {
  std::string_view type = header("Content-Type");
  type = type.substr(0, type.find(';'));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) type.remove_suffix(1);
  return ascii_lower(type);
}

void Reply::set(std::string name, std::string value) {
  for (Header& header : headers) {
    if (same_ignoring_case(header.name, name)) {
      header.value = std::move(value);
      return;
    }
  }
  headers.push_back({std::move(name), std::move(value)});
}

std::string_view Reply::header(std::string_view name) const {
  return find_header(headers, name);
}

}  // namespace hamandish::server
