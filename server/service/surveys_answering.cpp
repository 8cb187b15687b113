// Answers to surveys: who may give them, and how they are taken without keeping who gave them.
#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "server/base/random.h"
#include "server/service/surveys_service.h"
#include "server/store/cases_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/identity/tracking_code.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMostKeyBytes = 200;
constexpr std::size_t kTag = 16;
constexpr std::size_t kNumbers = 16;
constexpr std::int64_t kMostWaitingBytes = 512LL * 1024 * 1024;

constexpr std::string_view kLink = "survey-link";
constexpr std::string_view kCase = "survey-case";
constexpr std::string_view kDevice = "survey-device";

void put(std::string& bytes, std::int64_t value) {
  constexpr int kFirst = 56;
  for (int shift = kFirst; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((static_cast<std::uint64_t>(value) >> shift) & 0xFF);
  }
}

std::int64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = at; i < at + 8; ++i) value = (value << 8) | static_cast<unsigned char>(bytes[i]);
  return static_cast<std::int64_t>(value);
}

std::string tag_of(std::string_view key, std::string_view purpose, std::string_view bytes) {
  return keyed_hash(key, std::string(purpose) + std::string(bytes)).substr(0, kTag);
}

// What a token is for goes into its tag, so that none opens another's door.
std::string make_token(std::string_view key, std::string_view purpose, std::int64_t survey_id, std::int64_t number) {
  std::string bytes;
  put(bytes, survey_id);
  put(bytes, number);
  return base64url(bytes + tag_of(key, purpose, bytes));
}

std::optional<std::int64_t> number_of_token(std::string_view key, std::string_view purpose, std::int64_t survey_id,
                                            std::string_view token) {
  const std::string bytes = from_base64url(token);
  if (bytes.size() != kNumbers + kTag) return std::nullopt;
  const std::string_view numbers = std::string_view(bytes).substr(0, kNumbers);
  if (!equal_in_constant_time(tag_of(key, purpose, numbers), std::string_view(bytes).substr(kNumbers)))
    return std::nullopt;
  if (number_at(bytes, 0) != survey_id) return std::nullopt;
  return number_at(bytes, 8);
}

// The same request gives the same code, without a row that ties them.
std::string code_of(std::string_view key, const std::string& request_key) {
  std::array<std::uint8_t, 32> bytes{};
  const std::string random = keyed_hash(key, "survey-code" + request_key);
  std::memcpy(bytes.data(), random.data(), bytes.size());
  return make_tracking_code(bytes, 16);
}

bool is_over(CaseState state) {
  return state == CaseState::answered || state == CaseState::closed || state == CaseState::rejected;
}

Error with_fields(std::vector<FieldError> fields) {
  return {Code::invalid, "error.invalid", {}, std::move(fields), {}};
}

void check_about(const SurveysService::Submission& submission, const Survey& survey, const Profile& profile,
                 std::vector<FieldError>& errors) {
  const auto& units = profile.units;
  const auto& services = profile.categories;
  const bool unit = submission.unit_id.empty() || std::any_of(units.begin(), units.end(), [&](const Unit& one) {
                      return one.id == submission.unit_id;
                    });
  const bool service = submission.service_id.empty() ||
                       std::any_of(services.begin(), services.end(),
                                   [&](const Category& one) { return one.id == submission.service_id; });
  if (survey.by_unit && !unit) errors.push_back({"answer_unit", "survey.answer_unit", {}});
  if (survey.by_service && !service) errors.push_back({"answer_service", "survey.answer_service", {}});
}

// Answers that are files.
std::vector<Answer> files_in(const Survey& survey, const Answers& answers) {
  std::vector<Answer> files;
  for (const Question& question : survey.questions) {
    const std::string_view value = answer(answers, question.id);
    if (question.kind == QuestionKind::file && !value.empty()) files.push_back({question.id, std::string(value)});
  }
  return files;
}

