#include "web/controllers/inbox_controller.h"

#include <algorithm>
#include <array>

#include "shared/calendar/jalali_text.h"
#include "shared/json/iso_date.h"
#include "shared/pages/inbox_page.h"
#include "shared/text/normalize.h"

namespace hamandish::web {
namespace {

constexpr std::array<std::string_view, 10> kFilters = {"queue", "sort",     "kind", "state", "category",
                                                       "unit",  "priority", "tag",  "from",  "to"};

bool is_date(std::string_view field) {
  return field == "from" || field == "to";
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    decoded += escaped ? static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])) : text[i];
    if (escaped) i += 2;
  }
  return decoded;
}

std::string_view after_colon(std::string_view intent) {
  return intent.substr(std::min(intent.find(':') + 1, intent.size()));
}

}  // namespace

InboxController::InboxController(Context& context) : context_(context), client_(context.fetch) {
  if (context.site.session) client_.set_csrf_token(context.site.session->csrf_token);
  set_answer(state_.filters, "queue", std::string(wire_name(Queue::unit)));
}

view::Node InboxController::view() const {
  return pages::inbox_view(context_.site, state_);
}

void InboxController::start() {
  if (context_.handover.inbox) state_ = *context_.handover.inbox;
  rows_before_ = state_.page.cases.size();
  client_.workbench([this](Result<api::Workbench> answer) { counted(std::move(answer)); });
  load({});
}

void InboxController::counted(Result<api::Workbench> answer) {
  if (!answer.ok()) return;  // the list itself says what is wrong
  state_.workbench = std::move(answer).value();
  context_.changed();
}

bool InboxController::input(std::string_view field, std::string_view value) {
  if (field == "q") state_.search = value;
  if (field == "filter_name") state_.filter_name = value;
  if (std::find(kFilters.begin(), kFilters.end(), field) != kFilters.end()) set_filter(field, value);
  return true;
}

void InboxController::set_filter(std::string_view name, std::string_view value) {
  set_answer(state_.filters, name, std::string(value));
}

void InboxController::intent(std::string_view name) {
  if (name != "keys") rows_before_ = 0;  // whoever goes on does not wait for what was there
  if (name == "search") {
    // Words are looked for in every case, with what is finished, unless a narrower queue than the unit's is open.
    const bool in_unit = answer(state_.filters, "queue") == wire_name(Queue::unit);
    if (!text::blank(state_.search) && in_unit) set_filter("queue", wire_name(Queue::all));
    return load({});
  }
  if (name == "next-page" && !state_.loading && !state_.page.next.empty()) return load(state_.page.next);
  if (name == "save-filter") return save();
  if (name.starts_with("filter:")) return apply_saved(after_colon(name));
  if (name.starts_with("remove-filter:")) {
    return client_.remove_filter(after_colon(name),
                                 [this](Result<api::Workbench> answer) { counted(std::move(answer)); });
  }
  if (name.starts_with("queue:") || name.starts_with("sort:")) {
    set_filter(name.substr(0, name.find(':')), after_colon(name));
    return load({});
  }
  if (name == "clear-filters") {
    const std::string queue(answer(state_.filters, "queue"));
    state_.filters.clear();
    state_.search.clear();
    set_filter("queue", queue);
    return load({});
  }
  if (name == "keys") {
    state_.keys_shown = !state_.keys_shown;
    context_.changed();
  }
}

InboxQuery InboxController::query(std::vector<FieldError>& errors) const {
  InboxQuery query{state_.search, {}, {}};
  for (const Answer& one : state_.filters) {
    if (one.value.empty()) continue;
    if (!is_date(one.field)) {
      query.filters.push_back(one);
      continue;
    }
    const std::optional<JalaliDate> date = parse_jalali(one.value);
    if (date) query.filters.push_back({one.field, iso_date(to_day(*date))});
    if (!date) errors.push_back({one.field, std::string(jalali_fault(one.value, "case.date_wrong")), {}});
  }
  return query;
}

void InboxController::save() {
  state_.errors.clear();
  const InboxQuery asked = query(state_.errors);
  if (!state_.errors.empty()) return context_.changed();
  client_.save_filter({{}, state_.filter_name, inbox_parameters(asked)}, [this](Result<api::Workbench> answer) {
    if (answer.ok()) {
      state_.filter_name.clear();
      return counted(std::move(answer));
    }
    for (FieldError error : answer.error().fields) {
      error.field = "filter_name";
      state_.errors.push_back(std::move(error));
    }
    if (state_.errors.empty()) state_.failure = failure_text(answer.error());
    context_.changed();
  });
}

void InboxController::apply_saved(std::string_view id) {
  for (const api::SavedFilter& filter : state_.workbench.filters) {
    if (filter.id != id) continue;
    state_.filters.clear();
    state_.search.clear();
    std::string_view rest = filter.query;
    while (!rest.empty()) {
      rest.remove_prefix(1);  // «?» or «&»
      const std::string_view part = rest.substr(0, rest.find('&'));
      rest.remove_prefix(part.size());
      const std::size_t equals = std::min(part.find('='), part.size());
      const std::string_view name = part.substr(0, equals);
      std::string value = percent_decoded(part.substr(std::min(equals + 1, part.size())));
      const std::optional<Day> day = is_date(name) ? parse_iso_date(value) : std::nullopt;
      input(name, day ? short_date(*day) : value);
    }
    return load({});
  }
}

void InboxController::load(std::string after) {
  const bool further = !after.empty();
  state_.errors.clear();
  InboxQuery asked = query(state_.errors);
  if (!state_.errors.empty()) return context_.changed();
  asked.after = std::move(after);
  state_.loading = true;
  state_.failure.clear();
  context_.changed();
  const int call = ++call_;
  client_.inbox(asked, [this, call, further](Result<api::InboxPage> answer) {
    if (call == call_) answered(further, std::move(answer));
  });
}

void InboxController::answered(bool further, Result<api::InboxPage> answer) {
  state_.loading = false;
  if (!answer.ok()) {
    if (answer.error().code == Code::unauthorized) return context_.session_expired();
    state_.failure = failure_text(answer.error());
    return context_.changed();
  }
  api::InboxPage page = std::move(answer).value();
  if (!further) state_.page.cases.clear();
  const std::string first_new = page.cases.empty() ? std::string() : "row-" + page.cases.front().id;
  for (api::InboxRow& row : page.cases) state_.page.cases.push_back(std::move(row));
  state_.page.next = std::move(page.next);
  context_.handover.inbox = state_;
  // On the way back from a case as many rows as there were: one goes on where one was.
  if (state_.page.cases.size() < rows_before_ && !state_.page.next.empty()) return load(state_.page.next);
  rows_before_ = 0;
  context_.changed();
  // The button that was pressed may be gone: reading goes on at the first new line.
  if (further && !first_new.empty()) context_.browser.focus(first_new);
}

}  // namespace hamandish::web
