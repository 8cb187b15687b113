// What a citizen does with an own case after code and second factor were shown: each action is one transaction that
// checks token, state and whether it was done before, moves the case and adds one event.
#include <algorithm>

#include "server/base/random.h"
#include "server/service/case_clocks.h"
#include "server/service/case_views.h"
#include "server/service/cases_parts.h"
#include "server/service/receipt_token.h"
#include "server/store/attachments_store.h"
#include "server/store/cases_store.h"
#include "server/store/citizen_store.h"
#include "server/store/events_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/transitions.h"
#include "shared/forms/limits.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kMostFilesOfACase = 20;
constexpr int kBestScore = 5;

Error field_error(std::string_view field, std::string_view key, Params params = {}) {
  return Error{Code::invalid, "error.invalid", {}, {{std::string(field), std::string(key), std::move(params)}}, {}};
}

// An objection must say what against; the others may be silent.
bool needs_text(CaseAction action) {
  return action == CaseAction::supply || action == CaseAction::object;
}

Result<std::string> checked_text(CaseAction action, std::string_view typed) {
  std::string stored = text::for_storage(typed);
  const std::string label = say(action == CaseAction::object ? "mine.object_text" : "mine.supply_text");
  if (needs_text(action) && stored.empty()) return field_error("text", "form.write", {{"label", label}});
  const std::size_t count = text::count_scalars(stored);
  if (count > static_cast<std::size_t>(kTextMax)) {
    return field_error("text", "form.too_long",
                       {{"label", label}, {"max", std::to_string(kTextMax)}, {"count", std::to_string(count)}});
  }
  return stored;
}

// What is wanted, checked as far as it can be without the case.
struct Wanted {
  CaseAction action = CaseAction::supply;
  std::int64_t case_id = 0;
  std::string text;
  std::vector<std::string> files;
  int score = 0;
  Instant now;
};

Result<Wanted> check_wanted(CaseAction action, const api::CitizenAction& content) {
  if (party_of(action) != Party::citizen) return make_error(Code::not_found, "error.not_found");
  Wanted wanted;
  wanted.action = action;
  Result<std::string> text = checked_text(action, content.text);
  if (!text) return text.error();
  wanted.text = std::move(text).value();
  if (action == CaseAction::rate) {
    if (content.score < 1 || content.score > kBestScore) {
      return field_error("score", "form.choose", {{"label", say("mine.score")}});
    }
    wanted.score = content.score;
  }
  if (action == CaseAction::supply) wanted.files = content.attachments;
  if (wanted.files.size() > static_cast<std::size_t>(kMaxAttachments)) {
    return field_error("attachments", "form.too_many_attachments",
                       {{"max", std::to_string(kMaxAttachments)}, {"count", std::to_string(wanted.files.size())}});
  }
  return wanted;
}

// The last event of staff of which this holds.
template <class Holds>
const EventRow* last_of_staff(const std::vector<EventRow>& events, Holds holds) {
  const auto at = std::find_if(events.rbegin(), events.rend(),
                               [&](const EventRow& event) { return event.user_id && holds(event.kind); });
  return at != events.rend() ? &*at : nullptr;
}

// What an objection is against: the last answer or refusal; where nobody answered, the closing.
const EventRow* last_decision(const std::vector<EventRow>& events) {
  const EventRow* answer =
      last_of_staff(events, [](EventKind kind) { return kind == EventKind::replied || kind == EventKind::rejected; });
  if (answer != nullptr) return answer;
  return last_of_staff(events, [](EventKind kind) { return kind == EventKind::closed || kind == EventKind::merged; });
}

class Step {
 public:
  Step(const Profile& profile, const WorkingCalendar& calendar, Transaction& transaction, const Wanted& wanted)
      : profile_(profile), calendar_(calendar), transaction_(transaction), wanted_(wanted) {}

