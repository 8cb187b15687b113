#include "shared/messages/messages.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "shared/messages/messages_list.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

// What every program says.
const std::array kTables = {&kFaCases, &kFaCitizen, &kFaErrors, &kFaForms, &kFaPages};

template <class Visit>
void for_each_table(const Visit& visit) {
  for (const auto* table : kTables) visit(*table);
  for (const auto* table : further_tables()) visit(*table);
}

using Texts = std::unordered_map<std::string_view, std::string_view>;

// By key. Made at the first call and never changed.
const Texts& texts() {
  static const Texts all = [] {
    Texts made;
    std::size_t size = 0;
    for_each_table([&size](std::span<const Message> table) { size += table.size(); });
    made.reserve(size);
    for_each_table([&made](std::span<const Message> table) {
      for (const Message& message : table) made.emplace(message.key, message.text);
    });
    return made;
  }();
  return all;
}

constexpr std::string_view kLeftToRightIsolate = "\xE2\x81\xA6";  // U+2066
constexpr std::string_view kFirstStrongIsolate = "\xE2\x81\xA8";  // U+2068
constexpr std::string_view kPopIsolate = "\xE2\x81\xA9";          // U+2069

// Persian digits, except in words with a Latin letter: «LAND-2026/77» is a name.
void add_words(std::string& result, std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" \n"), words.size() - 1) + 1;
    const std::string_view word = words.substr(0, end);
    const auto is_latin = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    const bool keeps = std::any_of(word.begin(), word.end(), is_latin);
    result += keeps ? std::string(word) : text::persian_digits(word);
    words.remove_prefix(end);
  }
}

// Persian digits, except in an isolate: codes, addresses and file names keep theirs.
std::string for_reading(std::string_view value) {
  std::string result;
  while (!value.empty()) {
    const std::size_t start =
        std::min({value.find(kLeftToRightIsolate), value.find(kFirstStrongIsolate), value.size()});
    add_words(result, value.substr(0, start));
    const std::size_t pop = value.find(kPopIsolate, start);
    const std::size_t end = pop == std::string_view::npos ? value.size() : pop + kPopIsolate.size();
    result += value.substr(start, end - start);
    value.remove_prefix(end);
  }
  return result;
}

const Param* find_param(const Params& params, std::string_view name) {
  const auto at = std::find_if(params.begin(), params.end(), [&](const Param& param) { return param.name == name; });
  return at != params.end() ? &*at : nullptr;
}

}  // namespace

std::vector<Message> all_messages() {
  std::vector<Message> all;
  for_each_table([&all](std::span<const Message> table) { all.insert(all.end(), table.begin(), table.end()); });
  std::stable_sort(all.begin(), all.end(), [](const Message& a, const Message& b) { return a.key < b.key; });
  return all;
}

// One pass over the template: braces inside a parameter's value are text.
std::string say(std::string_view key, const Params& params) {
  const auto message = texts().find(key);
  if (message == texts().end()) return std::string(key);
  std::string result;
  std::string_view rest = message->second;
  while (!rest.empty()) {
    const std::size_t open = std::min(rest.find('{'), rest.size());
    result += rest.substr(0, open);
    rest.remove_prefix(open);
    const std::size_t close = rest.find('}');
    if (close == std::string_view::npos) break;
    const Param* param = find_param(params, rest.substr(1, close - 1));
    result += param != nullptr ? for_reading(param->value) : std::string(rest.substr(0, close + 1));
    rest.remove_prefix(close + 1);
  }
  result += rest;
  return result;
}

bool message_exists(std::string_view key) {
  return texts().contains(key);
}

std::string as_object(std::string label) {
  constexpr std::string_view kYour = " شما";
  for (const std::string_view end : {"؟", " به", " است"}) {
    if (label.ends_with(end)) return "«" + label + "»";
  }
  if (label.ends_with(kYour)) label.replace(label.size() - kYour.size(), kYour.size(), " خود");
  return label;
}

}  // namespace hamandish
