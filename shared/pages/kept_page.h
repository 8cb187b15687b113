// Messages that no case was made of (server/store/kept_store.h): the list, one of them with its words, and the way to make
// a case of it by hand. The server makes these pages whole, below the telephone operators' screen.
#pragma once

#include <string>
#include <vector>

#include "shared/forms/field.h"
#include "shared/pages/calls_page.h"

namespace hamandish::pages {

inline constexpr std::string_view kKeptPath = "/staff/calls/kept";

struct KeptItem {
  std::int64_t id = 0;
  std::string channel;  // wire name of the intake
  std::string outcome;  // automatic, too_many, blank
  Instant at;
  std::string sender;  // may be empty
  std::string recipient;
  std::string subject;
  std::string text;
  std::string quoted;
};

struct KeptListState {
  std::vector<KeptItem> items;
  bool later = false;            // the list begins below the newest
  std::int64_t next_before = 0;  // 0: there are no older ones
};
view::Node kept_list_view(const Site& site, const KeptListState& state);

struct KeptState {
  KeptItem item;
  std::string head;            // of the letter, as it came
  std::int64_t raw_bytes = 0;  // 0: nothing to take away
  bool can_open = false;
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;
};
view::Node kept_view(const Site& site, const KeptState& state);

std::vector<Field> kept_fields(const Profile& profile);
std::string kept_address(std::int64_t id);

}  // namespace hamandish::pages
