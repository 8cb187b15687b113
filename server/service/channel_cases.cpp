// What comes by SMS, e-mail and telephone becomes the same kind of case with the same code as what comes by the web. No
// form has checked it, so nothing is asked for that the channel cannot give: the sender's number or address and a text.
#include <algorithm>

#include "server/base/random.h"
#include "server/service/case_clocks.h"
#include "server/service/case_views.h"
#include "server/service/case_words.h"
#include "server/service/cases_parts.h"
#include "server/service/channel_texts.h"
#include "server/service/sms_joining.h"
#include "server/store/attachments_store.h"
#include "server/store/calls_store.h"
#include "server/store/cases_store.h"
#include "server/store/channels_store.h"
#include "server/store/citizen_store.h"
#include "server/store/kept_store.h"
#include "server/store/outbox_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/case_text.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/routing.h"
#include "shared/cases/transitions.h"
#include "shared/channels/sms_text.h"
#include "shared/forms/limits.h"
#include "shared/identity/phone.h"
#include "shared/identity/tracking_code.h"
#include "shared/messages/messages.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"
#include "shared/users/settings_permissions.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kJoinWithin = kDay;
// More than a person writes: what comes beyond is kept and read, but answered with nothing.
constexpr std::int64_t kMostInAnHour = 20;
constexpr std::int64_t kMostFiles = 20;
constexpr std::size_t kSubjectScalars = 60;

std::string shortened(std::string_view text, std::size_t scalars) {
  std::u32string all = text::to_scalars(text);
  if (all.size() <= scalars) return std::string(text);
  all.resize(scalars - 1);
  return text::for_storage_one_line(text::to_utf8(all)) + "…";
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

// The names of the form's fields for a name in one piece: the last word is the family's, as far as one can know.
void set_name(CaseRow& row, const std::string& name) {
  const std::string stored = shortened(text::for_storage_one_line(name), static_cast<std::size_t>(kNameMax));
  const std::size_t space = stored.rfind(' ');
  row.first_name = space == std::string::npos ? std::string() : stored.substr(0, space);
  row.last_name = space == std::string::npos ? stored : stored.substr(space + 1);
}

}  // namespace

class CasesService::Arrival {
 public:
  Arrival(const Profile& profile, Transaction& transaction, const Inbound& message, CaseIds& ids, Instant now)
      : profile_(profile), transaction_(transaction), message_(message), ids_(ids), now_(now) {}

  Result<TakenIn> take() {
    const Result<std::optional<InboundRow>> before =
        inbound_by_source(transaction_, message_.source, message_.source_id);
    if (!before) return before.error();
    if (*before) {
      taken_ = {(*before)->outcome, false, (*before)->case_id, {}};
      return taken_;
    }
    Result<void> done = decide();
    if (done && taken_.case_id != 0 && !body_.empty() && taken_.outcome == InboundOutcome::joined) {
      done = add_case_words(transaction_, taken_.case_id, body_);
    }
    if (!done) return done.error();
    const Result<std::int64_t> id = insert_inbound(transaction_, message_, {0, taken_.outcome, taken_.case_id}, now_);
    if (!id) return id.error();
    return taken_;
  }

  // A person says that this is a case, whatever it was taken for.
  Result<TakenIn> open_by_hand(std::int64_t user, bool receipt) {
    body_ = shortened(text::for_storage(message_.text), static_cast<std::size_t>(kTextMax));
    user_ = user;
    answers_ = receipt;
    const Result<void> done = open();
    if (!done) return done.error();
    return taken_;
  }

 private:
  Result<void> decide() {
    body_ = shortened(text::for_storage(message_.text), static_cast<std::size_t>(kTextMax));
    order_ = message_.channel == Intake::sms ? read_sms(message_.text) : SmsOrder{};
    if (order_.kind == SmsOrder::Kind::stop || order_.kind == SmsOrder::Kind::resume) return choose_notices();
    const Result<std::int64_t> lately = inbound_since(transaction_, message_.sender, now_ + -kHour);
    if (!lately) return lately.error();
    // Who hides the number is many people, and what was spoken cannot be written anew.
    const bool flood = message_.channel != Intake::phone && *lately >= kMostInAnHour;
    quiet_ = message_.automatic || flood;
    if (order_.kind == SmsOrder::Kind::status && !quiet_) return tell_status();
    if (message_.automatic) return keep_automatic();
    if (quiet_) {
      taken_.outcome = InboundOutcome::too_many;
      return join_if_known();
    }
    const bool says_nothing = body_.empty() && message_.uploads.empty() && text::blank(message_.subject);
    if (says_nothing && message_.channel != Intake::phone) {
      taken_.outcome = InboundOutcome::blank;
      return {};
    }
    Result<std::optional<CaseRow>> known = known_case();
    if (!known) return known.error();
    return *known ? join(std::move(**known), true) : open();
  }

