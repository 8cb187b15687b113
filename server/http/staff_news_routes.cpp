#include "server/http/staff_news_routes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/news_views.h"
#include "server/http/overtaken.h"
#include "server/http/page_routes.h"
#include "server/http/posted_files.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/pages/staff_news_page.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kOlder = "before/";

NewsService& news_of(const Call& call) {
  return call.context.services.news;
}
const Actor& actor_of(const Call& call) {
  return call.session->actor;
}
Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

NewsService::Edition edition_of(const Call& call) {
  return {number_in(call.request.path_value("id")), edited_version(call)};
}

// --- The form of an item

NewsService::Content content_from(const Answers& answers) {
  const auto value = [&](std::string_view id) { return std::string(answer(answers, id)); };
  NewsService::Content content;
  content.category = news_category_from(value("category")).value_or(NewsCategory::report);
  content.comment_rule = comment_rule_from(value("comment_rule")).value_or(CommentRule::before);
  content.title = value("news_title");
  content.slug = value("slug");
  content.summary = value("summary");
  content.body = value("news_text");
  return content;
}

Answers answers_from(const NewsRow& row) {
  return {{"news_title", row.title}, {"category", std::string(wire_name(row.category))},
          {"summary", row.summary},  {"news_text", row.body},
          {"slug", row.slug},        {"comment_rule", std::string(wire_name(row.comment_rule))}};
}

Answers typed_fields(const Call& call) {
  Answers answers;
  for (const Field& field : pages::news_fields()) set_answer(answers, field.id, typed_field(call, field.id));
  return answers;
}

Reply form_again(const Call& call, pages::NewsFormState state, const Error& error) {
  if (error.code == Code::forbidden) return remote_error(call, error);
  state.errors = error.fields;
  if (state.errors.empty()) state.failure = error.key;
  return remote_reply(call, pages::news_form_view(site_of(call), state), status_of(error));
}

// Errors of the form's own rules; the rest comes from the service.
std::optional<Error> form_errors(const Answers& answers) {
  CheckedAnswers checked = check_answers(pages::news_fields(), answers);
  if (checked.errors.empty()) return std::nullopt;
  return Error{Code::invalid, "error.invalid", {}, std::move(checked.errors), {}};
}

Reply list_page(const Call& call, std::int64_t before) {
  const Result<std::vector<NewsRow>> rows = news_of(call).all(actor_of(call), before, kNewsPage);
  if (!rows) return remote_error(call, rows.error());
  pages::StaffNewsState state;
  for (const NewsRow& row : *rows) {
    state.items.push_back({summary_of(row), row.state, row.useful_yes, row.useful_no});
  }
  if (rows->size() == kNewsPage) {
    state.older = std::string(pages::kStaffNewsPath) + "/" + std::string(kOlder) + std::to_string(rows->back().id);
  }
  return remote_reply(call, pages::staff_news_view(site_of(call), state));
}

Result<pages::StaffNewsItemState> state_of(const Call& call, std::int64_t id) {
  const Result<NewsRow> row = news_of(call).item(actor_of(call), id);
  if (!row) return row.error();
  pages::StaffNewsItemState state;
  state.news = {summary_of(*row), row->state};
  state.version = row->version;
  state.body = row->body;
  const Result<std::vector<NewsPictureRow>> pictures = news_of(call).pictures(id);
  if (!pictures) return pictures.error();
  state.pictures = pictures_of(*pictures, pages::staff_news_address(id));
  state.comment_rule = row->comment_rule;
  state.useful_yes = row->useful_yes;
  state.useful_no = row->useful_no;
  return state;
}

Reply item_page(const Call& call, std::int64_t id) {
  const Result<pages::StaffNewsItemState> state = state_of(call, id);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::staff_news_item_view(site_of(call), *state));
}

Result<pages::NewsFormState> stored_form(const Call& call, std::int64_t id) {
  const Result<NewsRow> row = news_of(call).item(actor_of(call), id);
  if (!row) return row.error();
  pages::NewsFormState state;
  state.id = id;
  state.version = row->version;
  state.answers = answers_from(*row);
  return state;
}

Reply edit_page(const Call& call, std::int64_t id) {
  const Result<pages::NewsFormState> state = stored_form(call, id);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::news_form_view(site_of(call), *state));
}

Reply overtaken(const Call& call, pages::NewsFormState typed) {
  const Result<pages::NewsFormState> stored = stored_form(call, typed.id);
  if (!stored) return remote_error(call, stored.error());
  typed.version = stored->version;
  return overtaken_reply(call, pages::news_form_view(site_of(call), typed),
                         pages::news_form_view(site_of(call), *stored));
}

// --- When to publish

Error field_error(const char* field, std::string_view key) {
  Error error = make_error(Code::invalid, "error.invalid");
  error.fields.push_back({field, std::string(key), {}});
  return error;
}

// «08:30», digits of any set, in milliseconds after midnight.
std::optional<std::int64_t> time_of_day(std::string_view typed) {
  const std::string text = text::ascii_digits(text::for_storage_one_line(typed));
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::optional<std::int64_t> hours = text::parse_integer(text.substr(0, colon));
  const std::optional<std::int64_t> minutes = text::parse_integer(text.substr(colon + 1));
  if (!hours || !minutes || *hours < 0 || *hours > 23 || *minutes < 0 || *minutes > 59) return std::nullopt;
  return *hours * kHour + *minutes * kMinute;
}

