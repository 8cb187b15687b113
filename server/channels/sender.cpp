#include "server/channels/sender.h"

#include <algorithm>

#include "server/base/log.h"
#include "server/base/random.h"
#include "server/channels/mail_text.h"
#include "server/store/channels_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/channels/sms_text.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kAtOnce = 50;
constexpr std::int64_t kRest = 10 * kSecond;  // of a gateway that has just failed
constexpr std::int64_t kLongestRest = kHour;

// What the citizen has just asked for: no quiet hours, and «۱۱» does not stop it.
bool was_asked_for(std::string_view cause) {
  return cause == "receipt" || cause == "status" || cause == "joined" || cause == "code_recovery" || cause == "opt_in";
}

// Words of a person to a citizen, not of the server.
bool by_person(std::string_view cause) {
  return cause == "replied" || cause == "asked" || cause == "staff";
}

}  // namespace

std::int64_t wait_after(std::int64_t attempts) {
  std::int64_t wait = kFirstWait;
  for (std::int64_t i = 0; i < attempts && wait < kLongestWait; ++i) wait *= 2;
  return std::min(wait, kLongestWait);
}

Instant after_quiet_hours(const QuietHours& quiet, Instant now) {
  if (quiet.from == quiet.until) return {};
  const TehranTime local = to_tehran(now);
  const int minute = local.second_of_day / 60;
  const bool over_midnight = quiet.from > quiet.until;
  const bool inside =
      over_midnight ? minute >= quiet.from || minute < quiet.until : minute >= quiet.from && minute < quiet.until;
  if (!inside) return {};
  const bool tomorrow = over_midnight && minute >= quiet.from;
  const Day day{local.day.number + (tomorrow ? 1 : 0)};
  return start_of_day_in_tehran(day) + quiet.until * kMinute;
}

Sender::Sender(Database& database, OutboxChannel channel, const Gateways& gateways, const ChannelsConfig& config)
    : database_(database), channel_(channel), gateways_(gateways), sms_(config.sms), mail_domain_("hamandish.invalid") {
  if (!config.email.smtp) return;
  const std::string& from = config.email.smtp->from;
  if (const std::size_t at = from.rfind('@'); at != std::string::npos) mail_domain_ = from.substr(at + 1);
}

struct Sender::Try {
  SendOutcome outcome;
  Outgoing message;
  Gateway* gateway = nullptr;
  std::vector<std::pair<Gateway*, std::string>> failed;
  bool doubted = false;  // before this try the gateway may have had it
};

// True: the message is not for now, or for never.
Result<bool> Sender::is_held(Transaction& transaction, const OutboxRow& row, Instant now) {
  if (channel_ != OutboxChannel::sms || was_asked_for(row.message.cause)) return false;
  const Result<bool> stopped = is_stopped(transaction, row.message.address);
  if (!stopped) return stopped.error();
  Result<void> done;
  const Instant later = after_quiet_hours(sms_.quiet, now);
  if (*stopped) {
    done = mark_stopped(transaction, row.id, now);
  } else if (later != Instant{}) {
    done = put_off(transaction, row.id, later);
  } else {
    return false;
  }
  if (!done) return done.error();
  return true;
}

Outgoing Sender::outgoing_of(Reader& reader, const OutboxRow& row) {
  Outgoing message;
  message.ref = row.id;
  message.to = row.message.address;
  message.text = row.message.text;
  message.by_machine = !by_person(row.message.cause);
  if (channel_ == OutboxChannel::email) {
    add_threading(reader, row, mail_domain_, message);
  } else if (sms_.stop_line && !was_asked_for(row.message.cause)) {
    message.text += '\n' + say("sms.stop_line");
  }
  return message;
}

