// Demo surveys: written and opened by the same functions that people use, answered by dice, the same ones every time.
#include <algorithm>
#include <utility>

#include "server/base/random.h"
#include "server/demo/demo_json.h"
#include "server/demo/dice.h"
#include "server/service/demo_accounts.h"
#include "server/service/services.h"
#include "server/store/surveys_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/json/json.h"
#include "shared/surveys/conditions.h"
#include "shared/surveys/survey_json.h"

namespace hamandish::server {
namespace {

constexpr std::uint64_t kSeed = 1405;

// One person who answers.
class Person {
 public:
  Person(Dice& dice, const Survey& survey, const Json& demo)
      : dice_(dice), survey_(survey), demo_(demo), mood_(dice.between(1, 100) + number_of(demo, "mood")) {}

  Answers answers() {
    for (std::size_t i = 0; i < survey_.questions.size(); ++i) {
      if (!shown_questions(survey_, answers_)[i]) continue;
      const Question& question = survey_.questions[i];
      constexpr int kAnswers = 88;  // of hundred people a question that may be left out
      if (question.required || dice_.chance(kAnswers)) one(question);
    }
    return std::move(answers_);
  }

 private:
  void set(const std::string& slot, std::string value) {
    if (!value.empty()) set_answer(answers_, slot, std::move(value));
  }

  // The better the mood, the higher; a step up or down for each question.
  std::string judged(int steps) {
    constexpr std::int64_t kMost = 130;
    const std::int64_t middle = (mood_ * steps) / kMost + 1 + dice_.between(-1, 1);
    return std::to_string(std::clamp<std::int64_t>(middle, 1, steps));
  }

  std::string words(const std::string& slot) {
    constexpr int kWrites = 35;
    const Json* pool = demo_.find("texts");
    const Json::Items& texts = items_of(pool != nullptr ? *pool : demo_, slot);
    if (texts.empty() || !dice_.chance(kWrites)) return {};
    const Json& text = texts[static_cast<std::size_t>(dice_.between(0, static_cast<std::int64_t>(texts.size()) - 1))];
    return text.text() != nullptr ? *text.text() : std::string();
  }

  void one(const Question& question) {
    constexpr int kLikely = 45;
    switch (question.kind) {
      case QuestionKind::short_text:
      case QuestionKind::long_text:
        return set(question.id, words(question.id));
      case QuestionKind::single:
        return set(question.id, dice_.pick(question.choices).id);
      case QuestionKind::multiple:
        for (const Choice& choice : question.choices)
          set(slot_of(question, choice.id), dice_.chance(kLikely) ? "1" : "");
        return;
      case QuestionKind::scale:
        return set(question.id, judged(question.highest));
      case QuestionKind::satisfaction:
        return set(question.id, judged(5));
      case QuestionKind::quality:
        return set(question.id, judged(4));
      case QuestionKind::matrix:
        for (const Choice& row : question.rows) set(slot_of(question, row.id), dice_.pick(question.choices).id);
        return;
      case QuestionKind::ranking:
        return ranks(question);
      case QuestionKind::number:
        return set(question.id, std::to_string(dice_.between(question.least.value_or(0), question.most.value_or(40))));
      case QuestionKind::yes_no:
        return set(question.id, dice_.chance(static_cast<int>(number_of(demo_, "yes"))) ? "yes" : "no");
      default:
        return;
    }
  }

  void ranks(const Question& question) {
    std::vector<Choice> left = question.choices;
    for (std::size_t place = 1; !left.empty(); ++place) {
      const auto at = dice_.between(0, static_cast<std::int64_t>(left.size()) - 1);
      set(slot_of(question, left[static_cast<std::size_t>(at)].id), std::to_string(place));
      left.erase(left.begin() + at);
    }
  }

