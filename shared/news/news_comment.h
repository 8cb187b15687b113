// A comment on an item of the news: what the form asks, and what is stored of it. No account; the name may stay empty.
#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/forms/field.h"

namespace hamandish {

inline constexpr int kNewsCommentLetters = 3000;

struct NewsComment {
  std::string author;  // empty: nameless
  std::string body;
};

// comment_body, comment_author.
std::vector<Field> news_comment_fields();
// From the answers, normalised for storage. Invalid (error.invalid) with all field errors at once.
Result<NewsComment> check_news_comment(const Answers& answers);

}  // namespace hamandish
