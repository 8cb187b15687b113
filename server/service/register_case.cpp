// A new case: everything that takes time is done before the one writer is asked; it then adds three rows.
#include <algorithm>
#include <array>
#include <cstring>

#include "server/base/random.h"
#include "server/service/case_clocks.h"
#include "server/service/case_views.h"
#include "server/service/cases_parts.h"
#include "server/service/receipt_token.h"
#include "server/store/attachments_store.h"
#include "server/store/cases_store.h"
#include "server/store/clocks_store.h"
#include "server/store/events_store.h"
#include "shared/api/check_new_case.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/routing.h"
#include "shared/forms/field.h"
#include "shared/identity/tracking_code.h"
#include "shared/json/json.h"
#include "shared/text/search_key.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMaxKeyBytes = 200;

// Fields with a column of their own; the others go into one JSON object.
bool has_column(std::string_view field) {
  return field == "first_name" || field == "last_name" || field == "national_id" || field == "mobile" ||
         field == "email" || field == "category" || field == "subject" || field == "body" || field == "anonymous" ||
         field == "attachments";
}

std::string other_answers_of(const Answers& answers) {
  Json others = Json::object();
  for (const Answer& given : answers) {
    if (!has_column(given.field) && !given.value.empty()) others.set(given.field, given.value);
  }
  return others.members().empty() ? std::string() : others.write();
}

// Every answer with its name, lengths before both: two different messages never give the same bytes.
std::string request_hash_of(const api::NewCase& checked) {
  std::string bytes(wire_name(checked.kind));
  bytes += checked.anonymous ? "|1|" : "|0|";
  for (const Answer& given : checked.answers) {
    bytes += std::to_string(given.field.size()) + ':' + given.field;
    bytes += std::to_string(given.value.size()) + ':' + given.value;
  }
  return quick_hash(bytes);
}

std::vector<std::string> upload_tokens(const Answers& answers) {
  std::vector<std::string> tokens;
  const std::string_view all = answer(answers, "attachments");
  std::size_t at = 0;
  while (at < all.size()) {
    const std::size_t end = std::min(all.find(' ', at), all.size());
    const std::string_view token = all.substr(at, end - at);
    // A file that is named twice is attached once.
    if (!token.empty() && std::find(tokens.begin(), tokens.end(), token) == tokens.end()) tokens.emplace_back(token);
    at = end + 1;
  }
  return tokens;
}

Error unknown_upload() {
  return Error{Code::invalid, "error.invalid", {}, {{"attachments", "form.attachment_unknown", {}}}, {}};
}

// The key is known: either the same message again, or another one under the same key.
Result<CaseRow> repeated(const CaseRow& found, const CaseRow& wanted) {
  if (found.request_hash == wanted.request_hash) return found;
  return make_error(Code::conflict, "error.idempotency_reused");
}

}  // namespace

CaseRow make_case_row(const Profile& profile, const WorkingCalendar& calendar, const api::NewCase& checked,
                      Instant registered_at) {
  const Answers& answers = checked.answers;
  const auto value = [&](std::string_view field) { return std::string(answer(answers, field)); };
  const KindForm* form = profile.kind(checked.kind);
  CaseRow row;
  row.kind = checked.kind;
  row.anonymous = checked.anonymous;
  row.registered_at = registered_at;
  row.due_on = due_on(*form, calendar, to_tehran(registered_at).day);
  row.category_id = value("category");
  if (!checked.anonymous) {
    row.first_name = value("first_name");
    row.last_name = value("last_name");
    row.national_id = value("national_id");
    row.mobile = value("mobile");
    row.email = value("email");
  }
  row.subject = value("subject");
  row.body = value("body");
  row.unit_id =
      decide_route(profile, {checked.kind, row.category_id, value("place"), row.subject + "\n" + row.body}).unit_id;
  row.other_answers = other_answers_of(answers);
  row.attachment_count = static_cast<std::int64_t>(upload_tokens(answers).size());
  return row;
}

std::string make_code(bool with_mobile) {
  std::array<std::uint8_t, 32> bytes{};
  const std::string random = random_bytes(bytes.size());
  std::memcpy(bytes.data(), random.data(), bytes.size());
  return make_tracking_code(bytes, with_mobile ? 12 : 16);
}

std::string words_of(const CaseRow& row) {
  std::string all;
  const auto add = [&](const std::string& part) {
    if (part.empty()) return;
    if (!all.empty()) all += '\n';
    all += part;
  };
  for (const std::string* part :
       {&row.subject, &row.body, &row.first_name, &row.last_name, &row.national_id, &row.mobile, &row.tracking_code}) {
    add(*part);
  }
  // A company and the numbers of companies and of foreign residents stand among the other answers.
  for (const Answer& given : other_answers(row)) {
    if (!is_person_field(given.field) || given.field == kPersonKindField) continue;
    add(given.value);
  }
  return text::index_key(all);
}

EventRow registration_event(const CaseRow& row) {
  EventRow event;
  event.case_id = row.id;
  event.kind = EventKind::registered;
  event.at = row.registered_at;
  event.to_unit = row.unit_id;
  event.text_hash = sha256(row.subject + "\n\n" + row.body);
  return event;
}

Result<api::Receipt> CasesService::register_case(const api::NewCase& content, std::string_view idempotency_key,
                                                 Instant now) {
  return register_by(nullptr, content, Intake::web, idempotency_key, now);
}

Result<api::Receipt> CasesService::register_for_citizen(const Actor& actor, const api::NewCase& content, Intake channel,
                                                        std::string_view idempotency_key, Instant now) {
  if (!may_register_cases(actor.role)) return make_error(Code::forbidden, "error.forbidden");
  return register_by(&actor, content, channel, idempotency_key, now);
}

