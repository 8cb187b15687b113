#include "shared/pages/staff_news_page.h"

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/settings_page.h"
#include "shared/pages/staff_comments_page.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

constexpr int kTitleMost = 200;
constexpr int kSummaryMost = 600;
constexpr int kTextMost = 50000;
constexpr int kSlugMost = 60;

Field field(std::string id, FieldKind kind, std::string_view label, int max_length) {
  Field made;
  made.id = std::move(id);
  made.kind = kind;
  made.label = say(label);
  made.required = true;
  made.max_length = max_length;
  return made;
}

Node state_badge(NewsPhase phase) {
  Node badge = view::node(Kind::badge, say("news_phase." + std::string(wire_name(phase))), {});
  if (phase == NewsPhase::published) badge.tone = Tone::success;
  if (phase == NewsPhase::scheduled) badge.tone = Tone::primary;
  if (phase == NewsPhase::withdrawn) badge.tone = Tone::warning;
  return badge;
}

NewsPhase phase_of(const StaffNewsItem& news, Instant now) {
  return news_phase(news.state, news.item.publish_at, now);
}

std::string useful_counts(std::int64_t yes, std::int64_t no) {
  return say("news.useful_counts", {{"yes", text::persian_number(yes)}, {"no", text::persian_number(no)}});
}

Node row_of(const StaffNewsItem& news, Instant now) {
  const std::int64_t voices = news.useful_yes + news.useful_no;
  const NewsPhase phase = phase_of(news, now);
  const bool timed = phase == NewsPhase::published || phase == NewsPhase::scheduled;
  const std::string title = news.item.pinned ? say("news.pinned_title", {{"title", news.item.title}}) : news.item.title;
  return view::node(Kind::row, {},
                    {view::link(title, staff_news_address(news.item.id)), state_badge(phase),
                     view::paragraph(category_word(news.item.category)),
                     view::paragraph(timed ? date_and_time(news.item.publish_at) : std::string("—")),
                     view::paragraph(text::persian_number(news.item.comments)),
                     view::paragraph(voices > 0 ? useful_counts(news.useful_yes, news.useful_no) : "—")});
}

Node publish_form(const Site& site, const StaffNewsItemState& state, const std::string& target) {
  Node day = view::date_field("publish_day", say("news.publish_day"));
  day.value = answer(state.answers, "publish_day");
  day.error = error_text(state.errors, "publish_day");
  day.help = say("news.publish_help");
  Node time = view::node(Kind::text_field, say("news.publish_time"), {}, "publish_time");
  time.value = answer(state.answers, "publish_time");
  time.error = error_text(state.errors, "publish_time");
  time.help = say("news.publish_time_help");
  time.input.ltr = true;
  return staff_form(site, "publish", say("news_do.publish"), target,
                    {std::move(day), std::move(time), submit("publish-send", say("news_do.publish"), Tone::primary)});
}

void add_steps(Nodes& content, const Site& site, const StaffNewsItemState& state) {
  content.push_back(view::heading(2, say("draft.next_steps"), "next-steps"));
  for (const NewsStep step : kNewsSteps) {
    if (!is_possible(step, state.news.state, state.news.item.pinned)) continue;
    const std::string name(wire_name(step));
    const std::string target =
        staff_news_address(state.news.item.id, "do/" + name + "/v" + std::to_string(state.version));
    if (step == NewsStep::publish) {
      content.push_back(publish_form(site, state, target));
    } else {
      content.push_back(action_form(site, name, say("news_do." + name), target,
                                    step == NewsStep::withdraw ? Tone::danger : Tone::neutral));
    }
  }
}

// The item's pictures, how to place them in the text, and the form for another one.
void add_pictures(Nodes& content, const Site& site, const StaffNewsItemState& state) {
  content.push_back(view::heading(2, say("picture.heading"), "pictures"));
  if (!state.pictures.empty()) content.push_back(view::paragraph(say("picture.place_help")));
  for (const NewsPicture& picture : state.pictures) {
    content.push_back(
        action_form(site, "remove-" + picture.id,
                    say("picture.remove", {{"number", text::persian_number(picture.number)}, {"alt", picture.alt}}),
                    staff_news_address(state.news.item.id, "pictures/" + picture.id + "/remove"), Tone::neutral));
  }
  Nodes fields;
  add_files_field(fields, {"picture", say("picture.choose"), say("picture.help"), ".jpg,.jpeg,.png", false, state.kept},
                  state.errors);
  for (const char* name : {"alt", "caption"}) {
    Node field = view::node(Kind::text_field, say("picture." + std::string(name)), {}, name);
    field.value = answer(state.answers, name);
    field.error = error_text(state.errors, name);
    field.help = say("picture." + std::string(name) + "_help");
    field.required = std::string_view(name) == "alt";
    fields.push_back(std::move(field));
  }
  fields.push_back(submit("picture-send", say("picture.add"), Tone::primary));
  Node form = staff_form(site, "add-picture", say("picture.add"), staff_news_address(state.news.item.id, "pictures"),
                         std::move(fields));
  form.multipart = true;
  content.push_back(std::move(form));
}

