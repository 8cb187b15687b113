// The text of a new draft from a file: the file is chosen, its text read and shown with the clauses that were found, and
// then the form of the draft opens with it.
#pragma once

#include <string>
#include <vector>

#include "shared/consultations/draft.h"
#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

inline constexpr std::string_view kDraftImportPath = "/staff/drafts/import";
inline constexpr std::string_view kImportedDraftPath = "/staff/drafts/new/imported";

struct DraftImportState {
  std::string file_name;           // of the last file; empty: none was read yet
  Clauses clauses;                 // found in it
  int numbered = 0;                // paragraphs whose numbers are not in the text
  std::vector<FieldError> errors;  // of «draft_file»
};
view::Node draft_import_view(const Site& site, const DraftImportState& state);

}  // namespace hamandish::pages
