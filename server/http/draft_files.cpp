#include "server/http/draft_files.h"

#include <utility>

#include "server/http/atom.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/page_routes.h"
#include "server/http/reply.h"
#include "server/http/url.h"
#include "server/reports/csv.h"
#include "server/reports/disposition_report.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

constexpr int kFeedSteps = 50;
constexpr int kPage = 500;
constexpr std::string_view kPublicFile = "public, max-age=60";

struct File {
  std::string_view type;
  std::string name;
  std::string_view cache;
};

Reply file_reply(const File& file, std::string bytes) {
  Reply reply;
  reply.content_type = file.type;
  reply.body = std::move(bytes);
  reply.set("Content-Disposition", attachment_disposition(file.name));
  reply.set("Cache-Control", std::string(file.cache));
  return reply;
}

std::int64_t id_of(const Call& call) {
  return number_in(call.request.path_value("id"));
}

std::string name_of(const Call& call, const std::string& what) {
  return "draft-" + std::to_string(id_of(call)) + "-" + what;
}

Reply table_csv(const Call& call, const Result<DraftsService::Table>& table, std::string_view cache) {
  if (!table) return error_page(call, table.error());
  return file_reply({"text/csv; charset=utf-8", name_of(call, "dispositions.csv"), cache},
                    write_csv(disposition_heads(), disposition_cells(*table)));
}

Reply table_pdf(const Call& call, const Result<DraftsService::Table>& table, std::string_view cache) {
  if (!table) return error_page(call, table.error());
  Result<std::string> pdf =
      write_report_pdf(call.context.receipt_pdf.fonts(), disposition_report(*call.profile, *table, call.now));
  if (!pdf) return error_page(call, pdf.error());
  return file_reply({"application/pdf", name_of(call, "dispositions.pdf"), cache}, std::move(pdf).value());
}

AtomEntry entry_of(const PublicDraftStep& step) {
  const std::string address = pages::draft_address(step.draft_id);
  const std::string word = say("draft_step." + std::string(wire_name(step.step)));
  AtomEntry entry;
  entry.id = address + "/steps/" + std::to_string(step.id);
  entry.address = address;
  entry.title = say("draft.feed_entry", {{"title", step.title}, {"step", word}});
  entry.published = step.at;
  entry.updated = step.at;
  entry.category = wire_name(step.step);
  entry.category_label = word;
  entry.summary = step.text;
  return entry;
}

}  // namespace

Reply get_dispositions_csv(const Call& call) {
  return table_csv(call, call.context.services.drafts.disposition_table(id_of(call)), kPublicFile);
}

Reply get_dispositions_pdf(const Call& call) {
  return table_pdf(call, call.context.services.drafts.disposition_table(id_of(call)), kPublicFile);
}

Reply get_staff_dispositions_csv(const Call& call) {
  return table_csv(call, call.context.services.drafts.disposition_table(call.session->actor, id_of(call)), kSecretPage);
}

Reply get_staff_dispositions_pdf(const Call& call) {
  return table_pdf(call, call.context.services.drafts.disposition_table(call.session->actor, id_of(call)), kSecretPage);
}

Reply get_comments_csv(const Call& call) {
  DraftsService& drafts = call.context.services.drafts;
  const Result<DraftsService::Whole> draft = drafts.published_draft(id_of(call));
  if (!draft) return error_page(call, draft.error());
  Cells cells;
  std::int64_t before = 0;
  while (true) {
    const Result<std::vector<DraftCommentRow>> page = drafts.published_comments(draft->row.id, {}, before, kPage);
    if (!page) return error_page(call, page.error());
    for (const DraftCommentRow& comment : *page) cells.push_back(comment_cells(draft->proposed, comment));
    if (page->size() < kPage) break;
    before = page->back().id;
  }
  return file_reply({"text/csv; charset=utf-8", name_of(call, "comments.csv"), kPublicFile},
                    write_csv(comment_heads(), cells));
}

Reply get_drafts_feed(const Call& call) {
  const Result<std::vector<PublicDraftStep>> steps = call.context.services.drafts.newest_steps(kFeedSteps);
  if (!steps) return error_page(call, steps.error());
  AtomFeed feed;
  feed.title = say("page.title", {{"title", say("nav.drafts")}, {"organisation", call.profile->short_name}});
  feed.self = pages::kDraftsFeed;
  feed.page = pages::kDraftsPath;
  for (const PublicDraftStep& step : *steps) feed.entries.push_back(entry_of(step));
  return atom_reply(call, feed);
}

}  // namespace hamandish::server