  Result<void> choose_notices() {
    const bool stop = order_.kind == SmsOrder::Kind::stop;
    taken_.outcome = stop ? InboundOutcome::opted_out : InboundOutcome::opted_in;
    Result<void> done = set_stopped(transaction_, message_.sender, stop, now_);
    if (!done || stop) return done;
    return tell(sms_resumed(profile_), "opt_in", {});
  }

  // The sender's own number is the second factor. Whoever asks from another one hears what a wrong code is told.
  Result<void> tell_status() {
    taken_.outcome = InboundOutcome::status;
    if (!order_.code_fits) return tell(say("sms.code_wrong"), "status", {});
    const Result<std::optional<CaseRow>> row = case_by_code(transaction_, order_.code);
    if (!row) return row.error();
    const bool own = *row && ((*row)->mobile.empty() || (*row)->mobile == message_.sender);
    if (!own) return tell(say("sms.code_unknown"), "status", {});
    return tell(sms_status(profile_, **row), "status", {});
  }

  // A vacation notice stands in the case that it answers to, and does nothing there.
  Result<void> keep_automatic() {
    taken_.outcome = InboundOutcome::automatic;
    Result<std::optional<CaseRow>> known = thread_case();
    if (!known) return known.error();
    if (*known) taken_.case_id = (*known)->id;
    return {};
  }

  Result<void> join_if_known() {
    Result<std::optional<CaseRow>> known = known_case();
    if (!known) return known.error();
    return *known ? join(std::move(**known), false) : Result<void>();
  }

  Result<std::optional<CaseRow>> by_id(std::int64_t id) {
    // What was merged lives on elsewhere.
    for (int steps = 0; id != 0 && steps < 5; ++steps) {
      Result<std::optional<CaseRow>> row = case_by_id(transaction_, id);
      if (!row || !*row || !(*row)->merged_into) return row;
      id = *(*row)->merged_into;
    }
    return std::optional<CaseRow>();
  }

  Result<std::optional<CaseRow>> known_case() {
    if (message_.channel == Intake::email) return thread_case();
    if (message_.channel != Intake::sms) return std::optional<CaseRow>();
    Result<std::int64_t> id = waiting_case_of_mobile(transaction_, message_.sender);
    if (id && *id == 0) id = last_case_of_sender(transaction_, message_.sender, now_ + -kJoinWithin);
    if (!id) return id.error();
    Result<std::optional<CaseRow>> row = by_id(*id);
    if (row && *row && !is_open((*row)->state)) return std::optional<CaseRow>();
    return row;
  }

  // By the mails it answers to, then by the code in its subject or in the address it was sent to.
  Result<std::optional<CaseRow>> thread_case() {
    for (const std::string& reference : message_.refs) {
      const Result<std::int64_t> id = case_of_message_id(transaction_, reference);
      if (!id) return id.error();
      if (*id != 0) return by_id(*id);
    }
    for (const std::string& code : {code_in_subject(message_.subject), code_in_address(message_.recipient)}) {
      if (code.empty()) continue;
      const Result<std::optional<CaseRow>> row = case_by_code(transaction_, code);
      if (!row) return row.error();
      if (*row) return by_id((*row)->id);
    }
    return std::optional<CaseRow>();
  }

  Result<void> join(CaseRow row, bool answered) {
    if (answered) taken_.outcome = InboundOutcome::joined;
    taken_.case_id = row.id;
    taken_.tracking_code = row.tracking_code;
    Result<void> done = add_files(row);
    if (!done) return done;
    const Result<CaseState> next = next_state(row.state, CaseAction::supply);
    if (next) row.state = *next;
    const Result<bool> changed = change_case(transaction_, row);
    if (!changed) return changed.error();
    EventRow event;
    event.case_id = row.id;
    event.kind = EventKind::supplied;
    event.at = now_;
    event.text = with_foreign_sender(row);
    event.detail = wire_name(message_.channel);
    done = record_event(transaction_, profile_, event);
    if (done) done = note_refused(row.id);
    if (!done || !answered || message_.channel != Intake::sms) return done;
    const std::string hour = std::to_string(now_.milliseconds / kHour);
    return tell(sms_joined(profile_, row), "joined", "joined:" + std::to_string(row.id) + ':' + hour, row.id);
  }

