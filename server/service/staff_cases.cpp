// What staff read: the inbox, a case, a file.
#include <algorithm>

#include "server/service/case_views.h"
#include "server/service/cases_parts.h"
#include "server/store/attachments_store.h"
#include "server/store/cases_store.h"
#include "server/store/events_store.h"
#include "server/store/looks_store.h"
#include "shared/identity/phone.h"
#include "shared/identity/tracking_code.h"

namespace hamandish::server {
namespace {

constexpr int kMaxInboxRows = 200;

Error case_not_found() {
  return make_error(Code::not_found, "case.not_found_for_staff");
}

// A tracking code or a mobile number is looked for as such, however it is written; all else is words.
void set_search(CaseFilter& filter, const std::string& q) {
  const ParsedCode code = parse_tracking_code(q);
  if (code.check == CodeCheck::ok) {
    filter.tracking_code = code.code;
  } else {
    filter.words = parse_mobile(q).value_or(q);
  }
}

Result<CaseFilter> filter_for(const Profile& profile, const Actor& actor, const InboxQuery& query) {
  CaseFilter filter;
  filter.unit_id = may_see_all_units(actor.role) ? query.unit : actor.unit_id;
  if (!query.unit.empty() && profile.unit(query.unit) == nullptr) {
    return Error{Code::invalid, "error.invalid", {}, {{"unit", "case.unknown_unit", {}}}, {}};
  }
  if (!query.after.empty()) {
    const std::optional<std::int64_t> before = parse_id(query.after);
    if (!before || *before <= 0) {
      return Error{Code::invalid, "error.invalid", {}, {{"after", "json.unknown_value", {{"name", "after"}}}}, {}};
    }
    filter.before_id = *before;
  }
  set_search(filter, query.q);
  filter.state = query.state;
  filter.kind = query.kind;
  // One more than asked for tells whether there is a next page.
  filter.limit = std::clamp(query.limit, 1, kMaxInboxRows) + 1;
  return filter;
}

Result<CaseRow> readable_case(Reader& reader, const Actor& actor, std::string_view id) {
  const std::optional<std::int64_t> number = parse_id(id);
  if (!number) return case_not_found();
  Result<std::optional<CaseRow>> row = case_by_id(reader, *number);
  if (!row) return row.error();
  if (!*row) return case_not_found();
  if (!may_read(actor, {(*row)->unit_id})) return make_error(Code::forbidden, "case.not_found_for_staff");
  return std::move(**row);
}

void record_look(Database& database, const Actor& actor, std::int64_t case_id, std::string what, Instant now) {
  database.write_later([user_id = user_id_of(actor), case_id, what = std::move(what), now](Transaction& transaction) {
    return insert_look(transaction, user_id, case_id, what, now);
  });
}

}  // namespace

Result<api::InboxPage> CasesService::inbox(const Actor& actor, const InboxQuery& query) {
  if (!may_see_all_units(actor.role) && !may_read(actor, {actor.unit_id})) {
    return make_error(Code::forbidden, "error.forbidden");
  }
  const Result<CaseFilter> filter = filter_for(*parts_->profile(), actor, query);
  if (!filter) return filter.error();
  std::vector<CaseSummary> found;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<CaseSummary>> rows = list_cases(reader, *filter);
    if (!rows) return rows.error();
    found = std::move(rows).value();
    return {};
  });
  if (!done) return done.error();
  api::InboxPage page;
  if (static_cast<std::int64_t>(found.size()) == filter->limit) {
    found.pop_back();
    page.next = write_id(found.back().id);
  }
  for (const CaseSummary& summary : found) page.cases.push_back(inbox_row(*parts_->profile(), summary));
  return page;
}

Result<api::StaffCase> CasesService::read_case(const Actor& actor, std::string_view id, Instant now) {
  api::StaffCase view;
  std::int64_t case_id = 0;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    const Result<CaseRow> row = readable_case(reader, actor, id);
    if (!row) return row.error();
    const Result<std::vector<EventRow>> events = events_of(reader, row->id);
    if (!events) return events.error();
    const Result<std::vector<AttachmentRow>> attachments = attachments_of(reader, row->id);
    if (!attachments) return attachments.error();
    view = staff_case(*parts_->profile(), actor, *row, *events, *attachments);
    case_id = row->id;
    return {};
  });
  if (!done) return done.error();
  record_look(parts_->database, actor, case_id, "case", now);
  return view;
}

Result<StoredFile> CasesService::attachment(const Actor& actor, std::string_view id, std::string_view attachment_id,
                                            Instant now) {
  StoredFile file;
  std::int64_t case_id = 0;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    const Result<CaseRow> row = readable_case(reader, actor, id);
    if (!row) return row.error();
    Result<std::optional<AttachmentContent>> found = attachment_content(reader, row->id, attachment_id);
    if (!found) return found.error();
    if (!*found) return case_not_found();
    AttachmentContent& content = **found;
    file.info = {content.row.id, content.row.file_name, content.row.mime, content.row.bytes};
    file.bytes = std::move(content.content);
    case_id = row->id;
    return {};
  });
  if (!done) return done.error();
  record_look(parts_->database, actor, case_id, "attachment:" + file.info.id, now);
  return file;
}

}  // namespace hamandish::server
