// Reports about what people send: the complaints of a month, and the load of the ways in. Pure: made of rows that the store
// gives.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "shared/directory/profile.h"
#include "shared/reports/case_month.h"
#include "shared/reports/document.h"

namespace hamandish {

// One message as it arrived. sender: what its sender is recognised by, never shown; empty for a nameless one.
struct ReceivedMessage {
  CaseKind kind = CaseKind::complaint;
  Intake channel = Intake::web;
  std::string unit_id;
  std::string category_id;
  Instant at;
  std::string sender{};
  std::string place{};  // as written; empty if not asked or not given
};

// Messages of the thirteen months that end with `month`, in any order; others are passed over.
struct ComplaintFacts {
  std::vector<ReceivedMessage> complaints;
  std::map<std::string, std::int64_t> tags;  // of the complaints of the month
};
ReportDocument complaints_document(const Profile& profile, JalaliMonth month, const ComplaintFacts& facts);

// Messages of the six months that end with `month`.
inline constexpr int kChannelMonths = 6;
ReportDocument channels_document(const Profile& profile, JalaliMonth month,
                                 const std::vector<ReceivedMessage>& messages);

// How many senders have sent how many: [0] once, [1] twice, [2] three times, [3] more often.
std::vector<std::int64_t> senders_by_times(const std::vector<ReceivedMessage>& messages);

// What all documents begin with.
ReportDocument start_document(const Profile& profile, std::string_view name, JalaliMonth month);

}  // namespace hamandish