Result<void> files_wait(Reader& reader, std::int64_t survey_id, const std::vector<Answer>& files) {
  std::vector<FieldError> errors;
  for (const Answer& file : files) {
    const Result<bool> waits = survey_file_waits(reader, survey_id, file.value);
    if (!waits) return waits.error();
    if (!*waits) errors.push_back({file.field, "survey.file_lost", {}});
  }
  if (!errors.empty()) return with_fields(std::move(errors));
  return {};
}

}  // namespace

Result<std::int64_t> record_response(Transaction& transaction, const Survey& survey, const SurveyResponseRow& row,
                                     const Answers& answers) {
  Result<std::int64_t> id = insert_survey_response(transaction, row, answers);
  if (!id) return id;
  const TallyScope scope{row.survey_id, to_tehran(row.at).day, row.unit_id, row.service_id};
  if (const Result<void> counted = add_tallies(transaction, scope, tallies_of(survey, answers)); !counted) {
    return counted.error();
  }
  return id;
}

std::string SurveysService::new_device() const {
  const std::string random = random_bytes(kTag);
  return base64url(random + tag_of(key_, kDevice, random));
}

bool SurveysService::is_device(std::string_view token) const {
  const std::string bytes = from_base64url(token);
  if (bytes.size() != 2 * kTag) return false;
  const std::string_view random = std::string_view(bytes).substr(0, kTag);
  return equal_in_constant_time(tag_of(key_, kDevice, random), std::string_view(bytes).substr(kTag));
}

std::string SurveysService::link_token(std::int64_t survey_id, std::int64_t number) const {
  return make_token(key_, kLink, survey_id, number);
}

Result<std::string> SurveysService::case_token(std::int64_t survey_id, std::string_view tracking_code) {
  std::string token;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::optional<CaseRow>> row = case_by_code(reader, tracking_code);
    if (!row) return row.error();
    if (!*row) return make_error(Code::not_found, "case.not_found");
    if (!is_over((*row)->state)) return make_error(Code::conflict, "survey.case_not_closed");
    token = make_token(key_, kCase, survey_id, (*row)->id);
    return {};
  });
  if (!done) return done.error();
  return token;
}

Result<SurveyPass> SurveysService::open_token(const SurveyRow& row, std::string_view token) {
  SurveyPass pass;
  pass.link = number_of_token(key_, kLink, row.id, token);
  if (pass.link && *pass.link >= 1 && *pass.link <= row.links) return pass;
  pass.link.reset();
  pass.case_id = number_of_token(key_, kCase, row.id, token);
  if (!pass.case_id) return make_error(Code::unauthorized, "survey.pass_bad");
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::optional<CaseRow>> found = case_by_id(reader, *pass.case_id);
    if (!found) return found.error();
    if (!*found) return make_error(Code::unauthorized, "survey.pass_bad");
    pass.unit_id = (*found)->unit_id;
    pass.service_id = (*found)->category_id;
    return {};
  });
  if (!done) return done.error();
  return pass;
}

Result<SurveyPass> SurveysService::admit(const SurveyView& view, const Submission& submission) {
  const SurveyAccess access = view.rules.access;
  if (!submission.token.empty()) {
    Result<SurveyPass> pass = open_token(view.row, submission.token);
    if (!pass) return pass;
    if (access != SurveyAccess::link || pass->link) return pass;
  }
  if (access == SurveyAccess::link || access == SurveyAccess::closed_case) {
    return make_error(Code::unauthorized, "survey.pass_needed");
  }
  if (access == SurveyAccess::device && !is_device(submission.device)) {
    return make_error(Code::invalid, "survey.device_needed");
  }
  return SurveyPass{};
}

