#include "server/service/channel_texts.h"

#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/identity/tracking_code.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

Params params_of(const Profile& profile, const CaseRow& row) {
  return {{"organisation", profile.short_name},
          {"code", code_in_message(row.tracking_code)},
          {"date", short_date(row.due_on)},
          {"kind", kind_text(profile, row.kind)},
          {"subject", row.subject},
          {"state", state_text(row.state)}};
}

std::string code_or_nothing(std::string_view text) {
  const ParsedCode parsed = parse_tracking_code(text);
  return parsed.check == CodeCheck::ok ? parsed.code : std::string();
}

}  // namespace

std::string channel_receipt(const Profile& profile, const CaseRow& row) {
  // Of a report no result is announced: that is what its senders are promised.
  const bool silent = row.kind == CaseKind::report;
  if (row.channel == Intake::email)
    return say(silent ? "email.receipt_report" : "email.receipt", params_of(profile, row));
  return say(silent ? "sms.receipt_report" : "sms.receipt", params_of(profile, row));
}

std::string sms_joined(const Profile& profile, const CaseRow& row) {
  return say("sms.joined", params_of(profile, row));
}

std::string sms_status(const Profile& profile, const CaseRow& row) {
  const bool open = row.state == CaseState::registered || row.state == CaseState::in_progress;
  return say(open ? "sms.status_open" : "sms.status", params_of(profile, row));
}

std::string sms_resumed(const Profile& profile) {
  return say("sms.resumed", {{"organisation", profile.short_name}});
}

std::string short_subject(std::string_view text, std::size_t scalars) {
  std::string line = text::for_storage_one_line(text.substr(0, text.find('\n')));
  std::u32string all = text::to_scalars(line);
  if (all.size() <= scalars) return line;
  all.resize(scalars - 1);
  return text::for_storage_one_line(text::to_utf8(all)) + "…";
}

std::string code_in_subject(std::string_view subject) {
  std::size_t at = 0;
  while ((at = subject.find('#', at)) != std::string_view::npos) {
    const std::size_t end = subject.find(']', at);
    std::string code = code_or_nothing(subject.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
    if (!code.empty()) return code;
    ++at;
  }
  return {};
}

std::string code_in_address(std::string_view address) {
  const std::size_t plus = address.find('+');
  const std::size_t end = address.find('@');
  if (plus == std::string_view::npos || end == std::string_view::npos || end < plus) return {};
  return code_or_nothing(address.substr(plus + 1, end - plus - 1));
}

}  // namespace hamandish::server