Node facts_of(const StaffNewsItemState& state, Instant now) {
  const NewsSummary& item = state.news.item;
  const NewsPhase phase = phase_of(state.news, now);
  Node facts = view::node(Kind::facts, {}, {}, "news-facts");
  const auto add = [&facts](const char* key, std::string value, bool ltr = false) {
    facts.children.push_back(view::fact(say(key), std::move(value), ltr));
  };
  add("news.state", say("news_phase." + std::string(wire_name(phase))));
  add("news.category", category_word(item.category));
  if (phase != NewsPhase::draft) add("news.publish_at", date_and_time(item.publish_at));
  add("news.updated_at", date_and_time(item.updated_at));
  add("news.comment_rule", say("news_rule." + std::string(wire_name(state.comment_rule))));
  add("news.comments_published", text::persian_number(item.comments));
  add("news.useful_facts", useful_counts(state.useful_yes, state.useful_no));
  add("news.address", news_address(item), true);
  return facts;
}

}  // namespace

std::string staff_news_address(std::int64_t id, std::string_view room) {
  std::string address = std::string(kStaffNewsPath) + "/" + std::to_string(id);
  if (!room.empty()) address.append("/").append(room);
  return address;
}

Node news_rooms(std::string_view current) {
  struct Room {
    const char* label;
    std::string_view address;
  };
  Node tabs = view::node(Kind::tabs, say("news.rooms"), {}, "news-rooms");
  for (const Room& room : {Room{"news.items", kStaffNewsPath}, Room{"news_queue.heading", kStaffCommentsPath},
                           Room{"digest.heading", kDigestPath}}) {
    Node link = view::link(say(room.label), std::string(room.address));
    link.current = room.address == current;
    tabs.children.push_back(std::move(link));
  }
  return tabs;
}

std::vector<Field> news_fields() {
  std::vector<Field> fields;
  fields.push_back(field("news_title", FieldKind::line, "draft.title", kTitleMost));
  fields.push_back(field("category", FieldKind::choice, "news.category", 0));
  fields.back().choices = choices_of(kNewsCategories, "news_category.");
  fields.push_back(field("summary", FieldKind::text, "news.summary", kSummaryMost));
  fields.back().help = say("news.summary_help");
  fields.push_back(field("news_text", FieldKind::text, "news.text", kTextMost));
  fields.back().help = say("news.text_help");
  fields.push_back(field("comment_rule", FieldKind::choice, "news.comment_rule", 0));
  fields.back().choices = choices_of(kCommentRules, "news_rule.");
  fields.push_back(field("slug", FieldKind::line, "news.slug", kSlugMost));
  fields.back().required = false;
  fields.back().help = say("news.slug_help");
  return fields;
}

Node staff_news_view(const Site& site, const StaffNewsState& state) {
  const std::string title = say("news.staff_heading");
  Nodes content = {title_heading(title), news_rooms(kStaffNewsPath),
                   view::actions({view::link(say("news.new"), std::string(kStaffNewsPath) + "/new")})};
  if (state.items.empty()) {
    content.push_back(view::node(Kind::empty_state, say("news.none"), {}, "empty"));
    return frame(site, title, std::move(content));
  }
  Node table = view::node(Kind::table, title, {}, "news");
  table.quiet = true;
  table.columns = {say("draft.title"),
                   say("news.state"),
                   say("news.category"),
                   say("news.publish_at"),
                   say("news.comments_published"),
                   say("news.useful_facts")};
  for (const StaffNewsItem& news : state.items) table.children.push_back(row_of(news, site.now));
  content.push_back(std::move(table));
  if (!state.older.empty()) content.push_back(view::actions({view::link(say("news.older"), state.older)}));
  return frame(site, title, std::move(content));
}

Node news_form_view(const Site& site, const NewsFormState& state) {
  const std::string title = say(state.id == 0 ? "news.new" : "news.edit");
  Nodes content = {view::actions({view::link(say("news.staff_heading"), std::string(kStaffNewsPath))}),
                   title_heading(title)};
  add_failures(content, state.errors, state.failure);
  Nodes fields;
  for (const Field& one : news_fields()) {
    fields.push_back(field_node(one, answer(state.answers, one.id), state.errors));
    if (one.id == "news_text") fields.back().input.rows = 16;
    if (one.id == "summary") fields.back().input.rows = 3;
    if (one.id == "slug") fields.back().input.ltr = true;
  }
  if (state.id != 0) fields.push_back(version_field(state.version));
  fields.push_back(submit("news-save", say("draft.save"), Tone::primary));
  const std::string target =
      state.id == 0 ? std::string(kStaffNewsPath) + "/new" : staff_news_address(state.id, "edit");
  content.push_back(staff_form(site, "news-form", title, target, std::move(fields)));
  return frame(site, title, std::move(content));
}

Node staff_news_item_view(const Site& site, const StaffNewsItemState& state) {
  const NewsSummary& item = state.news.item;
  Nodes content = {view::actions({view::link(say("news.staff_heading"), std::string(kStaffNewsPath))}),
                   title_heading(item.title)};
  add_failures(content, state.errors, state.failure);
  content.push_back(facts_of(state, site.now));
  Nodes rooms = {view::link(say("news.edit"), staff_news_address(item.id, "edit")),
                 view::link(say("news_queue.of_item"), queue_address({.item = item.id}))};
  if (phase_of(state.news, site.now) == NewsPhase::published) {
    rooms.push_back(view::link(say("draft.public_page"), news_address(item)));
  }
  content.push_back(view::actions(std::move(rooms)));
  add_steps(content, site, state);
  add_pictures(content, site, state);
  content.push_back(view::heading(2, say("news.preview"), "preview"));
  content.push_back(view::paragraph(item.summary));
  for (Node& node : rich_nodes(state.body, 3, state.pictures)) content.push_back(std::move(node));
  return frame(site, item.title, std::move(content));
}

}  // namespace hamandish::pages
