// A comment on a draft: what the form asks, and what is stored of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/consultations/draft.h"
#include "shared/forms/field.h"

namespace hamandish {

struct DraftComment {
  std::string clause_id;  // empty: on the whole draft
  std::string body;
  std::string wording;  // proposed in place of the clause's text
  CommenterGroup group = CommenterGroup::citizen;
  Publication publication = Publication::not_at_all;
  std::string first_name;
  std::string last_name;
  std::string organisation;  // of a professional body or another agency
  std::string mobile;
  std::string email;
};

// The fields in the order in which they are asked: body, wording (with a clause only), commenter_group, publication,
// first_name, last_name, organisation, mobile, email.
std::vector<Field> comment_fields(bool on_clause);

// From the answers to comment_fields, normalised for storage. Not found (draft.clause_unknown) if `clause_id` is neither
// empty nor in `clauses`. Invalid (error.invalid) with all field errors at once: those of check_answers, and
// - body: comment.body_needed, if neither a comment nor a wording nor a file is there; comment.wording_unchanged on wording
// - first_name, last_name: comment.name_needed, if it is to be published with the name
// - organisation: comment.organisation_needed, of a professional body and of an officer elsewhere.
Result<DraftComment> check_comment(std::string_view clause_id, const Answers& answers, const Clauses& clauses,
                                   bool has_files = false);

}  // namespace hamandish