// Nothing typed: now.
Result<Instant> publish_at(const Call& call) {
  const std::string day = typed_field(call, "publish_day");
  const std::string time = typed_field(call, "publish_time");
  if (text::blank(day) && text::blank(time)) return call.now;
  if (text::blank(day)) return field_error("publish_day", "news.day_needed");
  const std::optional<JalaliDate> date = parse_jalali(day);
  if (!date) return field_error("publish_day", jalali_fault(day, "news.day_bad"));
  const std::optional<std::int64_t> past_midnight = text::blank(time) ? 0 : time_of_day(time);
  if (!past_midnight) return field_error("publish_time", "news.time_bad");
  return start_of_day_in_tehran(to_day(*date)) + *past_midnight;
}

}  // namespace

Reply staff_news_page(const Call& call) {
  if (!may_keep_news(actor_of(call).role)) return remote_error(call, forbidden());
  std::string_view rest = rest_of_path(call, pages::kStaffNewsPath);
  if (rest.empty()) return list_page(call, 0);
  if (rest == "new") return remote_reply(call, pages::news_form_view(site_of(call), {}));
  if (rest.starts_with(kOlder)) return list_page(call, number_in(rest.substr(kOlder.size())));
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::int64_t id = number_in(rest.substr(0, slash));
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  if (rest.empty()) return item_page(call, id);
  if (rest == "edit") return edit_page(call, id);
  return remote_error(call, error_of_status(404));
}

Reply post_new_news(const Call& call) {
  if (!may_keep_news(actor_of(call).role)) return remote_error(call, forbidden());
  pages::NewsFormState state;
  state.answers = typed_fields(call);
  if (const std::optional<Error> wrong = form_errors(state.answers)) return form_again(call, std::move(state), *wrong);
  const Result<std::int64_t> made = news_of(call).create(actor_of(call), content_from(state.answers), call.now);
  if (!made) return form_again(call, std::move(state), made.error());
  return remote_go(call, pages::staff_news_address(*made));
}

Reply post_news_edit(const Call& call) {
  if (!may_keep_news(actor_of(call).role)) return remote_error(call, forbidden());
  const NewsService::Edition edition = edition_of(call);
  pages::NewsFormState state;
  state.id = edition.id;
  state.version = edition.version;
  state.answers = typed_fields(call);
  if (const std::optional<Error> wrong = form_errors(state.answers)) return form_again(call, std::move(state), *wrong);
  const Result<void> done = news_of(call).edit(actor_of(call), edition, content_from(state.answers), call.now);
  if (!done && done.error().key == "news.changed_meanwhile") return overtaken(call, std::move(state));
  if (!done) return form_again(call, std::move(state), done.error());
  return remote_go(call, pages::staff_news_address(edition.id));
}

Reply post_news_step(const Call& call) {
  if (!may_keep_news(actor_of(call).role)) return remote_error(call, forbidden());
  const std::optional<NewsStep> step = news_step_from(call.request.path_value("step"));
  if (!step) return remote_error(call, error_of_status(404));
  const NewsService::Edition edition = edition_of(call);
  Result<Instant> at = call.now;
  if (*step == NewsStep::publish) at = publish_at(call);
  Result<void> done = at ? news_of(call).take(actor_of(call), edition, *step, *at, call.now) : Result<void>(at.error());
  if (done) return remote_go(call, pages::staff_news_address(edition.id));
  Result<pages::StaffNewsItemState> state = state_of(call, edition.id);
  if (!state) return remote_error(call, state.error());
  state->errors = done.error().fields;
  if (state->errors.empty()) state->failure = done.error().key;
  for (const char* field : {"publish_day", "publish_time"}) set_answer(state->answers, field, typed_field(call, field));
  return remote_reply(call, pages::staff_news_item_view(site_of(call), *state), status_of(done.error()));
}

Reply get_staff_news_picture(const Call& call) {
  if (!may_keep_news(actor_of(call).role)) return remote_error(call, forbidden());
  return picture_reply(call, number_in(call.request.path_value("id")), kSecretPage);
}

Reply post_news_picture(const Call& call) {
  if (!may_keep_news(actor_of(call).role)) return remote_error(call, forbidden());
  const std::int64_t id = number_in(call.request.path_value("id"));
  Error wrong = make_error(Code::invalid, "error.invalid");
  std::vector<pages::KeptFile> kept = posted_files(call, "picture", wrong.fields);
  // Other kinds of files are taken elsewhere, not here.
  for (FieldError& error : wrong.fields) {
    if (error.key == "upload.kind_not_allowed") error.key = "picture.kind";
  }
  if (kept.size() > 1) kept.erase(kept.begin(), kept.end() - 1);  // the one that was chosen last
  Result<void> done = wrong;
  if (wrong.fields.empty()) {
    done = news_of(call).add_picture(
        actor_of(call), id,
        {kept.empty() ? std::string() : kept.front().id, typed_field(call, "alt"), typed_field(call, "caption")},
        call.now);
  }
  if (done) return remote_go(call, pages::staff_news_address(id));
  Result<pages::StaffNewsItemState> state = state_of(call, id);
  if (!state) return remote_error(call, state.error());
  state->errors = done.error().fields;
  if (state->errors.empty()) state->failure = done.error().key;
  // A picture that cannot be read is not offered again.
  const bool of_picture = std::any_of(state->errors.begin(), state->errors.end(),
                                      [](const FieldError& one) { return one.field == "picture"; });
  if (!of_picture) state->kept = std::move(kept);
  for (const char* field : {"alt", "caption"}) set_answer(state->answers, field, typed_field(call, field));
  return remote_reply(call, pages::staff_news_item_view(site_of(call), *state), status_of(done.error()));
}

Reply post_picture_removal(const Call& call) {
  const std::int64_t id = number_in(call.request.path_value("id"));
  const Result<void> done =
      news_of(call).remove_picture(actor_of(call), id, call.request.path_value("picture"), call.now);
  if (!done) return remote_error(call, done.error());
  return remote_go(call, pages::staff_news_address(id));
}

}  // namespace hamandish::server
