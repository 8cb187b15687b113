// What staff do with comments on drafts: moderating and answering them, inviting people to write them.
#pragma once

#include <cstdint>
#include <string_view>

#include "server/http/routes.h"

namespace hamandish::server {

// Rooms of /staff/drafts/<id>. `rest`: «waiting», or «waiting/<before>» for older ones.
Reply moderation_page(const Call& call, std::int64_t id, std::string_view rest);
// `rest`: nothing or «/<after>» for all rows; «/undecided», «/undecided/<after>» for those without an outcome.
Reply dispositions_page(const Call& call, std::int64_t id, std::string_view rest);
Reply invitations_page(const Call& call, std::int64_t id);

Reply post_comment_verdict(const Call& call);
Reply post_comment_answer(const Call& call);
Reply post_invitations(const Call& call);

}  // namespace hamandish::server
