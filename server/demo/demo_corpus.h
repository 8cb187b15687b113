// The texts that demo data is made of, read from assets/demo/<profile>.json. Texts are templates: {place} and {spot}
// are a place and a spot in it, {c} in ids is the place's id («county-{c}»), {date} lies before the case; {number}
// {amount} {count} {small} {area} {years} {year} are made up; any other name is a slot of the file. In replies also
// {unit}, the unit that answers, {done}, a day before the reply, and {later}, one after it. Within one case a name
// keeps its value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/cases/kinds.h"
#include "shared/directory/profile.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

// One thing that people write about, with what the organisation answers to it.
struct DemoTopic {
  CaseKind kind = CaseKind::complaint;
  std::string category;  // id in the profile, may be empty where the form allows it
  std::string subject;
  std::string body;
  std::string reply;
  std::string refer_to;   // unit id to which it is sometimes referred; empty: one of the corpus's referrals
  std::string refer_why;  // may be empty
};

struct DemoPlace {
  std::string id;  // stands for {c}
  std::string name;
  std::vector<std::string> spots;
};

struct DemoReferral {
  std::string unit;  // id, may hold {c}
  std::string why;
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
  std::vector<DemoPlace> places;
  std::vector<DemoSlot> slots;
  std::vector<DemoAccount> accounts;  // the contract's
  std::vector<std::string> first_names;
  std::vector<std::string> last_names;
  std::vector<std::string> openings;   // sentences before the body, such as greetings
  std::vector<std::string> closings;   // sentences after it
  std::vector<std::string> additions;  // whole paragraphs that make a long letter
  std::vector<std::string> emoji;
  std::vector<std::string> reply_openings;
  std::vector<std::string> second_replies;  // after an objection
  std::vector<std::string> reply_closings;
  std::vector<DemoReferral> referrals;
  std::vector<std::string> notes;     // internal
  std::vector<std::string> asks;      // what is missing
  std::vector<std::string> supplies;  // the citizen's answer to that
  std::vector<std::string> objections;
  std::vector<std::string> rejections;
  std::vector<std::string> extensions;
};

// The id with the place put in: «county-{c}» is «county-qaen».
std::string id_at(std::string_view id, const DemoPlace& place);

// The names in braces, as they stand.
std::vector<std::string> slot_names(std::string_view text);

// Invalid, with the place in `detail`, if a member is missing or empty, if a text names a slot that nothing fills, or
// if a topic or account names a unit, or a category for its kind, that the profile lacks.
Result<DemoCorpus> read_demo_corpus(std::string_view json, const Profile& profile);

}  // namespace hamandish::server
