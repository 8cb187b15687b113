#include "shared/messages/messages.h"

#include <algorithm>
#include <array>

#include "shared/messages/messages_list.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

// What every program says.
const std::array kTables = {&kFaCases, &kFaCitizen, &kFaErrors, &kFaForms, &kFaPages};

bool before(const Message& message, std::string_view key) {
  return message.key < key;
}

const Message* find_message(std::string_view key) {
  const std::vector<Message>& messages = all_messages();
  const auto at = std::lower_bound(messages.begin(), messages.end(), key, before);
  return at != messages.end() && at->key == key ? &*at : nullptr;
}

constexpr std::string_view kLeftToRightIsolate = "\xE2\x81\xA6";  // U+2066
constexpr std::string_view kPopIsolate = "\xE2\x81\xA9";          // U+2069

// Persian digits, except between U+2066 and U+2069: codes, addresses and file names keep theirs.
std::string for_reading(std::string_view value) {
  std::string result;
  while (!value.empty()) {
    const std::size_t start = std::min(value.find(kLeftToRightIsolate), value.size());
    result += text::persian_digits(value.substr(0, start));
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

// Made at the first call and never changed: the tables are written in the order in which people look for things.
const std::vector<Message>& all_messages() {
  static const std::vector<Message> messages = [] {
    std::vector<Message> all;
    for (const auto* table : kTables) all.insert(all.end(), table->begin(), table->end());
    for (const auto* table : further_tables()) all.insert(all.end(), table->begin(), table->end());
    std::stable_sort(all.begin(), all.end(), [](const Message& a, const Message& b) { return a.key < b.key; });
    return all;
  }();
  return messages;
}

// One pass over the template: braces inside a parameter's value are text.
std::string say(std::string_view key, const Params& params) {
  const Message* message = find_message(key);
  if (message == nullptr) return std::string(key);
  std::string result;
  std::string_view rest = message->text;
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
  return find_message(key) != nullptr;
}

}  // namespace hamandish