std::vector<Gateway*> Sender::open_gateways(Instant now) {
  std::erase_if(resting_, [&](const auto& rest) { return rest.second <= now; });
  std::vector<Gateway*> open;
  for (const std::unique_ptr<Gateway>& gateway : gateways_) {
    const bool rests =
        std::any_of(resting_.begin(), resting_.end(), [&](const auto& rest) { return rest.first == gateway.get(); });
    bool paused = true;
    const Result<void> read = database_.read([&](Reader& reader) -> Result<void> {
      const Result<ChannelState> state = channel_state(reader, gateway->name());
      if (!state) return state.error();
      paused = state->paused;
      return {};
    });
    if (read && !paused && !rests) open.push_back(gateway.get());
  }
  return open;
}

// A try that was cut off, or whose answer nobody understood.
bool Sender::in_doubt(const OutboxRow& row, Instant now) const {
  const bool there = std::any_of(gateways_.begin(), gateways_.end(),
                                 [&](const auto& gateway) { return gateway->name() == row.trying_with; });
  return there && now.milliseconds - row.trying_at.milliseconds < kDoubtFor;
}

std::vector<Gateway*> Sender::gateways_for(const OutboxRow& row, Instant now) {
  std::vector<Gateway*> open = open_gateways(now);
  if (in_doubt(row, now)) std::erase_if(open, [&](const Gateway* one) { return one->name() != row.trying_with; });
  return open;
}

// False: not to be sent now. Otherwise it is marked as being tried, and `message` is what leaves.
Result<bool> Sender::begin(const OutboxRow& row, const Gateway& gateway, Outgoing& message, Instant now) {
  bool held = false;
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> found = is_held(transaction, row, now);
    if (!found) return found.error();
    held = *found;
    if (held) return {};
    // A second gateway gets what the first one got, the same Message-ID with it.
    if (message.ref == 0) message = outgoing_of(transaction, row);
    return mark_trying(transaction, row.id, {gateway.name(), message.message_id}, now);
  });
  if (!done) return done.error();
  return !held;
}

// False: not to be sent now.
Result<bool> Sender::try_gateways(const OutboxRow& row, std::vector<Gateway*> open, Try& made, Instant now) {
  made.doubted = in_doubt(row, now);
  // Also after the hour of doubt: it may have been down as long as that, and knows now.
  const auto asked =
      std::find_if(open.begin(), open.end(), [&](const Gateway* one) { return one->name() == row.trying_with; });
  if (asked != open.end()) {
    made.gateway = *asked;
    const std::optional<std::string> id = made.gateway->find(row.id);
    if (id && !id->empty()) {
      made.outcome = {SendState::taken, *id, {}, 0};
      return true;
    }
    // It says that it has no such message: anybody may send it. One that cannot say it now is asked again.
    made.doubted = !id && (made.doubted || made.gateway->finds());
    if (id) open = open_gateways(now);
  }
  for (Gateway* gateway : open) {
    Result<bool> begun = begin(row, *gateway, made.message, now);
    if (!begun || !*begun) return begun;
    made.gateway = gateway;
    made.outcome = gateway->send(made.message);
    const SendState state = made.outcome.state;
    if (state == SendState::taken || state == SendState::refused) return true;
    made.failed.emplace_back(gateway, made.outcome.problem);
    const std::int64_t rest =
        made.outcome.retry_after > 0 ? std::min(made.outcome.retry_after * kSecond, kLongestRest) : kRest;
    resting_.emplace_back(gateway, now + rest);
    if (state == SendState::unclear) return true;
  }
  return true;
}

Result<void> Sender::settle(const OutboxRow& row, const Try& made, Instant now) {
  const SendOutcome& outcome = made.outcome;
  const bool taken = outcome.state == SendState::taken;
  // A message may have been written long before its time.
  const bool tried_before = row.first_try_at != Instant{};
  const bool too_old = tried_before && now.milliseconds - row.first_try_at.milliseconds > kTryFor;
  const bool dead = outcome.state == SendState::refused || (!taken && too_old);
  return database_.write([&](Transaction& transaction) -> Result<void> {
    for (const auto& [gateway, problem] : made.failed) {
      Result<void> noted = note_failure(transaction, gateway->name(), problem, now);
      if (!noted) return noted;
    }
    if (!taken) {
      const bool doubt = !dead && (made.doubted || outcome.state == SendState::unclear);
      return mark_tried(transaction, row.id,
                        {outcome.problem, dead ? Instant{} : now + wait_after(row.attempts), doubt}, now);
    }
    const bool sms = channel_ == OutboxChannel::sms;
    const std::string& text = made.message.ref == 0 ? row.message.text : made.message.text;
    const Taken how{made.gateway->name(), outcome.gateway_id, sms ? sms_size(text).parts : 0};
    Result<void> done = mark_taken(transaction, row.id, how, now);
    if (done) done = note_success(transaction, made.gateway->name(), now);
    return done;
  });
}

