#include "server/http/draft_import_routes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/http/context.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/consultations/clauses.h"
#include "shared/pages/draft_import_page.h"
#include "shared/pages/staff_drafts_page.h"

namespace hamandish::server {
namespace {

constexpr const char* kFile = "draft_file";

DraftsService& drafts_of(const Call& call) {
  return call.context.services.drafts;
}

Reply show(const Call& call, int status) {
  const Result<std::optional<DraftImportRow>> row = drafts_of(call).imported(call.session->actor);
  if (!row) return remote_error(call, row.error());
  pages::DraftImportState state;
  if (*row) {
    state.file_name = (*row)->file_name;
    state.numbered = (*row)->numbered;
    if (!(*row)->problem.empty()) state.errors.push_back({kFile, (*row)->problem, {}});
    if (Result<Clauses> clauses = find_clauses((*row)->text); clauses) state.clauses = std::move(clauses).value();
  }
  return remote_reply(call, pages::draft_import_view(site_of(call), state), status);
}

}  // namespace

Reply draft_import_page(const Call& call) {
  return show(call, 200);
}

Reply post_draft_import(const Call& call) {
  const auto part = std::find_if(call.request.parts.begin(), call.request.parts.end(),
                                 [](const Part& one) { return one.is_file && one.name == kFile; });
  const bool is_there = part != call.request.parts.end();
  const Result<void> done =
      drafts_of(call).import(call.session->actor, is_there ? std::string_view(part->file_name) : std::string_view{},
                             is_there ? part->content : std::string_view{}, call.now);
  if (done) return remote_go(call, std::string(pages::kDraftImportPath));
  if (done.error().fields.empty()) return remote_error(call, done.error());
  return show(call, status_of(done.error()));
}

Reply imported_draft_form(const Call& call) {
  const Result<std::optional<DraftImportRow>> row = drafts_of(call).imported(call.session->actor);
  if (!row) return remote_error(call, row.error());
  pages::DraftFormState state;
  if (*row) set_answer(state.answers, "plain_text", (*row)->text);
  return remote_reply(call, pages::draft_form_view(site_of(call), state));
}

}  // namespace hamandish::server
