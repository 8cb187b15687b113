// A lost code goes to the mobile that was given with the message, never to the screen; and nobody learns here whether a
// mobile has written to us: the answer is the same, and is given before anything is looked up.
#include "server/base/random.h"
#include "server/service/cases_parts.h"
#include "server/store/citizen_store.h"
#include "server/store/outbox_store.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/case_text.h"
#include "shared/identity/phone.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

constexpr int kMostCodes = 5;
// One message to a mobile in this time, however often it is asked for.
constexpr std::int64_t kOncePer = 10 * kMinute;

std::string codes_text(const std::vector<OwnCase>& cases) {
  std::string codes;
  for (const OwnCase& one : cases) {
    if (!codes.empty()) codes += '\n';
    codes += say("lost.one", {{"code", code_in_message(one.tracking_code)},
                              {"date", short_date(to_tehran(one.registered_at).day)}});
  }
  return codes;
}

Result<void> queue_codes(Transaction& transaction, const std::string& organisation, const std::string& mobile,
                         const std::string& once, Instant now) {
  const Result<std::vector<OwnCase>> cases = cases_of_mobile(transaction, mobile, kMostCodes);
  if (!cases) return cases.error();
  if (cases->empty()) return {};
  OutboxMessage message;
  message.address = mobile;
  message.text = say("lost.message", {{"organisation", organisation}, {"codes", codes_text(*cases)}});
  message.cause = "code_recovery";
  message.once = once;
  const Result<bool> queued = queue_message(transaction, message, now);
  if (!queued) return queued.error();
  return {};
}

}  // namespace

Result<void> CasesService::recover_codes(std::string_view typed, Instant now) {
  const std::optional<std::string> mobile = parse_mobile(typed);
  if (!mobile) return Error{Code::invalid, "error.invalid", {}, {{"mobile", "form.mobile", {}}}, {}};
  // The table of messages shows no more of a mobile here than its address does.
  const std::string once = "lost:" + hex(keyed_hash(parts_->receipt_key, *mobile)).substr(0, 24) + ':' +
                           std::to_string(now.milliseconds / kOncePer);
  parts_->database.write_later(
      [organisation = parts_->profile()->short_name, to = *mobile, once, now](Transaction& transaction) {
        return queue_codes(transaction, organisation, to, once, now);
      });
  return {};
}

}  // namespace hamandish::server
