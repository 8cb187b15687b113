// The service's start, and what a citizen does with a code or a receipt. Registration: register_case.cpp; staff:
// staff_cases.cpp and staff_actions.cpp.
#include "server/service/cases_service.h"

#include <charconv>

#include "server/base/random.h"
#include "server/service/case_views.h"
#include "server/service/cases_parts.h"
#include "server/service/receipt_token.h"
#include "server/store/attachments_store.h"
#include "server/store/cases_store.h"
#include "server/store/events_store.h"
#include "server/store/meta_store.h"
#include "shared/api/check_lookup.h"
#include "shared/cases/deadlines.h"
#include "shared/identity/phone.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kCodeWithoutMobile = 16;

// Compares also when there is no such case, so that both refusals take the same way and time.
bool opens(const std::optional<CaseRow>& row, const api::Lookup& lookup) {
  const std::string_view mobile =
      row && row->mobile.size() >= 4 ? row->mobile : std::string_view("----");  // canonical digits
  const std::string_view expected = mobile.substr(mobile.size() - 4);
  const bool digits_fit = equal_in_constant_time(expected, lookup.mobile_last4);
  const bool code_suffices = row && row->mobile.empty() && lookup.tracking_code.size() == kCodeWithoutMobile;
  return row.has_value() && (digits_fit || code_suffices);
}

}  // namespace

CasesService::CasesService(const Organisation& organisation, Database& database)
    : parts_(new Parts{organisation, database, {}, {}, {}}) {}

CasesService::~CasesService() = default;

Result<void> CasesService::start() {
  Result<std::string> key = secret(parts_->database, "receipt_key");
  if (!key) return key.error();
  parts_->receipt_key = std::move(key).value();
  return parts_->database.read([this](Reader& reader) -> Result<void> {
    const Result<std::int64_t> greatest = greatest_case_id(reader);
    if (!greatest) return greatest.error();
    parts_->ids.start_after(*greatest);
    return {};
  });
}

namespace {

// The code of a comment is as long as that of a case without a mobile: who types it here is told where it belongs.
Error not_found(const api::Lookup& lookup) {
  const bool alone = lookup.mobile_last4.empty() && lookup.tracking_code.size() == kCodeWithoutMobile;
  return make_error(Code::not_found, alone ? "case.not_found_alone" : "case.not_found");
}

}  // namespace

Result<api::CitizenCase> CasesService::lookup(const api::Lookup& lookup, Instant now) {
  const Result<api::Lookup> checked = api::check_lookup(lookup);
  if (!checked) return checked.error();
  api::CitizenCase view;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    const Result<std::optional<CaseRow>> row = case_for_citizen(reader, checked->tracking_code);
    if (!row) return row.error();
    if (!opens(*row, *checked)) return not_found(*checked);
    Result<api::CitizenCase> found = citizen_view(*parts_->profile(), reader, **row);
    if (!found) return found.error();
    view = std::move(found).value();
    view.tracking_token = make_tracking_token(parts_->receipt_key, (*row)->id, now + kTrackingLifetime);
    return {};
  });
  if (!done) return done.error();
  return view;
}

Result<api::Receipt> CasesService::receipt(std::string_view token, Instant now) {
  const std::optional<std::int64_t> id = open_receipt_token(parts_->receipt_key, token, now);
  if (!id) return make_error(Code::not_found, "receipt.not_found");
  api::Receipt receipt;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    const Result<std::optional<CaseRow>> row = case_by_id(reader, *id);
    if (!row) return row.error();
    if (!*row) return make_error(Code::not_found, "receipt.not_found");
    receipt = receipt_of(*parts_->profile(), **row);
    const Result<std::string> head = registration_hash(reader, *id);
    if (!head) return head.error();
    receipt.chain_head = hex(*head);
    const Result<std::vector<AttachmentRow>> files = attachments_of(reader, FileOwner::citizen_case, *id);
    if (!files) return files.error();
    receipt.files = file_names_of(*files);
    return {};
  });
  if (!done) return done.error();
  receipt.receipt_token = std::string(token);
  return receipt;
}

std::int64_t user_id_of(const Actor& actor) {
  std::int64_t id = 0;
  const char* end = actor.user_id.data() + actor.user_id.size();
  std::from_chars(actor.user_id.data(), end, id);
  return id;
}

}  // namespace hamandish::server
