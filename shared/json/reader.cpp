#include "shared/json/reader.h"

#include <algorithm>

#include "shared/json/iso_date.h"

namespace hamandish {
namespace {

// A request with ten thousand wrong members gets an answer about the first ones.
constexpr std::size_t kMostErrors = 50;
// Names of members come from outside, as long as anyone likes.
constexpr std::size_t kLongestName = 60;

// Never cuts inside a scalar: UTF-8 continuation bytes are 10xxxxxx.
std::string_view shortened(std::string_view name) {
  if (name.size() <= kLongestName) return name;
  std::size_t end = kLongestName;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
  return name.substr(0, end);
}

}  // namespace

Reader::Reader(const Json& json, std::vector<FieldError>& errors, std::string path)
    : json_(json), errors_(errors), path_(std::move(path)) {
  if (!json_.is_object()) errors_.push_back({path_, "json.not_an_object", {{"name", path_}}});
}

std::string Reader::place(std::string_view name) const {
  const std::string_view shown = shortened(name);
  return path_.empty() ? std::string(shown) : path_ + "." + std::string(shown);
}

void Reader::refuse(std::string_view name, std::string_view key) {
  errors_.push_back({place(name), std::string(key), {{"name", place(name)}}});
}

const Json* Reader::member(std::string_view name) {
  known_.emplace_back(name);
  const Json* value = json_.find(name);
  return value != nullptr && !value->is_null() ? value : nullptr;
}

const Json* Reader::required(std::string_view name) {
  const Json* value = member(name);
  // Of something that is no object at all, one error is enough.
  if (value == nullptr && json_.is_object()) refuse(name, "json.missing");
  return value;
}

const Json* Reader::array_member(std::string_view name) {
  const Json* value = member(name);
  if (value == nullptr || value->is_array()) return value;
  refuse(name, "json.wrong_type");
  return nullptr;
}

void Reader::refuse_unknown() {
  for (const Json::Member& given : json_.members()) {
    if (errors_.size() >= kMostErrors) return;
    if (std::find(known_.begin(), known_.end(), given.name) == known_.end()) refuse(given.name, "json.unknown_member");
  }
}

std::string Reader::text(std::string_view name) {
  return required(name) != nullptr ? text_or(name, {}) : std::string();
}

std::int64_t Reader::integer(std::string_view name) {
  return required(name) != nullptr ? integer_or(name, 0) : 0;
}

bool Reader::boolean(std::string_view name) {
  return required(name) != nullptr && boolean_or(name, false);
}

Instant Reader::instant(std::string_view name) {
  return {integer(name)};
}

Day Reader::day(std::string_view name) {
  const Json* value = required(name);
  if (value == nullptr) return {};
  const std::optional<Day> day = value->text() != nullptr ? parse_iso_date(*value->text()) : std::nullopt;
  if (!day) refuse(name, "json.wrong_type");
  return day.value_or(Day{});
}

std::string Reader::text_or(std::string_view name, std::string_view fallback) {
  const Json* value = member(name);
  if (value == nullptr) return std::string(fallback);
  if (value->text() != nullptr) return *value->text();
  refuse(name, "json.wrong_type");
  return {};
}

std::int64_t Reader::integer_or(std::string_view name, std::int64_t fallback) {
  const Json* value = member(name);
  if (value == nullptr) return fallback;
  if (!value->integer()) refuse(name, "json.wrong_type");
  return value->integer().value_or(0);
}

bool Reader::boolean_or(std::string_view name, bool fallback) {
  const Json* value = member(name);
  if (value == nullptr) return fallback;
  if (!value->boolean()) refuse(name, "json.wrong_type");
  return value->boolean().value_or(false);
}

std::vector<std::string> Reader::texts(std::string_view name) {
  std::vector<std::string> values;
  const Json* array = array_member(name);
  if (array == nullptr) return values;
  for (const Json& item : array->items()) {
    if (item.text() == nullptr) {
      refuse(name, "json.wrong_type");
      return {};
    }
    values.push_back(*item.text());
  }
  return values;
}

std::vector<std::int64_t> Reader::integers(std::string_view name) {
  std::vector<std::int64_t> values;
  const Json* array = array_member(name);
  if (array == nullptr) return values;
  for (const Json& item : array->items()) {
    if (!item.integer()) {
      refuse(name, "json.wrong_type");
      return {};
    }
    values.push_back(*item.integer());
  }
  return values;
}

std::vector<Day> Reader::days(std::string_view name) {
  std::vector<Day> values;
  for (const std::string& text : texts(name)) {
    const std::optional<Day> day = parse_iso_date(text);
    if (!day) {
      refuse(name, "json.wrong_type");
      return {};
    }
    values.push_back(*day);
  }
  return values;
}

std::string Reader::text_for_word(std::string_view name) {
  const std::size_t errors_before = errors_.size();
  std::string word = text(name);
  word_given_ = errors_.size() == errors_before && json_.is_object();
  return word;
}

Error invalid(std::vector<FieldError> errors) {
  std::string places;
  for (const FieldError& error : errors) places += (places.empty() ? "" : ", ") + error.field + ": " + error.key;
  Error result = make_error(Code::invalid, "error.invalid", std::move(places));
  result.fields = std::move(errors);
  return result;
}

}  // namespace hamandish