  Result<void> take() {
    Result<void> done = load();
    if (done) done = check();
    if (done) done = prepare();
    if (!done) return done;
    before_ = row_.unit_id;
    row_.unit_id = unit_;
    row_.state = state_;
    const Result<bool> moved = change_case(transaction_, row_);
    if (!moved) return moved.error();
    if (!*moved) return make_error(Code::conflict, "case.changed_meanwhile");
    return record_event(transaction_, profile_, event());
  }

 private:
  Result<void> load() {
    Result<std::optional<CaseRow>> row = case_by_id(transaction_, wanted_.case_id);
    if (!row) return row.error();
    if (!*row) return make_error(Code::not_found, "case.not_found");
    row_ = std::move(**row);
    unit_ = row_.unit_id;
    Result<std::vector<EventRow>> events = events_of(transaction_, row_.id);
    if (!events) return events.error();
    events_ = std::move(events).value();
    return {};
  }

  Result<void> check() {
    const Result<CaseState> state = next_state(row_.state, wanted_.action);
    if (!state) return state.error();
    state_ = *state;
    const std::vector<CaseAction> open = citizen_actions(row_, events_);
    if (std::find(open.begin(), open.end(), wanted_.action) != open.end()) return {};
    return make_error(Code::conflict, wanted_.action == CaseAction::object ? "mine.objected_before" : "mine.not_now");
  }

  // What the action writes beside the case's state and its event.
  Result<void> prepare() {
    switch (wanted_.action) {
      case CaseAction::supply:
        return add_files();
      case CaseAction::object:
        return object();
      case CaseAction::rate:
        return rate();
      default:
        return {};
    }
  }

  Result<void> add_files() {
    if (wanted_.files.empty()) return {};
    const auto wanted = static_cast<std::int64_t>(wanted_.files.size());
    if (row_.attachment_count + wanted > kMostFilesOfACase) {
      return field_error(
          "attachments", "form.too_many_attachments",
          {{"max", std::to_string(kMostFilesOfACase)}, {"count", std::to_string(row_.attachment_count + wanted)}});
    }
    const Result<bool> waiting = all_waiting(transaction_, wanted_.files, wanted_.now);
    if (!waiting) return waiting.error();
    if (!*waiting) return field_error("attachments", "form.attachment_unknown");
    return attach_further(transaction_, wanted_.files, row_.id, row_.attachment_count);
  }

  Result<void> object() {
    std::optional<std::int64_t> against;
    std::optional<Role> role;
    if (const EventRow* decision = last_decision(events_); decision != nullptr) {
      against = decision->user_id;
      const Result<std::optional<Role>> found = role_of_user(transaction_, *decision->user_id);
      if (!found) return found.error();
      role = *found;
    }
    const Result<bool> manager = has_manager(transaction_, row_.unit_id, against.value_or(0));
    if (!manager) return manager.error();
    const Role to = objection_goes_to(role, *manager);
    row_.objection_to = wire_name(to);
    row_.objection_against = against;
    row_.assigned_to.reset();
    row_.unit_due_on.reset();
    row_.outcome.reset();
    if (to == Role::head_office) unit_ = head_unit(profile_);
    // A second answer is owed, and so a second deadline.
    if (const KindForm* form = profile_.kind(row_.kind)) {
      row_.due_on = due_on(*form, calendar_, to_tehran(wanted_.now).day);
    }
    return {};
  }

  Result<void> rate() {
    const Result<bool> first = insert_rating(transaction_, row_.id, wanted_.score, wanted_.text, wanted_.now);
    if (!first) return first.error();
    return *first ? Result<void>() : Result<void>(make_error(Code::conflict, "mine.not_now"));
  }

