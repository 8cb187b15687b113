#include "server/http/kept_routes.h"

#include <algorithm>

#include "server/channels/channels.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/url.h"
#include "shared/pages/kept_page.h"
#include "shared/text/utf8.h"
#include "shared/users/settings_permissions.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kShown = 50;
constexpr std::size_t kMostHead = 6000;

pages::KeptItem item_of(const KeptMessage& kept) {
  const Inbound& message = kept.message;
  return {kept.id,
          std::string(wire_name(message.channel)),
          std::string(wire_name(kept.outcome)),
          kept.received_at,
          message.sender,
          message.recipient,
          message.subject,
          message.text,
          message.quoted};
}

// The lines before the first empty one.
std::string head_of_letter(const std::string& raw) {
  const std::size_t end = std::min({raw.find("\r\n\r\n"), raw.find("\n\n"), kMostHead});
  std::u32string head = text::to_scalars(raw.substr(0, end));
  std::erase(head, U'\r');
  std::erase(head, U'\0');
  return text::to_utf8(head);
}

Reply list_page(const Call& call, std::int64_t before) {
  // One more than is shown says whether there are older ones.
  Result<std::vector<KeptMessage>> found = call.context.services.calls.kept(call.session->actor, before, kShown + 1);
  if (!found) return remote_error(call, found.error());
  pages::KeptListState state;
  state.later = before != 0;
  if (found->size() > static_cast<std::size_t>(kShown)) {
    found->pop_back();
    state.next_before = found->back().id;
  }
  state.items.reserve(found->size());
  for (const KeptMessage& one : *found) state.items.push_back(item_of(one));
  return remote_reply(call, pages::kept_list_view(site_of(call), state));
}

Reply one_page(const Call& call, std::int64_t id, pages::KeptState state, int status) {
  const Result<KeptMessage> found = call.context.services.calls.kept_one(call.session->actor, id, call.now);
  if (!found) return remote_error(call, found.error());
  state.item = item_of(*found);
  state.raw_bytes = found->raw_bytes;
  if (found->message.channel == Intake::email) state.head = head_of_letter(found->message.raw);
  state.can_open = call.context.channels != nullptr;
  return remote_reply(call, pages::kept_view(site_of(call), state), status);
}

}  // namespace

Reply kept_page(const Call& call, std::string_view rest) {
  constexpr std::string_view kBefore = "before/";
  while (rest.starts_with('/')) rest.remove_prefix(1);
  if (rest.empty()) return list_page(call, 0);
  if (rest.starts_with(kBefore)) return list_page(call, number_in(rest.substr(kBefore.size())));
  return one_page(call, number_in(rest), {}, 200);
}

Reply get_kept_raw(const Call& call) {
  const Result<KeptMessage> found =
      call.context.services.calls.kept_one(call.session->actor, number_in(call.request.path_value("id")), call.now);
  if (!found) return error_page(call, found.error());
  if (found->message.raw.empty()) return error_page(call, error_of_status(404));
  Reply reply;
  // Taken away, never shown: nothing of it runs here.
  reply.content_type = "application/octet-stream";
  reply.body = found->message.raw;
  reply.set("Content-Disposition", attachment_disposition("message-" + std::to_string(found->id) + ".eml"));
  reply.set("Cache-Control", "private, no-store");
  return reply;
}

Reply post_kept_case(const Call& call) {
  const std::int64_t id = number_in(call.request.path_value("id"));
  if (!may_take_calls(call.session->actor.role)) {
    return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  }
  if (call.context.channels == nullptr) return remote_error(call, error_of_status(404));
  pages::KeptState state;
  set_answer(state.answers, "kind", typed_field(call, "kind"));
  const CheckedAnswers checked = check_answers(pages::kept_fields(*call.profile), state.answers);
  set_answer(state.answers, "receipt", typed_field(call, "receipt"));
  const std::optional<CaseKind> kind = case_kind_from(answer(checked.answers, "kind"));
  if (!checked.errors.empty() || !kind) {
    state.errors = checked.errors;
    return one_page(call, id, std::move(state), status_of(make_error(Code::invalid, "error.invalid")));
  }
  const Result<std::string> made = call.context.channels->open_kept(call.session->actor, id, *kind,
                                                                    answer(state.answers, "receipt") == "1", call.now);
  if (!made) return remote_error(call, made.error());
  return remote_go(call, "/staff/cases/" + *made);
}

}  // namespace hamandish::server