void CasesService::Registration::identify(std::int64_t id) {
  row.id = id;
  row.tracking_code = make_code(!row.mobile.empty());
  event.case_id = id;
  words = words_of(row);
}

// All refusals come before the first change, so that a refused request costs the other requests of its group nothing.
Result<CaseRow> CasesService::Registration::insert(Transaction& transaction) {
  code_taken = false;
  if (!uploads.empty()) {
    Result<std::optional<CaseRow>> before = case_by_request(transaction, row.request_key);
    if (!before) return before.error();
    if (*before) return repeated(**before, row);
    const Result<bool> waiting = all_waiting(transaction, uploads, now);
    if (!waiting) return waiting.error();
    if (!*waiting) return unknown_upload();
  }
  const Result<bool> inserted = insert_case(transaction, row);
  if (!inserted) return inserted.error();
  if (!*inserted) {
    Result<std::optional<CaseRow>> before = case_by_request(transaction, row.request_key);
    if (!before) return before.error();
    if (*before) return repeated(**before, row);
    code_taken = true;
    return make_error(Code::internal, "error.internal", "tracking code taken");
  }
  Result<void> done = append_event(transaction, event);
  if (done) done = set_clock(transaction, {row.id, clock}, alarm);
  if (done) done = transaction.index_case(row.id, words);
  if (done) done = attach(transaction, uploads, FileOwner::citizen_case, row.id);
  if (!done) return done.error();
  return row;
}

Result<void> CasesService::Registration::write(Transaction& transaction) {
  Result<CaseRow> inserted = insert(transaction);
  if (!inserted) return inserted.error();
  stored = std::move(inserted).value();
  Result<std::string> head = registration_hash(transaction, stored.id);
  if (!head) return head.error();
  chain_head = std::move(head).value();
  if (uploads.empty()) return {};
  return read_files(transaction);
}

Result<void> CasesService::Registration::read_files(Reader& reader) {
  const Result<std::vector<AttachmentRow>> rows = attachments_of(reader, FileOwner::citizen_case, stored.id);
  if (!rows) return rows.error();
  files = file_names_of(*rows);
  return {};
}

// `actor`: who takes it down; nullptr: the citizen writes.
Result<CasesService::Registration> CasesService::prepare(const Actor* actor, const api::NewCase& content,
                                                         Intake channel, std::string_view idempotency_key,
                                                         Instant now) {
  if (idempotency_key.empty() || idempotency_key.size() > kMaxKeyBytes) {
    return make_error(Code::invalid, "error.idempotency_missing");
  }
  Registration wanted;
  wanted.profile = parts_->profile();
  wanted.now = now;
  const Result<api::NewCase> checked = api::check_new_case(*wanted.profile, content);
  if (!checked) return checked.error();
  const WorkingCalendar calendar = working_calendar(*wanted.profile);
  wanted.row = make_case_row(*wanted.profile, calendar, *checked, now);
  wanted.clock = new_clock(*wanted.profile, wanted.row.kind, now);
  wanted.alarm = next_alarm(wanted.clock, calendar, wanted.profile->clocks);
  wanted.row.request_key = sha256(idempotency_key).substr(0, 16);
  wanted.row.request_hash = request_hash_of(*checked);
  wanted.row.channel = channel;
  wanted.uploads = upload_tokens(checked->answers);
  wanted.event = registration_event(wanted.row);
  if (actor != nullptr) wanted.event.user_id = user_id_of(*actor);
  if (channel != Intake::web) wanted.event.detail = wire_name(channel);
  wanted.identify(parts_->ids.next(now));
  return wanted;
}

// A code that is taken is as likely as one blade of grass on a football field; three in a row are a fault elsewhere.
Result<api::Receipt> CasesService::conclude(Registration& wanted, const Result<void>& written) {
  Result<void> done = written;
  for (int attempt = 1; !done && wanted.code_taken && attempt < 3; ++attempt) {
    wanted.identify(parts_->ids.next(wanted.now));
    done = parts_->database.write([&](Transaction& transaction) { return wanted.write(transaction); });
  }
  if (!done) return done.error();
  api::Receipt receipt = receipt_of(*wanted.profile, wanted.stored, wanted.event.text_hash);
  receipt.chain_head = hex(wanted.chain_head);
  receipt.files = wanted.files;
  const Instant first_end = wanted.stored.registered_at + kReceiptLifetime;
  const Instant until = wanted.now < first_end ? first_end : wanted.now + kReceiptLifetime;
  receipt.receipt_token = make_receipt_token(parts_->receipt_key, wanted.stored.id, until);
  return receipt;
}

Result<api::Receipt> CasesService::register_by(const Actor* actor, const api::NewCase& content, Intake channel,
                                               std::string_view idempotency_key, Instant now) {
  Result<Registration> wanted = prepare(actor, content, channel, idempotency_key, now);
  if (!wanted) return wanted.error();
  return conclude(*wanted,
                  parts_->database.write([&](Transaction& transaction) { return wanted->write(transaction); }));
}

void CasesService::register_case_later(const api::NewCase& content, std::string_view idempotency_key, Instant now,
                                       std::function<void(ReceiptMaker)> done) {
  Result<Registration> wanted = prepare(nullptr, content, Intake::web, idempotency_key, now);
  if (!wanted) {
    done([error = wanted.error()]() -> Result<api::Receipt> { return error; });
    return;
  }
  const auto kept = std::make_shared<Registration>(std::move(wanted).value());
  parts_->database.write_then([kept](Transaction& transaction) { return kept->write(transaction); },
                              [this, kept, done = std::move(done)](Result<void> written) {
                                done([this, kept, written = std::move(written)] { return conclude(*kept, written); });
                              });
}

}  // namespace hamandish::server