  EventRow event() const {
    EventRow event;
    event.case_id = row_.id;
    event.kind = event_of(wanted_.action);
    event.at = wanted_.now;
    event.text = wanted_.text;
    if (wanted_.action == CaseAction::object) {
      event.from_unit = before_;
      event.to_unit = unit_;
    }
    if (wanted_.action == CaseAction::rate) {
      event.text = say("mine.rated_text", {{"score", std::to_string(wanted_.score)}, {"text", wanted_.text}});
    }
    return event;
  }

  const Profile& profile_;
  const WorkingCalendar& calendar_;
  Transaction& transaction_;
  const Wanted& wanted_;
  CaseRow row_;
  std::vector<EventRow> events_;
  std::string before_;
  std::string unit_;
  CaseState state_ = CaseState::registered;
};

}  // namespace

Result<api::CitizenCase> citizen_view(const Profile& profile, Reader& reader, const CaseRow& row) {
  const Result<std::vector<EventRow>> events = events_of(reader, row.id);
  if (!events) return events.error();
  std::vector<AttachmentRow> attachments;
  if (row.attachment_count > 0) {
    Result<std::vector<AttachmentRow>> found = attachments_of(reader, FileOwner::citizen_case, row.id);
    if (!found) return found.error();
    attachments = std::move(found).value();
  }
  api::CitizenCase view = citizen_case(profile, row, *events, attachments);
  view.actions = citizen_actions(row, *events);
  return view;
}

std::vector<CaseAction> citizen_actions(const CaseRow& row, const std::vector<EventRow>& events) {
  bool objected = !row.objection_to.empty();
  bool rated = false;
  bool closed_by_person = false;
  for (const EventRow& event : events) {
    objected = objected || event.kind == EventKind::objected;
    rated = rated || event.kind == EventKind::rated;
    if (event.kind == EventKind::closed) closed_by_person = event.user_id.has_value();
  }
  std::vector<CaseAction> actions;
  for (const CaseAction action : kCaseActions) {
    if (party_of(action) != Party::citizen || !is_possible(row.state, action)) continue;
    if (action == CaseAction::object && objected) continue;
    if (action == CaseAction::rate && (rated || !closed_by_person)) continue;
    actions.push_back(action);
  }
  return actions;
}

std::string head_unit(const Profile& profile) {
  const KindForm* to_head = profile.kind(CaseKind::head);
  return to_head != nullptr ? to_head->default_unit_id : profile.units.front().id;
}

Result<api::CitizenCase> CasesService::mine(std::string_view tracking_token, Instant now) {
  const std::optional<std::int64_t> id = open_tracking_token(parts_->receipt_key, tracking_token, now);
  if (!id) return make_error(Code::unauthorized, "mine.token_over");
  Result<api::CitizenCase> view = make_error(Code::internal, "error.internal");
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    const Result<std::optional<CaseRow>> row = case_by_id(reader, *id);
    if (!row) return row.error();
    if (!*row) return make_error(Code::unauthorized, "mine.token_over");
    view = citizen_view(*parts_->profile(), reader, **row);
    return {};
  });
  if (!done) return done.error();
  if (view) view.value().tracking_token = make_tracking_token(parts_->receipt_key, *id, now + kTrackingLifetime);
  return view;
}

Result<api::CitizenCase> CasesService::act_on_own(CaseAction action, const api::CitizenAction& content, Instant now) {
  const std::optional<std::int64_t> id = open_tracking_token(parts_->receipt_key, content.tracking_token, now);
  if (!id) return make_error(Code::unauthorized, "mine.token_over");
  Result<Wanted> wanted = check_wanted(action, content);
  if (!wanted) return wanted.error();
  wanted.value().case_id = *id;
  wanted.value().now = now;
  const std::shared_ptr<const Profile> profile = parts_->profile();
  const WorkingCalendar calendar = working_calendar(*profile);
  const Result<void> done = parts_->database.write(
      [&](Transaction& transaction) { return Step(*profile, calendar, transaction, *wanted).take(); });
  if (!done) return done.error();
  return mine(content.tracking_token, now);
}

}  // namespace hamandish::server
