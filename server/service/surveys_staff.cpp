// Surveys for staff: written, opened, closed, read.
#include <utility>

#include "server/base/random.h"
#include "server/service/cases_parts.h"
#include "server/service/surveys_service.h"
#include "server/store/audit_store.h"
#include "server/store/survey_reports_store.h"
#include "shared/json/json.h"
#include "shared/surveys/check_structure.h"
#include "shared/surveys/survey_json.h"
#include "shared/text/search_key.h"

namespace hamandish::server {
namespace {

constexpr int kMostSearched = 20000;  // texts that one search looks at

Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

Result<void> tell_audit(Transaction& transaction, const Actor& actor, std::int64_t survey_id, const char* action,
                        Instant now) {
  AuditRow row;
  row.at = now;
  row.user_id = user_id_of(actor);
  row.area = "surveys";
  row.subject = std::to_string(survey_id);
  row.action = action;
  return insert_audit(transaction, row);
}

bool has_all_words(const std::string& text, const std::string& words) {
  const std::string key = text::search_key(text);
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (key.find(words.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

const char* action_of(SurveysService::Step step) {
  switch (step) {
    case SurveysService::Step::open:
      return "opened";
    case SurveysService::Step::publish:
      return "published";
    case SurveysService::Step::close:
      return "closed";
    case SurveysService::Step::reopen:
      return "reopened";
  }
  return "";
}

// What is being written becomes what is asked.
Result<void> publish_form(Transaction& transaction, SurveyRow& row, const SurveyView& view, Instant now) {
  std::vector<FieldError> faults = check_survey(view.survey);
  if (!faults.empty()) return Error{Code::invalid, "error.invalid", {}, std::move(faults), {}};
  ++row.form;
  return insert_survey_form(transaction, row.id, row.form, row.content, now);
}

}  // namespace

Result<std::vector<SurveyView>> SurveysService::all(const Actor& actor, Instant now) {
  if (!may_read_surveys(actor.role)) return forbidden();
  std::vector<SurveyView> views;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    views.clear();
    const Result<std::vector<SurveyRow>> rows = all_surveys(reader);
    if (!rows) return rows.error();
    for (const SurveyRow& row : *rows) {
      Result<SurveyView> view = view_of(reader, row, 0, now);
      if (!view) return view.error();
      views.push_back(std::move(view).value());
    }
    return {};
  });
  if (!done) return done.error();
  return views;
}

Result<SurveyView> SurveysService::draft(const Actor& actor, std::int64_t id, Instant now) {
  if (!may_read_surveys(actor.role)) return forbidden();
  SurveyView found;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<SurveyRow> row = need(reader, id);
    if (!row) return row.error();
    Result<SurveyView> view = view_of(reader, std::move(row).value(), 0, now);
    if (!view) return view.error();
    found = std::move(view).value();
    return {};
  });
  if (!done) return done.error();
  return found;
}

Result<std::int64_t> SurveysService::create(const Actor& actor, SurveyTemplate which, Instant now) {
  if (!may_keep_surveys(actor.role)) return forbidden();
  SurveyRow row;
  SurveyRules rules;
  rules.after_cases = which == SurveyTemplate::service_satisfaction;
  row.content = survey_json(make_survey(which)).write();
  row.rules = rules_json(rules).write();
  row.updated_at = now;
  std::int64_t id = 0;
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> inserted = insert_survey(transaction, row);
    if (!inserted) return inserted.error();
    id = *inserted;
    return tell_audit(transaction, actor, id, "added", now);
  });
  if (!done) return done.error();
  return id;
}

Result<void> SurveysService::change(const Actor& actor, const Edition& edition, Instant now, const char* action,
                                    const std::function<Result<void>(Transaction&, SurveyRow&)>& job) {
  if (!may_keep_surveys(actor.role)) return forbidden();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    Result<SurveyRow> row = need(transaction, edition.id);
    if (!row) return row.error();
    if (row->version != edition.version) return make_error(Code::conflict, "survey.changed_meanwhile");
    row->updated_at = now;
    if (Result<void> done = job(transaction, *row); !done) return done;
    const Result<bool> saved = update_survey(transaction, *row);
    if (!saved) return saved.error();
    if (!*saved) return make_error(Code::conflict, "survey.changed_meanwhile");
    return tell_audit(transaction, actor, edition.id, action, now);
  });
}

Result<void> SurveysService::write(const Actor& actor, const Edition& edition, const Survey& survey, Instant now) {
  const std::string content = survey_json(survey).write();
  return change(actor, edition, now, "changed", [&](Transaction&, SurveyRow& row) -> Result<void> {
    row.content = content;
    return {};
  });
}

Result<void> SurveysService::set_rules(const Actor& actor, const Edition& edition, const SurveyRules& rules,
                                       Instant now) {
  if (rules.opens && rules.closes && *rules.closes <= *rules.opens) {
    return Error{Code::invalid, "error.invalid", {}, {{"closes", "survey.closes_before", {}}}, {}};
  }
  const std::string text = rules_json(rules).write();
  return change(actor, edition, now, "rules", [&](Transaction& transaction, SurveyRow& row) -> Result<void> {
    const Result<SurveyView> view = view_of(transaction, row, 0, now);
    if (!view) return view.error();
    // What people were promised when they answered holds.
    if (row.answers > 0 && (view->rules.anonymous && !rules.anonymous)) {
      return Error{Code::invalid, "error.invalid", {}, {{"anonymous", "survey.anonymity_stays", {}}}, {}};
    }
    row.rules = text;
    return {};
  });
}