  Dice& dice_;
  const Survey& survey_;
  const Json& demo_;
  std::int64_t mood_;
  Answers answers_;
};

struct Made {
  SurveyResponseRow row;
  Answers answers;
};

std::vector<Made> responses(const SurveyView& view, const Json& demo, const Profile& profile, Instant now) {
  Dice dice(kSeed + static_cast<std::uint64_t>(view.row.id));
  std::vector<Made> all;
  const std::int64_t first = number_of(demo, "age_days");
  const std::int64_t last = number_of(demo, "closed_days") + 1;
  for (std::int64_t i = 0; i < number_of(demo, "answers"); ++i) {
    Made made;
    made.row.survey_id = view.row.id;
    made.row.form = view.form;
    made.row.at = start_of_day_in_tehran(to_tehran(now + -dice.between(last, first) * kDay).day);
    made.row.request_key = sha256("demo-survey-" + std::to_string(view.row.id) + "-" + std::to_string(i)).substr(0, 16);
    if (view.survey.by_unit) made.row.unit_id = dice.pick(profile.units).id;
    if (view.survey.by_service) made.row.service_id = dice.pick(profile.categories).id;
    made.answers =
        check_survey_answers(view.survey, Person(dice, view.survey, demo).answers(), HiddenAnswers::drop).answers;
    all.push_back(std::move(made));
  }
  const auto earlier = [](const Made& a, const Made& b) { return a.row.at < b.row.at; };
  std::stable_sort(all.begin(), all.end(), earlier);
  return all;
}

Result<Survey> survey_of(const Json& demo) {
  if (const auto which = survey_template_from(text_of(demo, "template"))) return make_survey(*which);
  const Json* own = demo.find("survey");
  if (own == nullptr) return make_error(Code::invalid, "error.invalid", "a demo survey without questions");
  return read_survey(*own);
}

Result<std::int64_t> make(SurveysService& surveys, const Actor& actor, const Json& demo, Instant now) {
  using Step = SurveysService::Step;
  const Instant made = now + -number_of(demo, "age_days") * kDay;
  const Result<Survey> survey = survey_of(demo);
  if (!survey) return survey.error();
  const Json* rules_text = demo.find("rules");
  Result<SurveyRules> rules = read_rules(rules_text != nullptr ? *rules_text : Json::object());
  if (!rules) return rules.error();
  if (number_of(demo, "open_days") > 0) rules->closes = now + number_of(demo, "open_days") * kDay;
  Result<std::int64_t> id = surveys.create(actor, SurveyTemplate::empty, made);
  if (!id) return id;
  Result<void> done = surveys.write(actor, {*id, 1}, *survey, made);
  if (done) done = surveys.set_rules(actor, {*id, 2}, *rules, made);
  if (done && text_of(demo, "state") != "draft") done = surveys.take(actor, {*id, 3}, Step::open, made);
  if (done && text_of(demo, "state") == "closed") {
    done = surveys.take(actor, {*id, 4}, Step::close, now + -number_of(demo, "closed_days") * kDay);
  }
  if (!done) return done.error();
  return id;
}

}  // namespace

Result<void> Services::insert_demo_surveys(std::string_view json, Instant now) {
  const Result<Json> parsed = parse_json(json);
  if (!parsed) return parsed.error();
  std::string user_id;
  bool fresh = false;
  Result<void> looked = database_.read([&](Reader& reader) -> Result<void> {
    const Result<bool> any = any_survey(reader);
    if (!any) return any.error();
    Result<std::string> found = demo_account(reader, "ravabet");
    if (!found) return found.error();
    user_id = std::move(found).value();
    fresh = !*any && !user_id.empty();
    return {};
  });
  if (!looked || !fresh) return looked;
  const Actor actor{user_id, {}, Role::public_relations, {}};
  for (const Json& demo : items_of(*parsed, "surveys")) {
    const Result<std::int64_t> id = make(surveys, actor, demo, now);
    if (!id) return id.error();
    if (text_of(demo, "state") == "draft") continue;
    const Result<SurveyView> view = surveys.survey(*id, 0, now);
    if (!view) return view.error();
    const std::vector<Made> all = responses(*view, demo, *profile(), now);
    Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
      for (const Made& one : all) {
        const Result<std::int64_t> stored = record_response(transaction, view->survey, one.row, one.answers);
        if (!stored) return stored.error();
      }
      return {};
    });
    if (!done) return done;
  }
  return {};
}

}  // namespace hamandish::server
