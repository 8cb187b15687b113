// JSON (RFC 8259) as a plain value. The library that scans the text is included in json_parse.cpp alone; nothing
// throws.
//
// Reading:  const Result<Json> json = parse_json(body);  Reader reader(*json, errors);   (shared/json/reader.h)
// Building: Json::object({{"id", unit.id}, {"open", true}, {"names", Json::array(names)}}).write()
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "shared/base/result.h"

namespace hamandish {

class Json {
 public:
  struct Member;
  using Items = std::vector<Json>;
  using Members = std::vector<Member>;  // in the order of the text, or as given

  // Constructors and comparisons are defined where Member is complete, below and in json.cpp: a list of members cannot
  // be destroyed before, and clang 14 with libstdc++ 12 tries. NOLINTBEGIN(google-explicit-constructor): a value is
  // written as it is.
  Json();  // null
  // Only a real bool becomes a JSON boolean: a pointer must not turn into `true` by itself.
  template <std::same_as<bool> T>
  Json(T value);
  template <std::integral T>
  requires(!std::same_as<T, bool>) Json(T value);
  Json(double value);  // not finite is written as null
  Json(std::string value);
  Json(std::string_view value);
  Json(const char* value);
  Json(Items items);
  Json(Members members);
  // NOLINTEND(google-explicit-constructor)

  struct Part;
  static Json object(std::initializer_list<Part> parts);
  static Json object();
  static Json array();
  // An array of whatever to_json(item) or Json(item) understands.
  template <class T>
  static Json array(const std::vector<T>& values);

  bool is_null() const { return std::holds_alternative<std::monostate>(content_); }
  bool is_array() const { return std::holds_alternative<Items>(content_); }
  bool is_object() const { return std::holds_alternative<Members>(content_); }

  // Nothing if the value is of another type. `1.0` is not an integer; an integer is also a number.
  const std::string* text() const { return std::get_if<std::string>(&content_); }
  std::optional<bool> boolean() const;
  std::optional<std::int64_t> integer() const;
  std::optional<double> number() const;

  // Empty if this is no array, no object.
  const Items& items() const;
  const Members& members() const;
  // nullptr if this is no object or has no such member.
  const Json* find(std::string_view name) const;

  // Appends; this must be an array, an object. A name must be new.
  void push(Json value);
  void set(std::string name, Json value);

  // Compact, valid UTF-8 whatever the strings hold (bad bytes become U+FFFD), members in their order. `<` is written as
  // \u003c, so that the text can stand inside an HTML script element. Reading it gives an equal value.
  std::string write() const;

  bool operator==(const Json& other) const;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Items, Members> content_;
};

struct Json::Member {
  std::string name;
  Json value;
  bool operator==(const Member& other) const;
};

// A member on its way into an object: its value is moved from, which an initializer list of Members would not allow.
struct Json::Part {
  std::string_view name;
  mutable Json value;
};

template <std::same_as<bool> T>
Json::Json(T value) : content_(value) {}

template <std::integral T>
requires(!std::same_as<T, bool>) Json::Json(T value) : content_(static_cast<std::int64_t>(value)) {
  HAMANDISH_CHECK(std::in_range<std::int64_t>(value));
}

template <class T>
Json Json::array(const std::vector<T>& values) {
  Items items;
  items.reserve(values.size());
  for (const T& value : values) {
    if constexpr (requires { to_json(value); }) {
      items.push_back(to_json(value));
    } else {
      items.emplace_back(value);
    }
  }
  return Json(std::move(items));
}

// Deeper nesting than any document of ours; keeps a hostile text from exhausting the stack.
inline constexpr int kMaxJsonDepth = 32;

// The whole text must be one JSON value. Integers that fit in 64 bits are integers, all others doubles. Invalid with
// - error.bad_utf8        the text is not UTF-8
// - error.nul_byte        a NUL byte, raw or as \u0000
// - error.json_too_deep   more than kMaxJsonDepth levels
// - error.json_duplicate  a member stands twice in one object: two readers could disagree about which one holds
// - error.malformed_json  all else, the place in `detail`; also numbers beyond the range of a double
Result<Json> parse_json(std::string_view text);

}  // namespace hamandish
