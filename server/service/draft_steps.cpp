// Making a draft and taking it from step to step, by people and by the clock.
#include <utility>

#include "server/service/cases_parts.h"
#include "server/service/drafts_parts.h"
#include "server/store/public_texts_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/consultations/clauses.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

using namespace drafts;  // NOLINT(google-build-using-namespace)

Result<void> check_content(const DraftsService::Content& content, const Profile& profile, const WindowRule& rule) {
  Error error = make_error(Code::invalid, "error.invalid");
  const auto need = [&](const std::string& value, const char* field, const char* key) {
    if (text::blank(value)) error.fields.push_back({field, key, {}});
  };
  need(content.title, "draft_title", "draft.title_needed");
  need(content.purpose, "purpose", "draft.purpose_needed");
  need(content.affects, "affects", "draft.affects_needed");
  if (profile.unit(content.unit_id) == nullptr) error.fields.push_back({"unit_id", "draft.unit_needed", {}});
  const int days = content.days == 0 ? promised_days(rule, content.origin) : content.days;
  const Result<ConsultationWindow> window =
      make_window(rule, working_calendar(profile), content.origin, Day{0}, days, content.days_reason);
  if (!window) error.fields.insert(error.fields.end(), window.error().fields.begin(), window.error().fields.end());
  if (!error.fields.empty()) return error;
  return {};
}

void set_content(DraftRow& row, const DraftsService::Content& content, const WindowRule& rule) {
  row.kind = content.kind;
  row.origin = content.origin;
  row.title = text::for_storage_one_line(content.title);
  row.purpose = text::for_storage(content.purpose);
  row.affects = text::for_storage(content.affects);
  row.unit_id = content.unit_id;
  row.days = content.days == 0 ? promised_days(rule, content.origin) : content.days;
  row.days_reason = text::for_storage(content.days_reason);
}

// One step of people on a draft that was read: changes the row and the amended text.
class StepTaker {
 public:
  StepTaker(const Profile& profile, DraftsService::Whole& draft, const DraftsService::StepWords& words, Instant now)
      : profile_(profile), draft_(draft), words_(words), now_(now) {}

  Result<void> take(DraftStep step, Reader& reader) {
    switch (step) {
      case DraftStep::approve:
        return approve();
      case DraftStep::send_back:
        draft_.row.window.reset();
        draft_.row.text_hash.clear();
        return {};
      case DraftStep::extend:
        return extend();
      case DraftStep::amend:
        return amend();
      case DraftStep::issue:
        return issue(reader);
      case DraftStep::withdraw:
        if (text::blank(words_.reason)) return field_error("reason", "draft.withdraw_reason_needed");
        draft_.row.end_reason = text::for_storage(words_.reason);
        return {};
      default:
        return make_error(Code::conflict, "draft.not_possible_now");
    }
  }

 private:
  Result<void> approve() {
    DraftRow& row = draft_.row;
    if (words_.day < to_tehran(now_).day) return field_error("day", "draft.opening_in_past");
    const Result<ConsultationWindow> window = make_window(profile_.consultation, working_calendar(profile_), row.origin,
                                                          words_.day, row.days, row.days_reason);
    if (!window) return window.error();
    row.window = *window;
    row.text_hash = hash_of(draft_.proposed);
    return {};
  }

  Result<void> extend() {
    const Result<ConsultationWindow> longer = extended(*draft_.row.window, words_.day, words_.reason, now_);
    if (!longer) return longer.error();
    draft_.row.window = *longer;
    return {};
  }

  Result<void> amend() {
    Result<Clauses> clauses = find_clauses(words_.plain_text);
    if (!clauses) return field_error("plain_text", "draft.text_empty");
    draft_.amended = std::move(clauses).value();
    return {};
  }

  Result<void> issue(Reader& reader) {
    const Result<std::vector<DispositionRow>> rows = dispositions(reader, draft_.row.id);
    if (!rows) return rows.error();
    if (Result<void> fit = check_issue(*rows, words_.number, draft_.amended); !fit) return fit;
    if (draft_.row.window && words_.day <= draft_.row.window->closes_on) {
      return field_error("day", "draft.issue_before_end");
    }
    if (to_tehran(now_).day < words_.day) return field_error("day", "draft.issue_in_future");
    draft_.row.issue_number = text::for_storage_one_line(words_.number);
    draft_.row.issued_on = words_.day;
    return {};
  }

  const Profile& profile_;
  DraftsService::Whole& draft_;
  const DraftsService::StepWords& words_;
  Instant now_;
};

}  // namespace

