#include "shared/consultations/comment.h"

#include <algorithm>

#include "shared/messages/messages.h"

namespace hamandish {
namespace {

constexpr int kMostLetters = 5000;

Field field(std::string id, FieldKind kind, std::string_view label_key) {
  Field made;
  made.id = std::move(id);
  made.kind = kind;
  made.label = say(label_key);
  return made;
}

template <typename List>
std::vector<Choice> choices_of(const List& values, const std::string& prefix) {
  std::vector<Choice> choices;
  for (const auto value : values) {
    const std::string name(wire_name(value));
    choices.push_back({name, say(prefix + name)});
  }
  return choices;
}

void need_name(const DraftComment& comment, std::vector<FieldError>& errors) {
  if (comment.publication != Publication::with_name) return;
  if (comment.first_name.empty()) errors.push_back({"first_name", "comment.name_needed", {}});
  if (comment.last_name.empty()) errors.push_back({"last_name", "comment.name_needed", {}});
}

void need_organisation(const DraftComment& comment, std::vector<FieldError>& errors) {
  const bool needed =
      comment.group == CommenterGroup::professional_body || comment.group == CommenterGroup::officer_elsewhere;
  if (needed && comment.organisation.empty()) errors.push_back({"organisation", "comment.organisation_needed", {}});
}

void need_content(const DraftComment& comment, const Clause* clause, bool has_files, std::vector<FieldError>& errors) {
  if (comment.body.empty() && comment.wording.empty() && !has_files)
    errors.push_back({"body", "comment.body_needed", {}});
  if (clause != nullptr && !comment.wording.empty() && comment.wording == clause->text && comment.body.empty()) {
    errors.push_back({"wording", "comment.wording_unchanged", {}});
  }
}

}  // namespace

std::vector<Field> comment_fields(bool on_clause) {
  std::vector<Field> fields;
  fields.push_back(field("body", FieldKind::text, "comment.body"));
  fields.back().max_length = kMostLetters;
  if (on_clause) {
    fields.push_back(field("wording", FieldKind::text, "comment.wording"));
    fields.back().help = say("comment.wording_help");
  }
  fields.push_back(field("commenter_group", FieldKind::choice, "comment.group"));
  fields.back().required = true;
  fields.back().choices = choices_of(kCommenterGroups, "comment_group.");
  fields.push_back(field("publication", FieldKind::choice, "comment.publication"));
  fields.back().required = true;
  fields.back().choices = choices_of(kPublications, "comment_publication.");
  fields.push_back(field("first_name", FieldKind::name, "comment.first_name"));
  fields.push_back(field("last_name", FieldKind::name, "comment.last_name"));
  fields.push_back(field("organisation", FieldKind::line, "comment.organisation"));
  fields.push_back(field("mobile", FieldKind::mobile, "comment.mobile"));
  fields.back().help = say("comment.mobile_help");
  fields.push_back(field("email", FieldKind::email, "comment.email"));
  return fields;
}

Result<DraftComment> check_comment(std::string_view clause_id, const Answers& answers, const Clauses& clauses,
                                   bool has_files) {
  const auto at = std::find_if(clauses.begin(), clauses.end(), [&](const Clause& one) { return one.id == clause_id; });
  if (!clause_id.empty() && at == clauses.end()) return make_error(Code::not_found, "draft.clause_unknown");
  CheckedAnswers checked = check_answers(comment_fields(!clause_id.empty()), answers);
  const auto value = [&](std::string_view id) { return std::string(answer(checked.answers, id)); };
  DraftComment comment;
  comment.clause_id = clause_id;
  comment.body = value("body");
  comment.wording = value("wording");
  comment.group = commenter_group_from(value("commenter_group")).value_or(CommenterGroup::citizen);
  comment.publication = publication_from(value("publication")).value_or(Publication::not_at_all);
  comment.first_name = value("first_name");
  comment.last_name = value("last_name");
  comment.organisation = value("organisation");
  comment.mobile = value("mobile");
  comment.email = value("email");
  need_content(comment, at == clauses.end() ? nullptr : &*at, has_files, checked.errors);
  need_name(comment, checked.errors);
  need_organisation(comment, checked.errors);
  if (!checked.errors.empty()) return Error{Code::invalid, "error.invalid", {}, std::move(checked.errors), {}};
  return comment;
}

}  // namespace hamandish