  // Who writes from another address is named, for the case belongs to somebody else.
  std::string with_foreign_sender(const CaseRow& row) const {
    const bool same = message_.sender == row.mobile || message_.sender == row.email;
    const std::string text = body_.empty() ? say("inbound.no_text") : body_;
    return same ? text : say("inbound.from_other", {{"sender", message_.sender}, {"text", text}});
  }

  Result<void> add_files(const CaseRow& row) {
    if (message_.uploads.empty()) return {};
    const auto count = static_cast<std::int64_t>(message_.uploads.size());
    if (row.attachment_count + count > kMostFiles) return {};
    const Result<bool> waiting = all_waiting(transaction_, message_.uploads, now_);
    if (!waiting) return waiting.error();
    if (!*waiting) return make_error(Code::conflict, "form.attachment_unknown");
    return attach_further(transaction_, message_.uploads, row.id, row.attachment_count);
  }

  Result<void> note_refused(std::int64_t case_id) {
    if (message_.refused.empty()) return {};
    std::string names;
    for (const std::string& name : message_.refused) names += (names.empty() ? "" : "، ") + name;
    EventRow event;
    event.case_id = case_id;
    event.kind = EventKind::noted;
    event.at = now_;
    event.text = say("inbound.files_refused", {{"names", names}});
    return record_event(transaction_, profile_, event);
  }

  CaseRow new_row() {
    CaseRow row;
    row.kind = order_.case_kind.value_or(message_.kind.value_or(CaseKind::suggestion));
    if (profile_.kind(row.kind) == nullptr) row.kind = profile_.kinds.front().kind;
    row.registered_at = now_;
    row.channel = message_.channel;
    const bool email = message_.channel == Intake::email;
    const std::optional<std::string> mobile = email ? std::nullopt : parse_mobile(message_.sender);
    if (mobile) row.mobile = *mobile;
    if (email) row.email = message_.sender;
    // A landline and a hidden number are said where the operator reads them.
    set_name(row, message_.sender_name);
    row.body =
        body_.empty() ? say(message_.channel == Intake::phone ? "inbound.voice_body" : "inbound.no_text") : body_;
    row.subject = shortened(text::for_storage_one_line(message_.subject), static_cast<std::size_t>(kLineMax));
    if (row.subject.empty()) row.subject = shortened(text::for_storage_one_line(first_line(row.body)), kSubjectScalars);
    row.unit_id = message_.unit_id;
    if (profile_.unit(row.unit_id) == nullptr) {
      row.unit_id = decide_route(profile_, {row.kind, {}, {}, row.subject + "\n" + row.body}).unit_id;
    }
    row.attachment_count = static_cast<std::int64_t>(message_.uploads.size());
    return row;
  }

  Result<void> open() {
    Registration wanted;
    wanted.now = now_;
    wanted.row = new_row();
    const WorkingCalendar calendar = working_calendar(profile_);
    wanted.row.due_on = due_on(*profile_.kind(wanted.row.kind), calendar, to_tehran(now_).day);
    wanted.clock = new_clock(profile_, wanted.row.kind, now_);
    wanted.alarm = next_alarm(wanted.clock, calendar, profile_.clocks);
    wanted.row.request_key = sha256(message_.source + '\n' + message_.source_id).substr(0, 16);
    wanted.row.request_hash = sha256(message_.text).substr(0, 16);
    wanted.uploads = message_.uploads;
    wanted.event = registration_event(wanted.row);
    wanted.event.detail = wire_name(message_.channel);
    if (user_ != 0) wanted.event.user_id = user_;
    wanted.identify(ids_.next(now_));
    Result<void> done = wanted.write(transaction_);
    if (!done) return done;
    const CaseRow& stored = wanted.stored;
    taken_ = {InboundOutcome::opened, true, stored.id, stored.tracking_code};
    if (message_.channel == Intake::phone && stored.mobile.empty() && !message_.sender.empty()) {
      done = set_caller_number(transaction_, stored.id, message_.sender);
      if (done && !message_.told) done = call_back(stored);
    }
    if (done) done = note_refused(stored.id);
    if (!done) return done;
    return tell(channel_receipt(profile_, stored), "receipt", {}, stored.id);
  }

