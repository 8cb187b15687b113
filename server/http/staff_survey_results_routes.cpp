// Results of surveys for staff: what narrows them, cross tables, texts, downloads.
#include <algorithm>
#include <utility>

#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/staff_surveys_routes.h"
#include "server/http/url.h"
#include "server/reports/csv.h"
#include "server/reports/survey_report.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/messages/messages.h"
#include "shared/pages/staff_survey_results_page.h"
#include "shared/pages/staff_surveys_page.h"
#include "shared/reports/message_figures.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

SurveysService& surveys_of(const Call& call) {
  return call.context.services.surveys;
}
const Actor& actor_of(const Call& call) {
  return call.session->actor;
}
bool reads(const Call& call) {
  return may_read_surveys(actor_of(call).role);
}
std::int64_t id_of(const Call& call) {
  return number_in(call.request.path_value("id"));
}

std::optional<Day> day_from(const std::string& text, const char* field, std::vector<FieldError>& errors) {
  if (text::blank(text)) return std::nullopt;
  const std::optional<JalaliDate> date = parse_jalali(text);
  if (!date) errors.push_back({field, std::string(jalali_fault(text, "survey.answer_not_date")), {}});
  return date ? std::optional(to_day(*date)) : std::nullopt;
}

// 1405-08-01, for the address; what cannot be read stays as it is.
std::string day_for_address(const std::string& typed) {
  const std::optional<JalaliDate> date = parse_jalali(typed);
  std::string text = date ? text::ascii_digits(short_date(to_day(*date))) : typed;
  std::replace(text.begin(), text.end(), '/', '-');
  return text;
}

SurveyFilter filter_of(const pages::ResultsFilter& asked, std::vector<FieldError>& errors) {
  SurveyFilter filter{asked.unit, asked.service, {}, {}};
  filter.from = day_from(asked.from, "filter_from", errors);
  filter.to = day_from(asked.to, "filter_to", errors);
  return filter;
}

Reply results_reply(const Call& call, std::int64_t id, const pages::ResultsFilter& asked) {
  pages::StaffResultsState state;
  const SurveyFilter filter = filter_of(asked, state.errors);
  const Result<SurveysService::Results> results = surveys_of(call).results(actor_of(call), id, filter, call.now);
  if (!results) return remote_error(call, results.error());
  state.id = id;
  state.survey = results->view.survey;
  state.filter = asked;
  state.is_public = results->view.phase == SurveyPhase::closed && results->view.rules.results_public;
  state.results = results_of(state.survey, results->tallies, false);
  state.answers = results->answers;
  return remote_reply(call, pages::staff_results_view(site_of(call), state), state.errors.empty() ? 200 : 422);
}

// Only slots of texts and files are read here one by one.
bool is_text_slot(const Survey& survey, const std::string& slot) {
  const Question* question = find_question(survey, slot.substr(0, slot.find('_')));
  if (question == nullptr) return false;
  if (slot != question->id) return slot == slot_of(*question, "other_text") && question->other;
  const QuestionKind kind = question->kind;
  return kind == QuestionKind::short_text || kind == QuestionKind::long_text || kind == QuestionKind::date ||
         kind == QuestionKind::file;
}

pages::SurveyTextsState::Text text_of(const Call& call, const SurveyView& view, const std::string& slot,
                                      const SurveyText& row) {
  const Unit* unit = call.profile->unit(row.unit_id);
  const std::string day = short_date(to_tehran(row.at).day);
  pages::SurveyTextsState::Text text;
  text.text = row.text;
  text.note = unit == nullptr ? day : say("survey_results.note", {{"day", day}, {"unit", unit->name}});
  const Question* question = find_question(view.survey, slot);
  const bool file = question != nullptr && question->kind == QuestionKind::file;
  if (file) text.file = pages::staff_survey_address(view.row.id, "files/" + row.text);
  return text;
}

Reply download(std::string type, const std::string& name, std::string body) {
  Reply reply;
  reply.content_type = std::move(type);
  reply.body = std::move(body);
  reply.set("Content-Disposition", attachment_disposition(name));
  reply.set("Cache-Control", std::string(kSecretPage));
  return reply;
}

// Of a download, from its address; what cannot be read narrows to nothing.
Result<SurveyFilter> asked_filter(const Call& call) {
  const auto part = [&call](const char* name) {
    const std::string_view value = call.request.path_value(name);
    return value == "-" ? std::string() : std::string(value);
  };
  std::vector<FieldError> errors;
  SurveyFilter filter = filter_of({part("unit"), part("service"), part("from"), part("to")}, errors);
  if (!errors.empty()) return error_of_status(404);
  return filter;
}

bool passes(const SurveyFilter& filter, const SurveyResponseRow& row) {
  const Day day = to_tehran(row.at).day;
  return (filter.unit_id.empty() || filter.unit_id == row.unit_id) &&
         (filter.service_id.empty() || filter.service_id == row.service_id) && (!filter.from || day >= *filter.from) &&
         (!filter.to || day <= *filter.to);
}