Result<void> Sender::send_one(const OutboxRow& row, Instant now) {
  const std::vector<Gateway*> open = gateways_for(row, now);
  if (open.empty()) {
    // Only the one that rests now may have it: it waits for that one, and does not stand in the way of others.
    return database_.write([&](Transaction& transaction) { return put_off(transaction, row.id, now + kRest); });
  }
  Try made;
  const Result<bool> tried = try_gateways(row, open, made, now);
  if (!tried) return tried.error();
  if (!*tried) return {};
  const bool taken = made.outcome.state == SendState::taken;
  const auto write = taken ? log_info : log_warning;
  write("outbox", {{"id", row.id},
                   {"cause", row.message.cause},
                   {"taken", taken ? "yes" : "no"},
                   {"gateway", made.gateway == nullptr ? std::string() : made.gateway->name()},
                   {"problem", made.outcome.problem}});
  return settle(row, made, now);
}

Result<std::vector<OutboxRow>> Sender::due(Instant now) {
  std::vector<OutboxRow> rows;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<OutboxRow>> found = due_messages(reader, channel_, now, kAtOnce);
    if (!found) return found.error();
    rows = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return rows;
}

Result<void> Sender::send_due(Instant now, const std::function<Instant()>& clock) {
  if (gateways_.empty() || open_gateways(now).empty()) return {};
  const Result<std::vector<OutboxRow>> rows = due(now);
  if (!rows) return rows.error();
  for (const OutboxRow& row : *rows) {
    const Instant moment = clock();
    // Nobody takes anything for now: the rest stays due and is tried with the next batch, unharmed.
    if (open_gateways(moment).empty()) return {};
    Result<void> done = send_one(row, moment);
    if (!done) return done;
  }
  return {};
}

// A round each: those that never become final do not keep the others from being asked about.
Result<void> Sender::ask_deliveries_of(Gateway& gateway, Instant now) {
  const auto limit = static_cast<std::int64_t>(gateway.asked_at_once());
  if (limit == 0) return {};
  std::int64_t& after = asked_[&gateway];
  std::vector<OutboxRow> rows;
  Result<void> read = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<OutboxRow>> found =
        messages_on_the_way(reader, {gateway.name(), now + -kNewsWithin, after, limit});
    if (!found) return found.error();
    rows = std::move(found).value();
    return {};
  });
  if (!read) return read;
  after = static_cast<std::int64_t>(rows.size()) < limit ? 0 : rows.back().id;
  std::vector<std::string> ids;
  for (const OutboxRow& row : rows) {
    if (!row.gateway_id.empty()) ids.push_back(row.gateway_id);
  }
  if (ids.empty()) return {};
  const std::vector<DeliveryNews> news = gateway.deliveries(ids);
  if (news.empty()) return {};
  return database_.write([&](Transaction& transaction) -> Result<void> {
    for (const DeliveryNews& one : news) {
      const Result<std::optional<OutboxRow>> row = message_of_gateway(transaction, gateway.name(), one.gateway_id);
      if (!row) return row.error();
      if (!*row) continue;
      Result<void> marked = mark_delivery(transaction, (*row)->id, one.delivery, now);
      if (!marked) return marked;
    }
    return {};
  });
}

Result<void> Sender::ask_deliveries(Instant now) {
  for (const std::unique_ptr<Gateway>& gateway : gateways_) {
    Result<void> done = ask_deliveries_of(*gateway, now);
    if (!done) return done;
  }
  return {};
}

}  // namespace hamandish::server