Result<void> SurveysService::take(const Actor& actor, const Edition& edition, Step step, Instant now) {
  return change(actor, edition, now, action_of(step), [&](Transaction& transaction, SurveyRow& row) -> Result<void> {
    const SurveyState needed = step == Step::open     ? SurveyState::draft
                               : step == Step::reopen ? SurveyState::closed
                                                      : SurveyState::open;
    if (row.state != needed) return make_error(Code::conflict, "survey.not_possible_now");
    const Result<SurveyView> view = view_of(transaction, row, 0, now);
    if (!view) return view.error();
    if (step == Step::close) {
      row.state = SurveyState::closed;
      row.closed_at = now;
      return {};
    }
    row.state = SurveyState::open;
    if (step == Step::open) row.opened_at = now;
    if (step == Step::reopen) row.closed_at.reset();
    if (step == Step::reopen) return {};
    Result<void> published = publish_form(transaction, row, *view, now);
    const bool nameless = view->survey.title == make_survey(SurveyTemplate::empty).title;
    if (published && nameless) return make_error(Code::conflict, "staff_survey.nameless");
    return published;
  });
}

Result<void> SurveysService::make_links(const Actor& actor, const Edition& edition, std::int64_t count, Instant now) {
  return change(actor, edition, now, "links", [&](Transaction&, SurveyRow& row) -> Result<void> {
    if (count < row.links || count < 1 || count > kMostLinks) {
      return Error{Code::invalid,
                   "error.invalid",
                   {},
                   {{"links", "survey.links_bad", {{"max", std::to_string(kMostLinks)}}}},
                   {}};
    }
    row.links = count;
    return {};
  });
}

Result<std::vector<SurveysService::Link>> SurveysService::links(const Actor& actor, std::int64_t id, Instant now) {
  if (!may_keep_surveys(actor.role)) return forbidden();
  const Result<SurveyView> view = draft(actor, id, now);
  if (!view) return view.error();
  std::vector<Link> list;
  list.reserve(static_cast<std::size_t>(view->row.links));
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    for (std::int64_t number = 1; number <= view->row.links; ++number) {
      SurveyPass pass;
      pass.link = number;
      const Result<bool> used = has_survey_pass(reader, id, pass_of(*view, {}, pass));
      if (!used) return used.error();
      list.push_back({number, link_token(id, number), *used});
    }
    return {};
  });
  if (!done) return done.error();
  return list;
}

Result<SurveysService::Results> SurveysService::results(const Actor& actor, std::int64_t id, const SurveyFilter& filter,
                                                        Instant now) {
  if (!may_read_surveys(actor.role)) return forbidden();
  Result<SurveyView> view = survey(id, 0, now);
  if (!view) return view.error();
  Results results;
  results.view = std::move(view).value();
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<Tallied>> tallies = survey_tallies(reader, id, filter);
    if (!tallies) return tallies.error();
    results.tallies = std::move(tallies).value();
    results.answers = results.view.row.answers;
    if (filter.is_empty()) return {};
    const Result<std::int64_t> answers = survey_answers_in(reader, id, filter);
    if (!answers) return answers.error();
    results.answers = *answers;
    return {};
  });
  if (!done) return done.error();
  return results;
}

Result<std::vector<CrossCount>> SurveysService::cross(const Actor& actor, std::int64_t id, std::string_view row_slot,
                                                      std::string_view column_slot, const SurveyFilter& filter) {
  if (!may_read_surveys(actor.role)) return forbidden();
  std::vector<CrossCount> counts;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<CrossCount>> found = cross_counts(reader, id, row_slot, column_slot, filter);
    if (!found) return found.error();
    counts = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return counts;
}

Result<SurveysService::Texts> SurveysService::texts(const Actor& actor, std::int64_t id, std::string_view slot,
                                                    std::string_view search, std::int64_t before,
                                                    const SurveyFilter& filter) {
  if (!may_read_surveys(actor.role)) return forbidden();
  const std::string words = text::search_key(search);
  Texts found;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    found = {};
    int looked = 0;
    return survey_texts(reader, id, slot, before, filter, [&](const SurveyText& one) {
      if (found.texts.size() == static_cast<std::size_t>(kSurveyTextsPage)) {
        found.older = found.texts.back().response_id;
        return false;
      }
      if (words.empty() || has_all_words(one.text, words)) found.texts.push_back(one);
      return ++looked < kMostSearched;
    });
  });
  if (!done) return done.error();
  return found;
}

Result<void> SurveysService::each_response(const Actor& actor, std::int64_t id,
                                           const std::function<void(const SurveyResponseRow&, const Answers&)>& each) {
  if (!may_read_surveys(actor.role)) return forbidden();
  return database_.read([&](Reader& reader) { return each_survey_response(reader, id, each); });
}

Result<SurveyFileRow> SurveysService::file(const Actor& actor, std::int64_t survey_id, std::string_view file_id) {
  if (!may_read_surveys(actor.role)) return forbidden();
  SurveyFileRow found;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<SurveyFileRow>> row = survey_file(reader, survey_id, file_id);
    if (!row) return row.error();
    if (!*row) return make_error(Code::not_found, "error.not_found");
    found = std::move(**row);
    return {};
  });
  if (!done) return done.error();
  return found;
}

}  // namespace hamandish::server
