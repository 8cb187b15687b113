// Rules that hold for every message of every table.
#include <doctest/doctest.h>

#include <algorithm>

#include "shared/messages/messages.h"
#include "shared/messages/messages_list.h"
#include "shared/text/normalize.h"

using namespace hamandish;

namespace {

// The parameters taken out, for their names are Latin. Isolates are kept by the messages on purpose.
std::string without(std::string text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part)) text.erase(at, part.size());
  return text;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("no key stands twice, and keys are written area.name") {
  std::vector<std::string_view> keys;
  for (const Message& message : all_messages()) keys.push_back(message.key);
  CHECK(keys.size() > 50);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    CAPTURE(keys[i]);
    if (i > 0) CHECK(keys[i - 1] < keys[i]);  // sorted: equal ones would be neighbours
    CHECK(keys[i].find('.') != std::string_view::npos);
    CHECK(keys[i].find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == std::string_view::npos);
    CHECK(message_exists(keys[i]));
  }
}

TEST_CASE("messages are tidy Persian: one spelling of each letter, Persian punctuation, balanced braces") {
  for (const Message& message : all_messages()) {
    CAPTURE(message.key);
    std::string plain(message.text);
    for (const char* mark : {"\u2066", "\u2069", "\u200F", "\u061C"}) plain = without(std::move(plain), mark);
    CHECK(plain == text::for_storage(plain));  // no Arabic yeh and kaf, no stray half-space, no double space
    CHECK_FALSE(message.text.empty());
    CHECK_FALSE(has(message.text, "?"));
    CHECK_FALSE(has(message.text, ";"));
    CHECK_FALSE(has(message.text, ", "));
    CHECK_FALSE(has(message.text, " ."));
    CHECK_FALSE(has(message.text, " ،"));
    CHECK_FALSE(has(message.text, " می "));  // the half-space is missing
    CHECK(std::count(message.text.begin(), message.text.end(), '{') ==
          std::count(message.text.begin(), message.text.end(), '}'));
  }
}
