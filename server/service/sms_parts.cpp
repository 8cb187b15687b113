// Long SMS that come in parts, in any order: one message when the last one is there. What is late for too long is given up,
// and what did come is taken in, for nothing may be lost; a part that comes after that joins the case as what it is.
#include <algorithm>

#include "server/service/cases_parts.h"
#include "server/service/sms_joining.h"
#include "server/store/channels_store.h"
#include "server/store/sms_parts_store.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kPartsWait = 10 * kMinute;
constexpr std::int64_t kPartsKnown = 30 * kDay;
constexpr std::int64_t kReferenceLives = kDay;  // of 256 references a telephone uses each again some day

std::vector<SmsPartRow> waiting_of(std::vector<SmsPartRow> parts) {
  std::erase_if(parts, [](const SmsPartRow& one) { return one.joined; });
  return parts;
}

bool has_number(const std::vector<SmsPartRow>& parts, int number) {
  return std::any_of(parts.begin(), parts.end(), [&](const SmsPartRow& one) { return one.part.number == number; });
}

// Each number once, in order; a gap is said.
Inbound joined(const Inbound& like, const std::vector<SmsPartRow>& parts) {
  Inbound whole = like;
  whole.part.reset();
  whole.text.clear();
  whole.source_id = "parts:" + parts.front().source_id;
  int next = 1;
  for (const SmsPartRow& one : parts) {
    if (one.part.number > next) whole.text += ' ' + say("inbound.part_missing") + ' ';
    whole.text += one.text;
    next = one.part.number + 1;
  }
  if (next <= parts.front().part.total) whole.text += ' ' + say("inbound.part_missing");
  return whole;
}

}  // namespace

Result<std::vector<Inbound>> hold_part(Transaction& transaction, const Inbound& message, Instant now) {
  std::vector<Inbound> ready;
  const Result<bool> known = part_is_known(transaction, message.source, message.source_id);
  if (!known) return known.error();
  const Result<std::optional<InboundRow>> before = inbound_by_source(transaction, message.source, message.source_id);
  if (!before) return before.error();
  if (*known || *before) return ready;
  const Result<std::vector<SmsPartRow>> all = parts_like(transaction, message, now + -kReferenceLives);
  if (!all) return all.error();
  std::vector<SmsPartRow> waiting = waiting_of(*all);
  const auto same = std::find_if(waiting.begin(), waiting.end(),
                                 [&](const SmsPartRow& one) { return one.part.number == message.part->number; });
  // Pushed again under another id.
  if (same != waiting.end() && same->text == message.text) return ready;
  if (same != waiting.end()) {
    // The telephone begins the reference anew: the rest of the earlier message does not come any more.
    ready.push_back(joined(message, waiting));
    const Result<void> done = mark_joined(transaction, waiting, now);
    if (!done) return done.error();
    waiting.clear();
  }
  Result<void> done = insert_part(transaction, message, now);
  if (!done) return done.error();
  const Result<std::vector<SmsPartRow>> with_it = parts_like(transaction, message, now + -kReferenceLives);
  if (!with_it) return with_it.error();
  const std::vector<SmsPartRow> now_waiting = waiting_of(*with_it);
  // Others of its message were given up: what waits is the rest, and whoever has waited so long waits no longer.
  const bool late = waiting.empty() && same == waiting.end() && !all->empty() &&
                    !has_number(*all, message.part->number) &&
                    all->size() < static_cast<std::size_t>(message.part->total);
  if (late || now_waiting.size() >= static_cast<std::size_t>(message.part->total)) {
    ready.push_back(late ? message : joined(message, now_waiting));
    ready.back().part.reset();
    done = mark_joined(transaction, now_waiting, now);
    if (!done) return done.error();
  }
  return ready;
}

Result<std::optional<Inbound>> give_up_parts(Transaction& transaction, Instant now) {
  const Result<WaitingPart> oldest = oldest_waiting_part(transaction, now + -kPartsWait);
  if (!oldest) return oldest.error();
  if (oldest->source.empty()) {
    const Result<void> forgotten = forget_joined_parts(transaction, now + -kPartsKnown);
    if (!forgotten) return forgotten.error();
    return std::optional<Inbound>();
  }
  Inbound like;
  like.channel = Intake::sms;
  like.source = oldest->source;
  like.sender = oldest->row.sender;
  like.recipient = oldest->row.recipient;
  like.part = oldest->row.part;
  const Result<std::vector<SmsPartRow>> all = parts_like(transaction, like, oldest->row.received_at);
  if (!all) return all.error();
  const std::vector<SmsPartRow> waiting = waiting_of(*all);
  const Result<void> done = mark_joined(transaction, waiting, now);
  if (!done) return done.error();
  return std::optional<Inbound>(joined(like, waiting));
}

}  // namespace hamandish::server