// What stands in the list of those who have answered; empty: everybody may as often as they like.
std::string SurveysService::pass_of(const SurveyView& view, const Submission& submission,
                                    const SurveyPass& pass) const {
  std::string who;
  if (pass.link) {
    who = "link:" + std::to_string(*pass.link);
  } else if (pass.case_id) {
    who = "case:" + std::to_string(*pass.case_id);
  } else if (view.rules.access == SurveyAccess::device) {
    who = "device:" + submission.device;
  }
  return who.empty() ? who : keyed_hash(key_, "survey-pass:" + std::to_string(view.row.id) + ":" + who);
}

Result<std::string> SurveysService::answer(const Submission& submission, Instant now) {
  if (submission.request_key.empty() || submission.request_key.size() > kMostKeyBytes) {
    return make_error(Code::invalid, "error.idempotency_missing");
  }
  const Result<SurveyView> view = survey(submission.survey_id, submission.form, now);
  if (!view) return view.error();
  const std::string request =
      sha256("survey:" + std::to_string(submission.survey_id) + ":" + submission.request_key).substr(0, kTag);
  const std::string code = code_of(key_, request);
  const Result<SurveyPass> pass = admit(*view, submission);
  if (!pass) return pass.error();
  CheckedSurvey checked = check_survey_answers(view->survey, submission.answers, submission.hidden);
  if (!pass->case_id) check_about(submission, view->survey, *organisation_.profile(), checked.errors);
  if (!checked.errors.empty()) return with_fields(std::move(checked.errors));

  SurveyResponseRow row;
  row.survey_id = submission.survey_id;
  row.form = view->form;
  row.at = view->rules.anonymous ? start_of_day_in_tehran(to_tehran(now).day) : now;
  row.request_key = request;
  row.unit_id = pass->case_id ? pass->unit_id : view->survey.by_unit ? submission.unit_id : std::string();
  row.service_id = pass->case_id ? pass->service_id : view->survey.by_service ? submission.service_id : std::string();
  if (!view->rules.anonymous) {
    row.case_id = pass->case_id;
    row.link = pass->link;
  }
  const std::string used = pass_of(*view, submission, *pass);
  const std::vector<Answer> files = files_in(view->survey, checked.answers);

  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> before = has_survey_request(transaction, request);
    if (!before) return before.error();
    if (*before) return {};
    const Result<SurveyRow> present = need(transaction, row.survey_id);
    if (!present) return present.error();
    if (survey_phase(present->state, view->rules, present->answers, now) != SurveyPhase::open) {
      return make_error(Code::conflict, "survey.not_open");
    }
    if (!used.empty()) {
      const Result<bool> first = insert_survey_pass(transaction, row.survey_id, used);
      if (!first) return first.error();
      if (!*first) return make_error(Code::conflict, "survey.already");
    }
    if (Result<void> waiting = files_wait(transaction, row.survey_id, files); !waiting) return waiting;
    const Result<std::int64_t> id = record_response(transaction, view->survey, row, checked.answers);
    if (!id) return id.error();
    for (const Answer& file : files) {
      if (Result<void> kept = keep_survey_file(transaction, file.value, *id); !kept) return kept;
    }
    return insert_survey_receipt(transaction, row.survey_id, sha256(code));
  });
  if (!done) return done.error();
  return code;
}

Result<bool> SurveysService::is_receipt(std::int64_t survey_id, std::string_view code) {
  bool found = false;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<bool> has = has_survey_receipt(reader, survey_id, sha256(code));
    if (!has) return has.error();
    found = *has;
    return {};
  });
  if (!done) return done.error();
  return found;
}

Result<std::string> SurveysService::keep_file(const SurveyFileRow& file, Instant now) {
  SurveyFileRow row = file;
  row.id = random_token(kTag);
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> waiting = waiting_survey_bytes(transaction);
    if (!waiting) return waiting.error();
    if (*waiting + static_cast<std::int64_t>(row.content.size()) > kMostWaitingBytes) {
      return make_error(Code::busy, "error.busy", "too many files wait");
    }
    return insert_survey_file(transaction, row, now + kSurveyFileLifetime);
  });
  if (!done) return done.error();
  return row.id;
}

}  // namespace hamandish::server
