// The one file that includes the JSON library. Only its scanner is used: it reports what it meets and never throws; the
// value is ours. That keeps the library's own value type (half of its code) out of the WASM.
#define JSON_NOEXCEPTION 1
#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/json/json.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

using Library = nlohmann::json;

bool has_nul(std::string_view text) {
  return text.find('\0') != std::string_view::npos;
}

bool has_duplicate(const Json::Members& members) {
  std::vector<std::string_view> names;
  names.reserve(members.size());
  for (const Json::Member& member : members) names.push_back(member.name);
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

// Builds the value from the scanner's reports. Returning false ends the scan.
class Builder {
 public:
  Json take() { return std::move(result_); }
  const std::string& key() const { return key_; }
  const std::string& detail() const { return detail_; }

  bool null() { return add(Json()); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(Library::number_integer_t value) { return add(std::int64_t{value}); }
  bool number_unsigned(Library::number_unsigned_t value) {
    if (std::in_range<std::int64_t>(value)) return add(static_cast<std::int64_t>(value));
    return add(static_cast<double>(value));
  }
  bool number_float(Library::number_float_t value, const std::string& /*as written*/) { return add(value); }
  bool string(std::string& value) { return has_nul(value) ? stop("error.nul_byte") : add(std::move(value)); }
  bool binary(Library::binary_t& /*never in JSON text*/) { return stop("error.malformed_json"); }

  bool start_object(std::size_t /*unknown*/) { return open(Json::object()); }
  bool key(std::string& name) {
    open_.back().name = std::move(name);
    return has_nul(open_.back().name) ? stop("error.nul_byte") : true;
  }
  bool end_object() {
    return has_duplicate(open_.back().members) ? stop("error.json_duplicate")
                                               : close(Json(std::move(open_.back().members)));
  }
  bool start_array(std::size_t /*unknown*/) { return open(Json::array()); }
  bool end_array() { return close(Json(std::move(open_.back().items))); }

  bool parse_error(std::size_t position, const std::string& /*echoes the text: personal data*/,
                   const nlohmann::detail::exception& /*error*/) {
    return stop("error.malformed_json", "at byte " + std::to_string(position));
  }

 private:
  // An array or object whose end has not come yet.
  struct Open {
    bool is_object = false;
    std::string name;  // of the member whose value comes next
    Json::Items items;
    Json::Members members;
  };

  bool open(const Json& empty) {
    if (open_.size() >= kMaxJsonDepth) return stop("error.json_too_deep");
    open_.push_back(Open{empty.is_object(), {}, {}, {}});
    return true;
  }
  bool close(Json value) {
    open_.pop_back();
    return add(std::move(value));
  }
  bool add(Json value) {
    if (open_.empty()) {
      result_ = std::move(value);
    } else if (open_.back().is_object) {
      open_.back().members.push_back({std::move(open_.back().name), std::move(value)});
    } else {
      open_.back().items.push_back(std::move(value));
    }
    return true;
  }
  bool stop(std::string key, std::string detail = {}) {
    key_ = std::move(key);
    detail_ = std::move(detail);
    return false;
  }

  std::vector<Open> open_;
  Json result_;
  std::string key_;
  std::string detail_;
};

}  // namespace

Result<Json> parse_json(std::string_view text) {
  if (!text::valid_utf8(text)) return make_error(Code::invalid, "error.bad_utf8");
  if (has_nul(text)) return make_error(Code::invalid, "error.nul_byte");
  Builder builder;
  if (!Library::sax_parse(text.begin(), text.end(), &builder)) {
    return make_error(Code::invalid, builder.key(), builder.detail());
  }
  return builder.take();
}

}  // namespace hamandish
