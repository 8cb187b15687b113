// Texts of files, from which drafts are made.
#include <utility>

#include "server/service/cases_parts.h"
#include "server/service/docx_text.h"
#include "server/service/drafts_parts.h"
#include "shared/consultations/clauses.h"
#include "shared/text/normalize.h"

namespace hamandish::server {

using namespace drafts;  // NOLINT(google-build-using-namespace)

Result<void> DraftsService::import(const Actor& actor, std::string_view file_name, std::string_view bytes,
                                   Instant now) {
  if (!may_take(actor.role, DraftStep::edit)) return forbidden();
  DraftImportRow row;
  row.user_id = user_id_of(actor);
  row.at = now;
  row.file_name = text::for_storage_one_line(file_name);
  Result<FileText> found = text_of_file(bytes);
  Result<void> fit;
  if (!found) {
    fit = found.error();
  } else if (const Result<Clauses> clauses = find_clauses(found->text); !clauses) {
    fit = clauses.error();
  }
  if (fit) {
    row.text = text::for_storage(found->text);
    row.numbered = found->numbered_paragraphs;
  } else {
    row.problem = fit.error().fields.empty() ? fit.error().key : fit.error().fields.front().key;
  }
  Result<void> kept = database_.write([&](Transaction& transaction) { return write_draft_import(transaction, row); });
  if (!kept || fit) return kept;
  Error error = make_error(fit.error().code, "error.invalid");
  error.fields.push_back({"draft_file", row.problem, {}});
  return error;
}

Result<std::optional<DraftImportRow>> DraftsService::imported(const Actor& actor) {
  if (!may_take(actor.role, DraftStep::edit)) return forbidden();
  std::optional<DraftImportRow> row;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<DraftImportRow>> found = draft_import_of(reader, user_id_of(actor));
    if (!found) return found.error();
    row = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return row;
}

}  // namespace hamandish::server