// «تنها پاسخ‌های …»; empty without a filter.
std::string narrowed(const Profile& profile, const SurveyFilter& filter) {
  std::vector<std::string> parts;
  const auto name_in = [](const auto& list, const std::string& id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
    return found != list.end() ? found->name : id;
  };
  if (!filter.unit_id.empty()) {
    parts.push_back(say("survey_results.only_unit", {{"name", name_in(profile.units, filter.unit_id)}}));
  }
  if (!filter.service_id.empty()) {
    parts.push_back(say("survey_results.only_service", {{"name", name_in(profile.categories, filter.service_id)}}));
  }
  if (filter.from) parts.push_back(say("survey_results.only_from", {{"day", short_date(*filter.from)}}));
  if (filter.to) parts.push_back(say("survey_results.only_to", {{"day", short_date(*filter.to)}}));
  std::string words;
  for (const std::string& part : parts) words += (words.empty() ? "" : "، ") + part;
  return words;
}

std::string file_name(std::int64_t id, const char* suffix) {
  return "survey-" + std::to_string(id) + suffix;
}

// As the fields of the page carry it along.
pages::ResultsFilter typed_filter(const Call& call) {
  return {typed_field(call, "filter_unit"), typed_field(call, "filter_service"),
          day_for_address(typed_field(call, "filter_from")), day_for_address(typed_field(call, "filter_to"))};
}

bool is_plain(const pages::ResultsFilter& filter) {
  const auto plain = [](const std::string& part) { return part.find('/') == std::string::npos; };
  return plain(filter.unit) && plain(filter.service) && plain(filter.from) && plain(filter.to);
}

}  // namespace

Reply survey_results_page(const Call& call, std::int64_t id, std::string_view rest) {
  return results_reply(call, id, pages::read_results_room(rest));
}

Reply post_survey_filter(const Call& call) {
  if (!reads(call)) return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  const pages::ResultsFilter filter = typed_filter(call);
  std::vector<FieldError> errors;
  day_from(filter.from, "filter_from", errors);
  day_from(filter.to, "filter_to", errors);
  if (!errors.empty() || !is_plain(filter)) return results_reply(call, id_of(call), filter);
  return remote_go(call, pages::staff_survey_address(id_of(call), pages::results_room(filter)));
}

Reply survey_cross_page(const Call& call, std::int64_t id, std::string_view rest) {
  const Result<SurveysService::Results> results = surveys_of(call).results(actor_of(call), id, {}, call.now);
  if (!results) return remote_error(call, results.error());
  pages::CrossState state;
  state.id = id;
  state.survey = results->view.survey;
  state.row = next_segment_of(rest);
  state.column = next_segment_of(rest);
  state.filter = pages::read_results_room(rest);
  std::vector<FieldError> errors;
  const SurveyFilter filter = filter_of(state.filter, errors);
  if (!errors.empty()) return remote_error(call, error_of_status(404));
  state.narrowed = narrowed(*call.profile, filter);
  const Question* row = find_question(state.survey, state.row);
  const Question* column = find_question(state.survey, state.column);
  const bool chosen = row != nullptr && column != nullptr && is_one_choice(row->kind) && is_one_choice(column->kind);
  if (!chosen) {
    state.row.clear();
    state.column.clear();
    return remote_reply(call, pages::survey_cross_view(site_of(call), state));
  }
  const Result<std::vector<CrossCount>> counts =
      surveys_of(call).cross(actor_of(call), id, state.row, state.column, filter);
  if (!counts) return remote_error(call, counts.error());
  for (const CrossCount& one : *counts) state.counts.push_back({one.row, one.column, one.count});
  return remote_reply(call, pages::survey_cross_view(site_of(call), state));
}

Reply post_survey_cross(const Call& call) {
  if (!reads(call)) return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  const std::string row = typed_field(call, "cross_row");
  const std::string column = typed_field(call, "cross_column");
  const auto plain = [](const std::string& id) { return !id.empty() && id.find('/') == std::string::npos; };
  const bool chosen = plain(row) && plain(column);
  pages::ResultsFilter filter = typed_filter(call);
  if (!is_plain(filter)) filter = {};
  return remote_go(call, pages::staff_survey_address(
                             id_of(call), pages::cross_room(chosen ? row : "", chosen ? column : "", filter)));
}

