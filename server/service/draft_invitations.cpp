// Experts, bodies and officers elsewhere, asked by name for their word on a draft (domain.md 0, commitment 10).
#include <algorithm>
#include <set>
#include <utility>

#include "server/base/random.h"
#include "server/service/cases_parts.h"
#include "server/service/drafts_parts.h"
#include "shared/calendar/jalali_text.h"
#include "shared/forms/field.h"
#include "shared/identity/phone.h"
#include "shared/messages/messages.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

using namespace drafts;  // NOLINT(google-build-using-namespace)

constexpr std::size_t kMostAtOnce = 200;
constexpr int kMostShown = 1000;
constexpr std::size_t kTokenBytes = 18;

struct Guest {
  std::string name;
  OutboxChannel channel = OutboxChannel::sms;
  std::string address;
};

// In the form that is stored; empty: it is none.
std::string email_from(std::string_view text) {
  Field field;
  field.id = "email";
  field.kind = FieldKind::email;
  CheckedAnswers checked = check_answers({field}, {{"email", std::string(text)}});
  return checked.errors.empty() ? std::string(answer(checked.answers, "email")) : std::string();
}

// «name, mobile or e-mail»: what follows the last comma of any kind, or the last space, is the address.
std::optional<Guest> guest_of(std::string_view line) {
  std::string text = hamandish::text::for_storage_one_line(line);
  for (const std::string_view comma : {"\u060C", ";", "\u061B"}) {
    for (std::size_t at = text.find(comma); at != std::string::npos; at = text.find(comma)) {
      text.replace(at, comma.size(), ",");
    }
  }
  std::size_t cut = text.rfind(',');
  if (cut == std::string::npos) cut = text.rfind(' ');
  if (cut == std::string::npos) return std::nullopt;
  Guest guest;
  guest.name = hamandish::text::for_storage_one_line(text.substr(0, cut));
  const std::string address = hamandish::text::for_storage_one_line(text.substr(cut + 1));
  if (guest.name.empty()) return std::nullopt;
  if (const std::optional<std::string> mobile = parse_mobile(address)) {
    guest.address = *mobile;
    return guest;
  }
  guest.channel = OutboxChannel::email;
  guest.address = email_from(address);
  if (guest.address.empty()) return std::nullopt;
  return guest;
}

Result<std::vector<Guest>> guests_of(std::string_view lines) {
  std::vector<Guest> guests;
  std::set<std::string> seen;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (text::blank(line)) continue;
    std::optional<Guest> guest = guest_of(line);
    if (!guest) {
      Error error = field_error("invited", "invitation.bad_line");
      error.fields.front().params.push_back({"line", text::for_storage_one_line(line)});
      return error;
    }
    if (seen.insert(guest->address).second) guests.push_back(std::move(*guest));
  }
  if (guests.empty()) return field_error("invited", "invitation.none");
  if (guests.size() > kMostAtOnce) return field_error("invited", "invitation.too_many");
  return guests;
}

OutboxMessage message_for(const Guest& guest, const Profile& profile, const DraftRow& draft, const std::string& link) {
  OutboxMessage message;
  message.channel = guest.channel;
  message.address = guest.address;
  message.text = say(guest.channel == OutboxChannel::sms ? "invitation.sms" : "invitation.email",
                     {{"name", guest.name},
                      {"organisation", profile.short_name},
                      {"title", draft.title},
                      {"date", draft.window ? short_date(draft.window->closes_on) : std::string()}});
  message.text += '\n' + link;  // no parameter of the message, whose digits would be Persian
  message.cause = "draft_invitation";
  return message;
}

bool takes_invitations(const DraftRow& draft) {
  return draft.window && (draft.state == DraftState::approved || draft.state == DraftState::open);
}

}  // namespace

Result<void> drafts::answer_invitation(Transaction& transaction, std::int64_t draft_id, std::string_view token,
                                       std::int64_t comment_id) {
  if (token.empty()) return {};
  const Result<std::optional<DraftInvitationRow>> found = invitation_by_token(transaction, sha256(token));
  if (!found) return found.error();
  if (!*found || (*found)->draft_id != draft_id) return {};
  return mark_answered(transaction, (*found)->id, comment_id);
}

Result<DraftInvitationRow> DraftsService::open_invitation(std::int64_t draft_id, std::string_view token, Instant now) {
  DraftInvitationRow invitation;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<DraftInvitationRow>> found = invitation_by_token(reader, sha256(token));
    if (!found) return found.error();
    if (!*found || (*found)->draft_id != draft_id) return make_error(Code::not_found, "invitation.unknown");
    invitation = std::move(**found);
    return {};
  });
  if (!done) return done.error();
  if (invitation.opened_at.milliseconds == 0) {
    database_.write_later(
        [id = invitation.id, now](Transaction& transaction) { return mark_opened(transaction, id, now); });
  }
  return invitation;
}

Result<std::int64_t> DraftsService::invite(const Actor& actor, std::int64_t draft_id, const Invited& invited,
                                           Instant now) {
  if (!may_moderate(actor.role)) return forbidden();
  const Result<std::vector<Guest>> guests = guests_of(invited.lines);
  if (!guests) return guests.error();
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  std::int64_t count = 0;
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    count = 0;
    const Result<std::optional<DraftRow>> draft = draft_by_id(transaction, draft_id);
    if (!draft) return draft.error();
    if (!*draft) return no_draft();
    if (!takes_invitations(**draft)) return make_error(Code::conflict, "draft.closed");
    for (const Guest& guest : *guests) {
      const Result<bool> known = is_invited(transaction, draft_id, guest.address);
      if (!known) return known.error();
      if (*known) continue;
      const std::string token = random_token(kTokenBytes);
      DraftInvitationRow row;
      row.draft_id = draft_id;
      row.token = sha256(token);
      row.group = invited.group;
      row.name = guest.name;
      row.channel = guest.channel;
      row.address = guest.address;
      row.user_id = user_id_of(actor);
      row.at = now;
      if (const Result<std::int64_t> made = insert_invitation(transaction, row); !made) return made.error();
      const std::string link = invited.origin + "/drafts/" + std::to_string(draft_id) + "/invited/" + token;
      // Who is invited before the opening hears of it when it opens.
      OutboxMessage message = message_for(guest, *profile, **draft, link);
      if ((*draft)->state == DraftState::approved) message.not_before = opening(*(*draft)->window);
      if (const Result<bool> queued = queue_message(transaction, message, now); !queued) return queued.error();
      ++count;
    }
    return tell_audit(transaction, actor, "draft_invitations", std::to_string(draft_id), {{}, std::to_string(count)},
                      now);
  });
  if (!done) return done.error();
  return count;
}

Result<std::vector<DraftInvitationRow>> DraftsService::invitations(const Actor& actor, std::int64_t draft_id) {
  if (!may_moderate(actor.role)) return forbidden();
  std::vector<DraftInvitationRow> rows;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<DraftInvitationRow>> found = invitations_of(reader, draft_id, kMostShown);
    if (!found) return found.error();
    rows = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return rows;
}

}  // namespace hamandish::server
