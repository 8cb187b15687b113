// What the public's and the staff's pages of drafts share: rows of the store as states of pages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/store/drafts_store.h"
#include "server/store/rows.h"
#include "shared/directory/profile.h"
#include "shared/pages/drafts_page.h"

namespace hamandish::server {

pages::DraftSummary summary_of(const Profile& profile, const DraftRow& row);
using pages::clause_name;
// How the clause's line begins in the plain text: «ماده ۲- », «تبصره ۱- », «الف- »; empty for the preamble.
std::string head_of(const Clause& clause);
// Of the clause with this id; empty for an id that is none.
std::string clause_text(const Clauses& clauses, std::string_view id);
// Files under the address of a draft, for the public or for staff.
std::vector<pages::DraftFileLink> file_links(const std::string& draft, const std::vector<AttachmentRow>& files);
// «issued-57», as it stands in addresses; nothing for a text that is none.
std::string mark_text(const DraftMark& mark);
std::optional<DraftMark> mark_in(std::string_view text);
// 0 if it is no number.
std::int64_t number_in(std::string_view text);

}  // namespace hamandish::server