Reply survey_texts_page(const Call& call, std::int64_t id, std::string_view rest) {
  const Result<SurveyView> view = surveys_of(call).survey(id, 0, call.now);
  if (!view) return remote_error(call, view.error());
  pages::SurveyTextsState state;
  state.id = id;
  state.survey = view->survey;
  state.slot = next_segment_of(rest);
  const std::string_view hex = next_segment_of(rest);
  state.search = from_hex(hex == "-" ? std::string_view{} : hex);
  if (!is_text_slot(state.survey, state.slot)) return remote_error(call, error_of_status(404));
  const std::int64_t before = number_in(next_segment_of(rest));
  state.filter = pages::read_results_room(rest);
  std::vector<FieldError> errors;
  const SurveyFilter filter = filter_of(state.filter, errors);
  if (!errors.empty()) return remote_error(call, error_of_status(404));
  state.narrowed = narrowed(*call.profile, filter);
  const Result<SurveysService::Texts> texts =
      surveys_of(call).texts(actor_of(call), id, state.slot, state.search, before, filter);
  if (!texts) return remote_error(call, texts.error());
  for (const SurveyText& row : texts->texts) state.texts.push_back(text_of(call, *view, state.slot, row));
  if (texts->older != 0) {
    state.older =
        pages::staff_survey_address(id, pages::texts_room(state.slot, state.search, texts->older, state.filter));
  }
  return remote_reply(call, pages::survey_texts_view(site_of(call), state));
}

Reply post_survey_search(const Call& call) {
  if (!reads(call)) return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  const std::string slot(call.request.path_value("slot"));
  const std::string words = text::for_storage_one_line(typed_field(call, "search_words"));
  constexpr std::size_t kMostWords = 200;
  pages::ResultsFilter filter = typed_filter(call);
  if (!is_plain(filter)) filter = {};
  return remote_go(call, pages::staff_survey_address(
                             id_of(call), pages::texts_room(slot, words.size() <= kMostWords ? words : "", 0, filter)));
}

Reply get_survey_csv(const Call& call) {
  if (!reads(call)) return error_page(call, make_error(Code::forbidden, "error.forbidden"));
  const Result<SurveyView> view = surveys_of(call).survey(id_of(call), 0, call.now);
  if (!view) return error_page(call, view.error());
  const Result<SurveyFilter> filter = asked_filter(call);
  if (!filter) return error_page(call, filter.error());
  std::vector<std::vector<std::string>> rows;
  const Result<void> done = surveys_of(call).each_response(
      actor_of(call), id_of(call), [&](const SurveyResponseRow& row, const Answers& answers) {
        if (passes(*filter, row)) rows.push_back(response_cells(*call.profile, view->survey, row, answers));
      });
  if (!done) return error_page(call, done.error());
  return download("text/csv; charset=utf-8", file_name(view->row.id, ".csv"),
                  write_csv(response_heads(view->survey), rows));
}

Reply get_survey_xlsx(const Call& call) {
  if (!reads(call)) return error_page(call, make_error(Code::forbidden, "error.forbidden"));
  const Result<SurveyFilter> filter = asked_filter(call);
  if (!filter) return error_page(call, filter.error());
  const Result<SurveysService::Results> results =
      surveys_of(call).results(actor_of(call), id_of(call), *filter, call.now);
  if (!results) return error_page(call, results.error());
  const Survey& survey = results->view.survey;
  std::vector<XlsxRow> rows;
  const Result<void> done = surveys_of(call).each_response(
      actor_of(call), id_of(call), [&](const SurveyResponseRow& row, const Answers& answers) {
        if (passes(*filter, row)) rows.push_back(response_row(*call.profile, survey, row, answers));
      });
  if (!done) return error_page(call, done.error());
  Result<std::string> book = write_xlsx(survey_sheets(survey, results_of(survey, results->tallies, false),
                                                      std::move(rows), narrowed(*call.profile, *filter)));
  if (!book) return error_page(call, book.error());
  return download("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                  file_name(results->view.row.id, ".xlsx"), std::move(book).value());
}

Reply get_survey_pdf(const Call& call) {
  if (!reads(call)) return error_page(call, make_error(Code::forbidden, "error.forbidden"));
  const Result<SurveyFilter> filter = asked_filter(call);
  if (!filter) return error_page(call, filter.error());
  const Result<SurveysService::Results> results =
      surveys_of(call).results(actor_of(call), id_of(call), *filter, call.now);
  if (!results) return error_page(call, results.error());
  const std::vector<QuestionResult> all = results_of(results->view.survey, results->tallies, false);
  Report report = survey_report(*call.profile, results->view.survey, results->answers, all, call.now);
  if (!filter->is_empty()) report.lead += " – " + narrowed(*call.profile, *filter);
  Result<std::string> pdf = write_report_pdf(call.context.receipt_pdf.fonts(), report);
  if (!pdf) return error_page(call, pdf.error());
  return download("application/pdf", file_name(results->view.row.id, ".pdf"), std::move(pdf).value());
}

Reply get_survey_file(const Call& call) {
  Result<SurveyFileRow> file = surveys_of(call).file(actor_of(call), id_of(call), call.request.path_value("file"));
  if (!file) return error_page(call, file.error());
  return download(file->mime, file->file_name, std::move(file->content));
}

}  // namespace hamandish::server
