#include "server/http/channels_routes.h"

#include <algorithm>
#include <memory>

#include "server/channels/channels.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/identity/phone.h"
#include "shared/json/json.h"
#include "shared/pages/channels_page.h"
#include "shared/text/utf8.h"
#include "shared/users/settings_permissions.h"

namespace hamandish::server {
namespace {

std::string text_in(const Json& json, std::string_view name) {
  const Json* found = json.find(name);
  if (found == nullptr) return {};
  if (const std::string* text = found->text()) return *text;
  const std::optional<std::int64_t> number = found->integer();
  return number ? std::to_string(*number) : std::string();
}

// Whichever way the gateway writes: in the address, as a form, as a JSON object. Called with its names alone.
PushValue value_of(const Call& call) {
  auto json = std::make_shared<Json>();
  if (call.request.media_type() == "application/json") {
    Result<Json> parsed = parse_json(call.request.body);
    if (parsed) *json = std::move(parsed).value();
  }
  return [&request = call.request, json](std::string_view name) {
    if (const std::string_view query = request.query_value(name); !query.empty()) return std::string(query);
    if (const std::string_view field = request.field(name); !field.empty()) return std::string(field);
    return text_in(*json, name);
  };
}

// Gateways read the status and perhaps the first word.
Reply plain(int status, const std::string& body) {
  Reply reply;
  reply.status = status;
  reply.content_type = "text/plain; charset=utf-8";
  reply.body = body;
  reply.set("Cache-Control", "no-store");
  return reply;
}

Reply pushed(const Result<void>& done) {
  if (done) return plain(200, "OK");
  Reply reply = plain(status_of(done.error()), "ERROR");
  reply.detail = done.error().detail;
  return reply;
}

bool may_keep(const Call& call) {
  return may_keep_channels(call.session->actor.role);
}

Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

Reply show(const Call& call, const std::string& failure, int status) {
  pages::ChannelsState state;
  state.failure = failure;
  if (call.context.channels != nullptr) {
    const Result<ChannelsHealth> health = call.context.channels->health(call.now);
    if (!health) return remote_error(call, health.error());
    for (const ChannelsHealth::Line& line : health->lines) {
      state.lines.push_back({line.name, line.state.paused, line.state.failures, line.state.last_success,
                             line.state.last_failure, line.state.problem, line.state.balance, line.type});
    }
    state.backlogs = {{"channels.sms", health->sms.waiting, health->sms.dead, health->sms.oldest},
                      {"channels.email", health->email.waiting, health->email.dead, health->email.oldest}};
    for (const OutboxRow& row : health->dead) {
      state.dead.push_back({row.id, row.message.cause, row.created_at, row.problem,
                            row.message.channel == OutboxChannel::sms ? "channels.sms" : "channels.email"});
    }
  }
  return remote_reply(call, pages::channels_view(site_of(call), state), status);
}

Reply after(const Call& call, const Result<void>& done) {
  if (done) return remote_go(call, std::string(pages::kChannelsPath));
  return show(call, done.error().key, status_of(done.error()));
}

}  // namespace

Reply take_push(const Call& call) {
  if (call.context.channels == nullptr) return plain(404, "ERROR");
  return pushed(call.context.channels->push_message(call.request.path_value("line"), call.request.path_value("secret"),
                                                    value_of(call), call.now));
}

Reply take_delivery(const Call& call) {
  if (call.context.channels == nullptr) return plain(404, "ERROR");
  return pushed(call.context.channels->push_delivery(call.request.path_value("line"), call.request.path_value("secret"),
                                                     value_of(call), call.now));
}

Reply take_recording(const Call& call) {
  if (call.context.channels == nullptr) return plain(404, "ERROR");
  Recording recording;
  recording.caller = call.request.field("caller");
  recording.called = call.request.field("called");
  recording.id = call.request.field("uniqueid").substr(0, 200);
  recording.told = true;
  constexpr std::int64_t kMostSeconds = 100'000'000'000;
  recording.seconds = std::clamp<std::int64_t>(number_in(call.request.field("duration")), 0, kDay / kSecond);
  recording.at = Instant{std::clamp<std::int64_t>(number_in(call.request.field("time")), 0, kMostSeconds) * kSecond};
  for (const Part& part : call.request.parts) {
    if (!part.is_file) continue;
    recording.file_name = part.file_name;
    recording.bytes = part.content;
  }
  const bool sane = text::valid_utf8(recording.caller) && text::valid_utf8(recording.called) &&
                    text::valid_utf8(recording.id) && text::valid_utf8(recording.file_name);
  if (!sane) return plain(422, "ERROR");
  const Result<std::string> code = call.context.channels->take_call(call.request.field("token"), recording, call.now);
  return code ? plain(200, *code) : pushed(code.error());
}

Reply tell_state(const Call& call) {
  const bool known =
      call.context.channels != nullptr && call.context.channels->knows_exchange(call.request.query_value("token"));
  if (!known) return plain(404, "ERROR");
  // The second factor: the last digits of the mobile, keyed in or those of the caller.
  std::string last(call.request.query_value("last4"));
  if (last.empty()) last = last_four(call.request.query_value("caller"));
  const Result<api::CitizenCase> found =
      call.context.services.cases.lookup({std::string(call.request.query_value("code")), last}, call.now);
  if (!found) return plain(200, "0");
  return plain(200, std::to_string(static_cast<int>(found->state) + 1));
}

Reply channels_page(const Call& call) {
  if (!may_keep(call)) return remote_error(call, forbidden());
  return show(call, {}, 200);
}

Reply post_channel_line(const Call& call) {
  if (!may_keep(call)) return remote_error(call, forbidden());
  const std::string_view deed = call.request.path_value("deed");
  const bool known = deed == "pause" || deed == "resume";
  if (!known || call.context.channels == nullptr) return remote_error(call, error_of_status(404));
  return after(call, call.context.channels->pause(call.request.path_value("line"), deed == "pause"));
}

Reply post_message_again(const Call& call) {
  if (!may_keep(call)) return remote_error(call, forbidden());
  if (call.context.channels == nullptr) return remote_error(call, error_of_status(404));
  return after(call, call.context.channels->send_again(number_in(call.request.path_value("id")), call.now));
}

std::string channel_metrics(const Call& call) {
  if (call.context.channels == nullptr) return {};
  const Result<ChannelsHealth> health = call.context.channels->health(call.now);
  if (!health) return {};
  std::string out = "# HELP hamandish_outbox_messages Messages that wait or were given up.\n";
  out += "# TYPE hamandish_outbox_messages gauge\n";
  const auto backlog = [&](const char* channel, const Backlog& found) {
    const std::string name = std::string("hamandish_outbox_messages{channel=\"") + channel + "\",state=\"";
    out += name + "waiting\"} " + std::to_string(found.waiting) + "\n";
    out += name + "dead\"} " + std::to_string(found.dead) + "\n";
  };
  backlog("sms", health->sms);
  backlog("email", health->email);
  const auto gauge = [&](const char* name, const char* help, auto value) {
    out += std::string("# HELP ") + name + " " + help + "\n# TYPE " + name + " gauge\n";
    for (const ChannelsHealth::Line& line : health->lines) {
      out += std::string(name) + "{line=\"" + line.name + "\"} " + std::to_string(value(line.state)) + "\n";
    }
  };
  gauge("hamandish_channel_failures", "Failures since the last success.",
        [](const ChannelState& state) { return state.failures; });
  gauge("hamandish_channel_last_success_seconds", "Time of the last success; 0: never.",
        [](const ChannelState& state) { return state.last_success.milliseconds / kSecond; });
  gauge("hamandish_channel_paused", "1: staff stopped it.",
        [](const ChannelState& state) { return state.paused ? 1 : 0; });
  out += "# HELP hamandish_channel_balance Credit, in the gateway's unit.\n# TYPE hamandish_channel_balance gauge\n";
  for (const ChannelsHealth::Line& line : health->lines) {
    if (!line.state.balance) continue;
    out += "hamandish_channel_balance{line=\"" + line.name + "\"} " + std::to_string(*line.state.balance) + "\n";
  }
  return out;
}

}  // namespace hamandish::server