Result<std::int64_t> DraftsService::create(const Actor& actor, const Content& content, Instant now) {
  if (!may_take(actor.role, DraftStep::edit)) return forbidden();
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  const WindowRule& rule = profile->consultation;
  if (Result<void> fit = check_content(content, *profile, rule); !fit) return fit.error();
  const Result<Clauses> clauses = find_clauses(content.plain_text);
  if (!clauses) return field_error("plain_text", clauses.error().key.c_str());
  DraftRow row;
  set_content(row, content, rule);
  std::int64_t id = 0;
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> inserted = insert_draft(transaction, row);
    if (!inserted) return inserted.error();
    id = *inserted;
    DraftRow stored = row;
    stored.id = id;
    if (Result<void> written = write_clauses(transaction, id, Edition::proposed, *clauses); !written) return written;
    if (Result<void> indexed = index_draft(transaction, id); !indexed) return indexed;
    return record(transaction, stored, DraftStep::edit, user_id_of(actor), {}, *clauses, now);
  });
  if (!done) return done.error();
  return id;
}

Result<void> DraftsService::edit(const Actor& actor, std::int64_t id, std::int64_t version, const Content& content,
                                 Instant now) {
  if (!may_take(actor.role, DraftStep::edit)) return forbidden();
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  const WindowRule& rule = profile->consultation;
  if (Result<void> fit = check_content(content, *profile, rule); !fit) return fit;
  const Result<Clauses> clauses = find_clauses(content.plain_text);
  if (!clauses) return field_error("plain_text", clauses.error().key.c_str());
  return database_.write([&](Transaction& transaction) -> Result<void> {
    Result<std::optional<DraftRow>> row = draft_by_id(transaction, id);
    if (!row) return row.error();
    if (!*row) return no_draft();
    DraftRow changed = **row;
    const Result<DraftState> next = next_state(changed.state, DraftStep::edit);
    if (!next) return next.error();
    if (changed.version != version) return make_error(Code::conflict, "draft.changed_meanwhile");
    set_content(changed, content, rule);
    if (Result<void> saved = save(transaction, changed); !saved) return saved;
    if (Result<void> written = write_clauses(transaction, id, Edition::proposed, *clauses); !written) return written;
    if (Result<void> indexed = index_draft(transaction, id); !indexed) return indexed;
    return record(transaction, changed, DraftStep::edit, user_id_of(actor), {}, *clauses, now);
  });
}

Result<void> DraftsService::take(const Actor& actor, std::int64_t id, std::int64_t version, DraftStep step,
                                 const StepWords& words, Instant now) {
  if (!may_take(actor.role, step)) return forbidden();
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    Result<Whole> found = read_whole(transaction, id);
    if (!found) return found.error();
    Whole draft = std::move(found).value();
    const Result<DraftState> next = next_state(draft.row.state, step);
    if (!next) return next.error();
    if (draft.row.version != version) return make_error(Code::conflict, "draft.changed_meanwhile");
    StepTaker taker(*profile, draft, words, now);
    if (Result<void> taken = taker.take(step, transaction); !taken) return taken;
    draft.row.state = *next;
    if (Result<void> saved = save(transaction, draft.row); !saved) return saved;
    const bool amended = step == DraftStep::amend;
    if (amended) {
      if (Result<void> written = write_clauses(transaction, id, Edition::amended, draft.amended); !written)
        return written;
    }
    const bool of_new_text = amended || step == DraftStep::issue;
    if (step == DraftStep::issue) {
      if (Result<void> indexed = index_draft(transaction, id); !indexed) return indexed;
    }
    return record(transaction, draft.row, step, user_id_of(actor), text::for_storage(words.reason),
                  of_new_text ? draft.amended : draft.proposed, now);
  });
}

Result<int> DraftsService::run_clock(Instant now) {
  int moved = 0;
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    constexpr int kMost = 1000;
    moved = 0;
    struct Due {
      DraftState from;
      DraftStep step;
      bool (*is_due)(const ConsultationWindow& window, Instant now);
    };
    const Due dues[] = {
        {DraftState::approved, DraftStep::open,
         [](const ConsultationWindow& w, Instant at) { return opening(w) <= at; }},
        {DraftState::open, DraftStep::close, [](const ConsultationWindow& w, Instant at) { return closing(w) <= at; }},
    };
    for (const Due& due : dues) {
      const Result<std::vector<DraftRow>> rows = drafts_in(transaction, due.from, 0, kMost);
      if (!rows) return rows.error();
      for (DraftRow row : *rows) {
        if (!row.window || !due.is_due(*row.window, now)) continue;
        const Result<DraftState> next = next_state(row.state, due.step);
        if (!next) return next.error();
        row.state = *next;
        row.was_open = true;
        if (Result<void> saved = save(transaction, row); !saved) return saved;
        const Result<Clauses> text = clauses_of(transaction, row.id, Edition::proposed);
        if (!text) return text.error();
        if (Result<void> told = record(transaction, row, due.step, std::nullopt, {}, *text, now); !told) return told;
        ++moved;
      }
    }
    return {};
  });
  if (!done) return done.error();
  return moved;
}

}  // namespace hamandish::server
