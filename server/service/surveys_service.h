// Surveys: written by public relations, answered by everybody, counted as they come in. The words and rules stand in
// shared/surveys; each public function here is one transaction.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/service/organisation.h"
#include "server/store/database.h"
#include "server/store/survey_responses_store.h"
#include "server/store/surveys_store.h"
#include "shared/surveys/answers.h"
#include "shared/surveys/results.h"
#include "shared/surveys/survey.h"
#include "shared/surveys/templates.h"

namespace hamandish::server {

inline constexpr std::int64_t kSurveyFileLifetime = kDay;  // of a file until the answers that it belongs to come
inline constexpr std::int64_t kMostLinks = 5000;
inline constexpr int kSurveyTextsPage = 50;

// A row with its documents read.
struct SurveyView {
  SurveyRow row;
  Survey survey;  // the asked-for form
  std::int64_t form = 0;
  SurveyRules rules;
  SurveyPhase phase = SurveyPhase::draft;
};

// What lets a person in who has no cookie: a personal link, or a closed case.
struct SurveyPass {
  std::optional<std::int64_t> link;
  std::optional<std::int64_t> case_id;
  std::string unit_id;     // of the case
  std::string service_id;  // its category
};

// Stores checked answers and counts them; gives the id. For SurveysService and demo data.
Result<std::int64_t> record_response(Transaction& transaction, const Survey& survey, const SurveyResponseRow& row,
                                     const Answers& answers);

class SurveysService {
 public:
  SurveysService(Organisation& organisation, Database& database) : organisation_(organisation), database_(database) {}

  // Reads the secret that signs devices and links; makes it on the first start. Once, before all others.
  Result<void> start();

  // --- The public

  struct Lists {
    std::vector<SurveyView> open;
    std::vector<SurveyView> with_results;  // closed, their results public
  };
  Result<Lists> lists(Instant now);
  // The newest form, or the one that a person began with (`form` > 0). Not found (survey.not_found) also for drafts.
  Result<SurveyView> survey(std::int64_t id, std::int64_t form, Instant now);
  // The survey that is offered beside the answer to a closed case; 0: none.
  Result<std::int64_t> after_cases(Instant now);

  // A new signed token for the cookie of a device, and whether a token is one of ours.
  std::string new_device() const;
  bool is_device(std::string_view token) const;
  // Of a personal link, and of a closed case («survey.case_not_closed»), each for this survey alone.
  std::string link_token(std::int64_t survey_id, std::int64_t number) const;
  Result<std::string> case_token(std::int64_t survey_id, std::string_view tracking_code);
  // Unauthorized «survey.pass_bad».
  Result<SurveyPass> open_token(const SurveyRow& row, std::string_view token);

  struct Submission {
    std::int64_t survey_id = 0;
    std::int64_t form = 0;  // that was shown; 0: the newest
    Answers answers;
    std::string unit_id;
    std::string service_id;
    std::string device;  // token of the cookie
    std::string token;   // of a link or case
    std::string request_key;
    HiddenAnswers hidden = HiddenAnswers::drop;
  };
  // The code (16 digits). The same key again: the same code, and nothing more is counted. Invalid with fields (slots,
  // «answer_unit», «answer_service»); conflict «survey.not_open», «survey.already»; unauthorized «survey.pass_needed»,
  // «survey.pass_bad»; invalid «survey.device_needed».
  Result<std::string> answer(const Submission& submission, Instant now);
  // Whether this device or token has answered.
  Result<bool> has_answered(const SurveyView& view, std::string_view device, std::string_view token);
  Result<bool> is_receipt(std::int64_t survey_id, std::string_view code);
  // A file that waits for its answers; gives its id. `mime`: as found by its content.
  Result<std::string> keep_file(const SurveyFileRow& file, Instant now);

  struct Results {
    SurveyView view;
    std::int64_t answers = 0;
    std::vector<Tallied> tallies;
  };
  // Not found unless it is closed and its results are public.
  Result<Results> public_results(std::int64_t id, Instant now);

  // --- Staff who keep surveys (may_keep_surveys); forbidden for others

  Result<std::vector<SurveyView>> all(const Actor& actor, Instant now);  // also for may_read_surveys
  // The form that is being written; also for may_read_surveys.
  Result<SurveyView> draft(const Actor& actor, std::int64_t id, Instant now);
  Result<std::int64_t> create(const Actor& actor, SurveyTemplate which, Instant now);

  // Conflict «survey.changed_meanwhile» if `version` is not the present one.
  struct Edition {
    std::int64_t id = 0;
    std::int64_t version = 0;
  };
  // The form that is being written: what people answer stays as it is until `publish`.
  Result<void> write(const Actor& actor, const Edition& edition, const Survey& survey, Instant now);
  Result<void> set_rules(const Actor& actor, const Edition& edition, const SurveyRules& rules, Instant now);
  enum class Step { open, publish, close, reopen };
  // Invalid with the fields of check_survey where the form cannot be answered; conflict «survey.not_possible_now».
  Result<void> take(const Actor& actor, const Edition& edition, Step step, Instant now);
  // Personal links 1..count.
  Result<void> make_links(const Actor& actor, const Edition& edition, std::int64_t count, Instant now);
  struct Link {
    std::int64_t number = 0;
    std::string token;
    bool used = false;
  };
  Result<std::vector<Link>> links(const Actor& actor, std::int64_t id, Instant now);

  // --- Results for staff who may read them; forbidden for others. Of drafts there are none: not found.

  Result<Results> results(const Actor& actor, std::int64_t id, const SurveyFilter& filter, Instant now);
  Result<std::vector<CrossCount>> cross(const Actor& actor, std::int64_t id, std::string_view row_slot,
                                        std::string_view column_slot, const SurveyFilter& filter);
  struct Texts {
    std::vector<SurveyText> texts;
    std::int64_t older = 0;  // `before` of the next page, or 0
  };
  // `search`: words that must all stand in it; empty: every one.
  Result<Texts> texts(const Actor& actor, std::int64_t id, std::string_view slot, std::string_view search,
                      std::int64_t before, const SurveyFilter& filter);
  Result<void> each_response(const Actor& actor, std::int64_t id,
                             const std::function<void(const SurveyResponseRow&, const Answers&)>& each);
  Result<SurveyFileRow> file(const Actor& actor, std::int64_t survey_id, std::string_view file_id);

 private:
  Result<SurveyView> view_of(Reader& reader, SurveyRow row, std::int64_t form, Instant now) const;
  Result<SurveyRow> need(Reader& reader, std::int64_t id) const;
  Result<void> change(const Actor& actor, const Edition& edition, Instant now, const char* action,
                      const std::function<Result<void>(Transaction&, SurveyRow&)>& job);
  std::string pass_of(const SurveyView& view, const Submission& submission, const SurveyPass& pass) const;
  Result<SurveyPass> admit(const SurveyView& view, const Submission& submission);

  Organisation& organisation_;
  Database& database_;
  std::string key_;
};

}  // namespace hamandish::server