  // Nobody has told this caller the code, and no SMS can.
  Result<void> call_back(const CaseRow& row) {
    CallbackRow call;
    call.case_id = row.id;
    call.number = message_.sender;
    call.cause = "receipt";
    call.text = say("call.code_to_tell", {{"code", code_in_message(row.tracking_code)}});
    call.created_at = now_;
    call.not_before = now_;
    const Result<bool> queued = queue_callback(transaction_, call, {});
    return queued ? Result<void>() : Result<void>(queued.error());
  }

  // Back by the way it came; nothing to a number that takes no messages.
  Result<void> tell(const std::string& text, std::string_view cause, const std::string& once,
                    std::int64_t case_id = 0) {
    OutboxMessage answer;
    const bool email = message_.channel == Intake::email;
    if (!answers_ || message_.sender.empty()) return {};
    answer.channel = email ? OutboxChannel::email : OutboxChannel::sms;
    if (!email && !parse_mobile(message_.sender)) return {};
    answer.address = message_.sender;
    answer.text = text;
    answer.cause = cause;
    answer.once = once;
    answer.case_id = case_id;
    const Result<bool> queued = queue_message(transaction_, answer, now_);
    if (!queued) return queued.error();
    return {};
  }

  const Profile& profile_;
  Transaction& transaction_;
  const Inbound& message_;
  CaseIds& ids_;
  Instant now_;
  std::string body_;
  SmsOrder order_;
  bool quiet_ = false;
  bool answers_ = true;
  std::int64_t user_ = 0;  // who made it a case by hand
  TakenIn taken_;
};

Result<TakenIn> CasesService::take_in(const Inbound& message, Instant now) {
  const std::shared_ptr<const Profile> profile = parts_->profile();
  TakenIn taken;
  const Result<void> done = parts_->database.write([&](Transaction& transaction) -> Result<void> {
    taken = {InboundOutcome::part, true, 0, {}};
    std::vector<Inbound> ready = {message};
    if (message.part) {
      Result<std::vector<Inbound>> joined = hold_part(transaction, message, now);
      if (!joined) return joined.error();
      ready = std::move(joined).value();
    }
    for (const Inbound& one : ready) {
      const Result<TakenIn> made = Arrival(*profile, transaction, one, parts_->ids, now).take();
      if (!made) return made.error();
      taken = *made;
    }
    return {};
  });
  if (!done) return done.error();
  return taken;
}

Result<void> CasesService::give_up_late_parts(CaseKind kind, const std::string& unit_id, Instant now) {
  const std::shared_ptr<const Profile> profile = parts_->profile();
  for (bool more = true; more;) {
    Result<void> done = parts_->database.write([&](Transaction& transaction) -> Result<void> {
      Result<std::optional<Inbound>> found = give_up_parts(transaction, now);
      if (!found) return found.error();
      more = found->has_value();
      if (!more) return {};
      (*found)->kind = kind;
      (*found)->unit_id = unit_id;
      const Result<TakenIn> made = Arrival(*profile, transaction, **found, parts_->ids, now).take();
      return made ? Result<void>() : Result<void>(made.error());
    });
    if (!done) return done;
  }
  return {};
}

Result<std::string> CasesService::open_kept(const Actor& actor, std::int64_t kept, const Inbound& message, bool receipt,
                                            Instant now) {
  if (!may_take_calls(actor.role)) return make_error(Code::forbidden, "error.forbidden");
  const std::shared_ptr<const Profile> profile = parts_->profile();
  TakenIn taken;
  const Result<void> done = parts_->database.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::optional<KeptMessage>> found = kept_message(transaction, kept);
    if (!found) return found.error();
    if (!*found) return make_error(Code::not_found, "error.not_found");
    Result<TakenIn> made =
        Arrival(*profile, transaction, message, parts_->ids, now).open_by_hand(user_id_of(actor), receipt);
    if (!made) return made.error();
    taken = std::move(made).value();
    return give_to_case(transaction, kept, taken.case_id);
  });
  if (!done) return done.error();
  return write_id(taken.case_id);
}

}  // namespace hamandish::server
