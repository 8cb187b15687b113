// Demo data as plain values: staff and some hundred cases of the last 14 months, for `hamandish demo`. Deterministic:
// the same profile, corpus and `now` give the same cases to the byte. The store inserts them in bulk; nothing here
// knows a database. The texts come from assets/demo/<profile>.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/demo/demo_corpus.h"
#include "shared/base/time.h"
#include "shared/cases/kinds.h"
#include "shared/directory/profile.h"
#include "shared/forms/field.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

struct DemoUser {
  std::string username;
  std::string password;  // kDemoPassword for all; to be hashed by whoever stores it (hash once, use for all)
  std::string name;
  Role role = Role::officer;
  std::string unit_id;
};

// contract.md; the server refuses to start with these accounts on any address but loopback.
inline constexpr std::string_view kDemoPassword = "demo-hamandish";

struct DemoEvent {
  EventKind kind = EventKind::registered;
  Instant at;
  std::string username;   // of a DemoUser; empty: the citizen
  std::string from_unit;  // ids; referred: both, registered: to_unit, replied: from_unit, others: neither
  std::string to_unit;
  std::string text;
};

struct DemoCase {
  CaseKind kind = CaseKind::complaint;
  CaseState state = CaseState::registered;
  bool anonymous = false;
  // As the citizen typed it (Arabic ي, any digits ...), fields of the kind's form without `anonymous` and
  // `attachments`; passes check_answers(fields_to_fill(form, anonymous), answers), whose normalised answers are what is
  // stored.
  Answers answers;
  std::string tracking_code;  // valid and unique; 12 digits, 16 without a mobile
  std::string unit_id;        // holds the case now
  Instant registered_at;
  Day due_on;
  std::vector<DemoEvent> events;  // oldest first; the first is `registered` at registered_at, all before `now`
};

// The accounts of the contract, and one officer per unit: `karshenas-<unit id>`.
std::vector<DemoUser> make_demo_users(const Profile& profile, const DemoCorpus& corpus);

// At least 300 cases, oldest first, in all states.
std::vector<DemoCase> make_demo_cases(const Profile& profile, const DemoCorpus& corpus, Instant now);

}  // namespace hamandish::server
