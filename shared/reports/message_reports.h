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
#include "shared/reports/message_figures.h"

namespace hamandish {

// Messages of the thirteen months that end with `month`, in any order; others are passed over.
struct ComplaintFacts {
  std::vector<ReceivedMessage> complaints;
  std::map<std::string, std::int64_t> tags;  // of the complaints of the month
};
ReportDocument complaints_document(const Profile& profile, JalaliMonth month, const ComplaintFacts& facts);

// Messages of the kChannelMonths months that end with `month`.
ReportDocument channels_document(const Profile& profile, JalaliMonth month,
                                 const std::vector<ReceivedMessage>& messages);

// How many senders have sent how many: [0] once, [1] twice, [2] three times, [3] more often.
std::vector<std::int64_t> senders_by_times(const std::vector<ReceivedMessage>& messages);

// What all documents begin with.
ReportDocument start_document(const Profile& profile, std::string_view name, JalaliMonth month);

}  // namespace hamandish
