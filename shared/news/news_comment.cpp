#include "shared/news/news_comment.h"

#include "shared/forms/limits.h"
#include "shared/messages/messages.h"

namespace hamandish {

std::vector<Field> news_comment_fields() {
  Field body;
  body.id = "comment_body";
  body.kind = FieldKind::text;
  body.label = say("news_comment.body");
  body.required = true;
  body.min_length = kSubjectMin;
  body.max_length = kNewsCommentLetters;
  Field author;
  author.id = "comment_author";
  author.kind = FieldKind::name;
  author.label = say("news_comment.author");
  author.help = say("news_comment.author_help");
  return {std::move(body), std::move(author)};
}

Result<NewsComment> check_news_comment(const Answers& answers) {
  CheckedAnswers checked = check_answers(news_comment_fields(), answers);
  if (!checked.errors.empty()) return Error{Code::invalid, "error.invalid", {}, std::move(checked.errors), {}};
  return NewsComment{std::string(answer(checked.answers, "comment_author")),
                     std::string(answer(checked.answers, "comment_body"))};
}

}  // namespace hamandish
