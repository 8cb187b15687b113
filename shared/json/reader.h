// Reads the members of one JSON object into a struct and gathers everything that is wrong, each with the place where it
// stands. One loop for requests, replies and profiles:
//
//   std::vector<FieldError> errors;
//   Reader reader(json, errors);
//   Unit unit{reader.text("id"), reader.text("name"), reader.text_or("phone", "")};
//   std::vector<Category> categories = reader.list<Category>("categories", read_category);   // Category(Reader&)
//   reader.refuse_unknown();                       // requests only: a newer server may say more than a client knows
//   if (!errors.empty()) return invalid(errors);
//
// After a mistake a reader returns an empty value and goes on. The keys are json.missing, json.wrong_type,
// json.not_an_object, json.unknown_member, json.unknown_value. null counts as absent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"
#include "shared/json/json.h"

namespace hamandish {

class Reader {
 public:
  // Both must outlive the reader. `path` stands before the name of every member in error places: "units[3]".
  Reader(const Json& json, std::vector<FieldError>& errors, std::string path = {});

  // Must be there.
  std::string text(std::string_view name);
  std::int64_t integer(std::string_view name);
  bool boolean(std::string_view name);
  Instant instant(std::string_view name);  // milliseconds
  Day day(std::string_view name);          // "2026-11-21"

  // May be absent.
  std::string text_or(std::string_view name, std::string_view fallback);
  std::int64_t integer_or(std::string_view name, std::int64_t fallback);
  bool boolean_or(std::string_view name, bool fallback);
  std::vector<std::string> texts(std::string_view name);      // ["a", "b"]
  std::vector<std::int64_t> integers(std::string_view name);  // [5, 6]
  std::vector<Day> days(std::string_view name);               // ["2026-11-21"]

  // One of the words that `from` knows: reader.word("kind", case_kind_from). The sizeof makes clang 14 know the whole
  // type of `from` in time: otherwise it calls it for WASM with the signature () -> void, which traps.
  template <class Enum, std::size_t = sizeof(std::optional<Enum>)>
  Enum word(std::string_view name, std::optional<Enum> (*from)(std::string_view)) {
    const std::optional<Enum> value = from(text_for_word(name));
    if (!value && word_given_) refuse(name, "json.unknown_value");
    return value.value_or(Enum{});
  }
  template <class Enum, std::size_t = sizeof(std::optional<Enum>)>
  std::vector<Enum> words(std::string_view name, std::optional<Enum> (*from)(std::string_view)) {
    std::vector<Enum> values;
    for (const std::string& word : texts(name)) {
      const std::optional<Enum> value = from(word);
      if (value) values.push_back(*value);
      if (!value) refuse(name, "json.unknown_value");
    }
    return values;
  }

  // A list of objects; absent: empty. `read` is called with a Reader of each item.
  template <class T, class Read>
  std::vector<T> list(std::string_view name, Read read) {
    std::vector<T> values;
    const Json* array = array_member(name);
    if (array == nullptr) return values;
    values.reserve(array->items().size());
    for (const Json& item : array->items()) {
      Reader reader(item, errors_, place(name) + "[" + std::to_string(values.size()) + "]");
      values.push_back(read(reader));
    }
    return values;
  }

  // An object: `read` is called with its Reader, unless it is absent.
  template <class Read>
  void object(std::string_view name, Read read) {
    const Json* json = member(name);
    if (json == nullptr) return;
    Reader reader(*json, errors_, place(name));
    read(reader);
  }

  // For what the functions above do not cover. Marks the member as known; nullptr if absent or null.
  const Json* member(std::string_view name);
  void refuse(std::string_view name, std::string_view key);
  // Every member that was not asked for by now is an error; no more of them once there are fifty.
  void refuse_unknown();

 private:
  std::string place(std::string_view name) const;
  const Json* required(std::string_view name);
  const Json* array_member(std::string_view name);
  std::string text_for_word(std::string_view name);

  const Json& json_;
  std::vector<FieldError>& errors_;
  std::string path_;
  std::vector<std::string> known_;
  bool word_given_ = false;
};

// Error{invalid, error.invalid} with these fields; the places are also in `detail`.
Error invalid(std::vector<FieldError> errors);

}  // namespace hamandish
