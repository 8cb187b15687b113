// Which of the organisation's answered questions a person may be about to ask. Words meet by their search key, so
// spelling, half-spaces and digits do not count; a word also meets one that begins with it.
#pragma once

#include <string_view>
#include <vector>

#include "shared/directory/profile.h"

namespace hamandish {

inline constexpr std::size_t kMostLikelyAnswers = 2;

// Best first, at most kMostLikelyAnswers; empty while the subject says too little. `category_id` may be empty; entries of
// that category come first among equals. The pointers live as long as the profile.
std::vector<const FaqEntry*> likely_answers(const Profile& profile, std::string_view category_id,
                                            std::string_view subject);

}  // namespace hamandish
