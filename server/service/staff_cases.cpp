// What staff read of one case: the case, a file, and who else has it open.
#include <algorithm>

#include "server/service/case_ids.h"
#include "server/service/cases_parts.h"
#include "server/service/staff_views.h"
#include "server/store/looks_store.h"
#include "shared/calendar/tehran_time.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kVisitLasts = 30 * kSecond;

Error case_not_found() {
  return make_error(Code::not_found, "case.not_found_for_staff");
}

void record_look(Database& database, const Actor& actor, std::int64_t case_id, std::string what, Instant now) {
  database.write_later([user_id = user_id_of(actor), case_id, what = std::move(what), now](Transaction& transaction) {
    return insert_look(transaction, user_id, case_id, what, now);
  });
}

}  // namespace

Result<ReadableCase> readable_case(Reader& reader, const Actor& actor, std::string_view id) {
  const std::optional<std::int64_t> number = parse_id(id);
  if (!number) return case_not_found();
  Result<std::optional<CaseRow>> row = case_by_id(reader, *number);
  if (!row) return row.error();
  if (!*row) return case_not_found();
  Result<std::vector<ConsultationRow>> consultations = consultations_of(reader, *number);
  if (!consultations) return consultations.error();
  if (!may_read(actor, scope_of(**row, *consultations))) return make_error(Code::forbidden, "case.not_found_for_staff");
  return ReadableCase{std::move(**row), std::move(consultations).value()};
}

Result<api::StaffCase> CasesService::read_case(const Actor& actor, std::string_view id, Instant now) {
  return look_at(actor, id, "case", now);
}

Result<api::StaffCase> CasesService::case_file(const Actor& actor, std::string_view id, Instant now) {
  return look_at(actor, id, "file", now);
}

Result<api::StaffCase> CasesService::look_at(const Actor& actor, std::string_view id, const char* how, Instant now) {
  api::StaffCase view;
  std::int64_t case_id = 0;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    Result<ReadableCase> found = readable_case(reader, actor, id);
    if (!found) return found.error();
    const Result<CaseBundle> bundle = read_bundle(reader, std::move(found->row));
    if (!bundle) return bundle.error();
    view = staff_case(*parts_->profile(), actor, *bundle, to_tehran(now).day);
    case_id = bundle->row.id;
    return {};
  });
  if (!done) return done.error();
  record_look(parts_->database, actor, case_id, how, now);
  return view;
}

Result<StoredFile> CasesService::attachment(const Actor& actor, std::string_view id, std::string_view attachment_id,
                                            Instant now) {
  StoredFile file;
  std::int64_t case_id = 0;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    const Result<ReadableCase> found_case = readable_case(reader, actor, id);
    if (!found_case) return found_case.error();
    Result<std::optional<AttachmentContent>> found = attachment_content(reader, found_case->row.id, attachment_id);
    if (!found) return found.error();
    if (!*found) return case_not_found();
    AttachmentContent& content = **found;
    file.info = {content.row.id, content.row.file_name, content.row.mime, content.row.bytes};
    file.bytes = std::move(content.content);
    case_id = found_case->row.id;
    return {};
  });
  if (!done) return done.error();
  record_look(parts_->database, actor, case_id, "attachment:" + file.info.id, now);
  return file;
}

Result<api::Presence> CasesService::presence(const Actor& actor, std::string_view id, Instant now) {
  api::Presence presence;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    const Result<ReadableCase> found = readable_case(reader, actor, id);
    if (!found) return found.error();
    presence.version = found->row.version;
    presence.others = parts_->presences.seen(found->row.id, actor, now);
    return {};
  });
  if (!done) return done.error();
  return presence;
}

std::vector<std::string> Presences::seen(std::int64_t case_id, const Actor& actor, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto own = [&](const Visit& visit) { return visit.case_id == case_id && visit.user_id == actor.user_id; };
  const auto over = [&](const Visit& visit) { return visit.last + kVisitLasts < now || own(visit); };
  visits_.erase(std::remove_if(visits_.begin(), visits_.end(), over), visits_.end());
  std::vector<std::string> others;
  for (const Visit& visit : visits_) {
    if (visit.case_id == case_id) others.push_back(visit.name);
  }
  visits_.push_back({case_id, actor.user_id, actor.name, now});
  std::sort(others.begin(), others.end());
  return others;
}

}  // namespace hamandish::server
