#include "shared/pages/channels_page.h"

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/frame.h"
#include "shared/pages/settings_page.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

Node badge(std::string text, Tone tone) {
  Node node = view::node(Kind::badge, std::move(text), {});
  node.tone = tone;
  return node;
}

Node state_of(const ChannelLine& line) {
  if (line.paused) return badge(say("channels.paused"), Tone::warning);
  if (line.failures > 0) {
    return badge(say("channels.fails", {{"count", std::to_string(line.failures)}}), Tone::danger);
  }
  if (line.last_success == Instant{}) return badge(say("channels.unused"), Tone::neutral);
  return badge(say("channels.works"), Tone::success);
}

// Causes of later versions are shown as they are.
std::string cause_text(const std::string& cause) {
  for (const char* known :
       {"receipt", "status", "opt_in", "joined", "asked", "extended", "replied", "closed", "rejected", "merged",
        "second_look", "staff", "draft_invitation", "code_recovery", "report", "escalation"}) {
    if (cause == known) return say("outbox_cause." + cause);
  }
  return text::ltr(cause);
}

std::string time_of(Instant at) {
  return at == Instant{} ? say("channels.never") : date_and_time(at);
}

// The name that the file gives it, and what it is.
std::string line_name(const ChannelLine& line) {
  if (line.type.empty()) return text::ltr(line.name);
  return say("channels.line_name", {{"type", say("channel_type." + line.type)}, {"name", text::ltr(line.name)}});
}

Node lines_table(const ChannelsState& state) {
  Node table = view::node(Kind::table, say("channels.table"), {}, "lines");
  table.columns = {say("channels.name"), say("channels.state"), say("channels.last_success"),
                   say("channels.last_failure"), say("channels.balance")};
  for (const ChannelLine& line : state.lines) {
    std::string failure = time_of(line.last_failure);
    if (!line.problem.empty()) failure += "\n" + text::ltr(line.problem);
    Node row = view::node(Kind::row, {},
                          {view::paragraph(line_name(line)), state_of(line),
                           view::paragraph(time_of(line.last_success)), view::paragraph(std::move(failure)),
                           view::paragraph(line.balance ? text::persian_number(*line.balance) : std::string("—"))},
                          "line-" + line.name);
    if (line.failures > 0) row.tone = Tone::danger;
    if (line.paused) row.tone = Tone::warning;
    table.children.push_back(std::move(row));
  }
  return table;
}

Node switches(const Site& site, const ChannelsState& state) {
  Nodes forms = {view::heading(2, say("channels.switches"))};
  for (const ChannelLine& line : state.lines) {
    const std::string deed = line.paused ? "resume" : "pause";
    forms.push_back(action_form(
        site, deed + "-" + line.name,
        say(line.paused ? "channels.resume" : "channels.pause", {{"name", text::ltr(line.name)}}),
        std::string(kChannelsPath) + "/lines/" + line.name + "/" + deed, line.paused ? Tone::primary : Tone::neutral));
  }
  return view::section({}, std::move(forms), "switches");
}

Node backlogs(const ChannelsState& state) {
  Node facts = view::node(Kind::facts, {}, {}, "backlog-facts");
  for (const ChannelBacklog& one : state.backlogs) {
    const std::string waiting = text::persian_number(one.waiting);
    std::string value = one.waiting == 0
                            ? say("channels.waiting", {{"count", waiting}})
                            : say("channels.waiting_since", {{"count", waiting}, {"when", date_and_time(one.oldest)}});
    if (one.dead > 0) value += "، " + say("channels.dead_count", {{"count", text::persian_number(one.dead)}});
    facts.children.push_back(view::fact(say(one.channel), std::move(value)));
  }
  return view::section({}, {view::heading(2, say("channels.backlog")), std::move(facts)}, "backlog");
}

Node dead_messages(const Site& site, const ChannelsState& state) {
  Nodes content = {view::heading(2, say("channels.dead"))};
  if (state.dead.empty()) {
    content.push_back(view::paragraph(say("channels.dead_none")));
    return view::section({}, std::move(content), "dead");
  }
  content.push_back(view::paragraph(say("channels.dead_lead")));
  for (const DeadMessage& one : state.dead) {
    const std::string id = std::to_string(one.id);
    Node facts = view::node(Kind::facts, {}, {}, "dead-facts-" + id);
    facts.children = {view::fact(say("channels.name"), say(one.channel)),
                      view::fact(say("channels.cause"), cause_text(one.cause)),
                      view::fact(say("channels.created"), date_and_time(one.created_at)),
                      view::fact(say("channels.problem"), one.problem, true)};
    content.push_back(
        view::card({view::heading(3, say("channels.message", {{"id", id}})), std::move(facts),
                    action_form(site, "again-" + id, say("channels.again", {{"id", id}}),
                                std::string(kChannelsPath) + "/messages/" + id + "/again", Tone::neutral)}));
  }
  return view::section({}, std::move(content), "dead");
}

}  // namespace

Node channels_view(const Site& site, const ChannelsState& state) {
  Nodes content = {title_heading(say("channels.heading")), view::paragraph(say("channels.lead"))};
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  if (state.lines.empty()) {
    content.push_back(view::notice(say("channels.none"), Tone::warning, "none"));
    return frame(site, say("channels.heading"), std::move(content));
  }
  content.push_back(lines_table(state));
  content.push_back(backlogs(state));
  content.push_back(dead_messages(site, state));
  content.push_back(switches(site, state));
  return frame(site, say("channels.heading"), std::move(content));
}

}  // namespace hamandish::pages
