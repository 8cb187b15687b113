// The texts that demo data is made of, read from assets/demo/<profile>.json. Texts are templates: «{village}» takes a
// value from the slot of that name; {date}, {amount}, {number}, {count} and {phone} are made up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/cases/kinds.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

// One thing that people write about, with what the organisation answers to it.
struct DemoTopic {
  CaseKind kind = CaseKind::complaint;
  std::string category;  // id in the profile, may be empty where the form allows it
  std::string subject;
  std::string body;
  std::string reply;
  std::string refer_to;  // unit id to which it is sometimes referred; empty: to any other
  std::string refer_why;
};

struct DemoSlot {
  std::string name;
  std::vector<std::string> values;
};

struct DemoAccount {
  std::string username;
  std::string name;
  Role role = Role::officer;
  std::string unit_id;
};

struct DemoCorpus {
  std::vector<DemoTopic> topics;
  std::vector<DemoSlot> slots;
  std::vector<DemoAccount> accounts;  // the contract's
  std::vector<std::string> first_names;
  std::vector<std::string> last_names;
  std::vector<std::string> openings;   // sentences before the body, such as greetings
  std::vector<std::string> closings;   // sentences after it
  std::vector<std::string> additions;  // whole paragraphs that make a long letter
  std::vector<std::string> notes;      // internal
  std::vector<std::string> asks;       // what is missing
  std::vector<std::string> supplies;   // the citizen's answer to that
  std::vector<std::string> objections;
  std::vector<std::string> rejections;
  std::vector<std::string> extensions;
};

// Invalid, with the place in `detail`, if a member is missing or names a unit or category that the profile lacks.
Result<DemoCorpus> read_demo_corpus(std::string_view json, const Profile& profile);

}  // namespace hamandish::server
