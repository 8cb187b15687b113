#include "shared/json/json.h"

#include <algorithm>

namespace hamandish {

Json::Json() = default;
Json::Json(double value) : content_(value) {}
Json::Json(std::string value) : content_(std::move(value)) {}
Json::Json(std::string_view value) : content_(std::string(value)) {}
Json::Json(const char* value) : content_(std::string(value)) {}
Json::Json(Items items) : content_(std::move(items)) {}
Json::Json(Members members) : content_(std::move(members)) {}

Json Json::object() {
  return Json(Members{});
}

Json Json::array() {
  return Json(Items{});
}

Json Json::object(std::initializer_list<Part> parts) {
  Members members;
  members.reserve(parts.size());
  for (const Part& part : parts) members.push_back({std::string(part.name), std::move(part.value)});
  return Json(std::move(members));
}

std::optional<bool> Json::boolean() const {
  const bool* value = std::get_if<bool>(&content_);
  return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::optional<std::int64_t> Json::integer() const {
  const std::int64_t* value = std::get_if<std::int64_t>(&content_);
  return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::optional<double> Json::number() const {
  if (const std::optional<std::int64_t> whole = integer()) return static_cast<double>(*whole);
  const double* value = std::get_if<double>(&content_);
  return value != nullptr ? std::optional(*value) : std::nullopt;
}

const Json::Items& Json::items() const {
  static const Items none;
  const Items* items = std::get_if<Items>(&content_);
  return items != nullptr ? *items : none;
}

const Json::Members& Json::members() const {
  static const Members none;
  const Members* members = std::get_if<Members>(&content_);
  return members != nullptr ? *members : none;
}

const Json* Json::find(std::string_view name) const {
  const Members& all = members();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Member& member) { return member.name == name; });
  return at != all.end() ? &at->value : nullptr;
}

void Json::push(Json value) {
  Items* items = std::get_if<Items>(&content_);
  HAMANDISH_CHECK(items != nullptr);
  items->push_back(std::move(value));
}

void Json::set(std::string name, Json value) {
  Members* members = std::get_if<Members>(&content_);
  HAMANDISH_CHECK(members != nullptr && find(name) == nullptr);
  members->push_back({std::move(name), std::move(value)});
}

// Written out: clang 14 crashes on the defaulted one of a type that holds itself.
bool Json::operator==(const Json& other) const {
  return content_ == other.content_;
}

bool Json::Member::operator==(const Member& other) const {
  return name == other.name && value == other.value;
}

}  // namespace hamandish
