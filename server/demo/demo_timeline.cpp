#include "server/demo/demo_timeline.h"

#include <algorithm>

#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/transitions.h"

namespace hamandish::server {
namespace {

using enum CaseAction;
using Plan = std::vector<CaseAction>;

constexpr int kOfficeOpens = 7 * 60 + 30;  // minutes of the day in Tehran
constexpr int kOfficeCloses = 14 * 60;
constexpr int kExtensionDays = 10;

// How cases go, common ways more than once.
const std::vector<Plan>& finished_plans() {
  static const std::vector<Plan> plans = {
      {reply, close},
      {reply, close},
      {refer, reply, close},
      {refer, note, reply, close},
      {refer, note, reply, close},
      {note, reply},
      {refer, reply},
      {refer, note, reply},
      {refer, refer, reply, close},
      {ask, supply, reply, close},
      {note, ask, supply, note, reply},
      {refer, extend, note, reply, close},
      {reply, object, note, reply, close},
      {note, ask},
      {refer, reply, object},
      {reply, close, object, refer, reply},
      {note, reject},
      {reject},
      {ask, close},
      {withdraw},
      {refer, withdraw},
      {refer, note},
  };
  return plans;
}

const std::vector<Plan>& running_plans() {
  static const std::vector<Plan> plans = {{},
                                          {note},
                                          {refer},
                                          {refer, note},
                                          {refer, refer},
                                          {note, ask},
                                          {refer, ask},
                                          {extend},
                                          {refer, extend},
                                          {reply},
                                          {refer, reply},
                                          {ask, supply},
                                          {reject},
                                          {withdraw},
                                          {note, refer, note},
                                          {ask},
                                          {refer, ask},
                                          {refer, note, ask}};
  return plans;
}

// How the officer of a unit is chosen when several may.
const DemoUser* officer_for(const DemoWorld& world, std::string_view unit_id, Dice& dice) {
  std::vector<const DemoUser*> able;
  for (const DemoUser& user : world.users) {
    const Actor actor{user.username, user.name, user.role, user.unit_id};
    if (user.unit_id == unit_id && may_reply(actor, {std::string(unit_id)})) able.push_back(&user);
  }
  return able.empty() ? nullptr : dice.pick(able);
}

// One step of a case; knows everything that is around it.
class Step {
 public:
  Step(DemoCase& it, const DemoWorld& world, const DemoTopic& topic, const DemoPlace& place, Filler& filler,
       const Habits& habits, Dice& dice)
      : it_(it), world_(world), topic_(topic), place_(place), filler_(filler), habits_(habits), dice_(dice) {}

  // False, and nothing done, if it would lie after `now`.
  bool take(CaseAction action) {
    const Instant last = it_.events.back().at;
    const bool staff = party_of(action) == Party::staff;
    const std::int64_t idle = action == reply ? hours_left_lying(last) : 0;
    const Instant at = staff ? office_time(world_.calendar, last, idle + dice_.between(2, 90), dice_)
                             : last + dice_.between(3 * kHour / kMinute, 72 * kHour / kMinute) * kMinute;
    const Result<CaseState> next = next_state(it_.state, action);
    if (at >= world_.now || !next) return false;
    DemoEvent event;
    event.kind = event_of(action);
    event.at = at;
    if (staff) event.username = officer();
    fill(event, action);
    it_.state = *next;
    it_.events.push_back(std::move(event));
    return true;
  }

 private:
  // A few cases are answered late, whatever day the demo is made on: so many hours pass before somebody looks at them.
  [[nodiscard]] std::int64_t hours_left_lying(Instant last) const {
    constexpr std::int64_t kOneIn = 20;
    if (it_.registered_at.milliseconds / kMinute % kOneIn != 0) return 0;
    const Instant due_ends = start_of_day_in_tehran(Day{it_.due_on.number + 1});
    return std::max<std::int64_t>(0, (due_ends.milliseconds - last.milliseconds) / kHour);
  }

  std::string officer() {
    const DemoUser* user = officer_for(world_, it_.unit_id, dice_);
    return user != nullptr ? user->username : std::string();
  }

  void fill(DemoEvent& event, CaseAction action) {
    const DemoCorpus& corpus = world_.corpus;
    switch (action) {
      case refer:
        return fill_referral(event);
      case note:
        event.text = filler_.fill(dice_.pick(corpus.notes));
        return;
      case reply:
        return fill_reply(event);
      case ask:
        event.text = filler_.fill(dice_.pick(corpus.asks));
        return;
      case supply:
        event.text = as_typed(filler_.fill(dice_.pick(corpus.supplies)), habits_, dice_);
        return;
      case object:
        event.text = as_typed(filler_.fill(dice_.pick(corpus.objections)), habits_, dice_);
        return;
      case reject:
        event.text = filler_.fill(dice_.pick(corpus.rejections));
        return;
      case extend:
        event.text = filler_.fill(dice_.pick(corpus.extensions));
        return extend_deadline();
      default:  // nothing to say: closing, withdrawing, and what the demo does not tell of yet
        return;
    }
  }

  void fill_referral(DemoEvent& event) {
    std::string to = id_at(topic_.refer_to, place_);
    std::string_view why = topic_.refer_why;
    while (to.empty() || to == it_.unit_id) {
      const DemoReferral& other = dice_.pick(world_.corpus.referrals);
      to = id_at(other.unit, place_);
      why = other.why;
    }
    event.from_unit = it_.unit_id;
    event.to_unit = to;
    event.text = filler_.fill(why);
    it_.unit_id = to;
  }

  void fill_reply(DemoEvent& event) {
    const bool again = std::any_of(it_.events.begin(), it_.events.end(),
                                   [](const DemoEvent& before) { return before.kind == EventKind::replied; });
    const Day today = to_tehran(event.at).day;
    const Day registered_on = to_tehran(it_.registered_at).day;
    const auto ahead = static_cast<int>(dice_.between(2, 12));
    filler_.set("unit", world_.profile.unit(it_.unit_id)->name);
    filler_.set("done", short_date(std::max(registered_on, Day{today.number - 1})));
    filler_.set("later", short_date(add_working_days(world_.calendar, today, ahead)));
    event.from_unit = it_.unit_id;
    event.text = filler_.fill(dice_.pick(world_.corpus.reply_openings));
    event.text += "\n" + filler_.fill(again ? dice_.pick(world_.corpus.second_replies) : topic_.reply);
    event.text += "\n" + filler_.fill(dice_.pick(world_.corpus.reply_closings));
  }

  void extend_deadline() {
    const Day registered_on = to_tehran(it_.registered_at).day;
    const Day later = add_working_days(world_.calendar, it_.due_on, kExtensionDays);
    it_.due_on = std::max(it_.due_on, std::min(later, legal_limit(registered_on)));
  }

  DemoCase& it_;
  const DemoWorld& world_;
  const DemoTopic& topic_;
  const DemoPlace& place_;
  Filler& filler_;
  const Habits& habits_;
  Dice& dice_;
};

}  // namespace

Instant office_time(const WorkingCalendar& calendar, Instant from, std::int64_t hours, Dice& dice) {
  const Instant earliest = from + hours * kHour;
  const std::int64_t minute = dice.between(kOfficeOpens, kOfficeCloses);
  Day day = to_tehran(earliest).day;
  Instant at = start_of_day_in_tehran(day) + minute * kMinute;
  while (at < earliest || !is_working_day(calendar, day)) {
    ++day.number;
    at = start_of_day_in_tehran(day) + minute * kMinute;
  }
  return at;
}

void live(DemoCase& it, const DemoWorld& world, const DemoTopic& topic, const DemoPlace& place, Filler& filler,
          const Habits& habits, Dice& dice) {
  const std::int64_t age = (world.now.milliseconds - it.registered_at.milliseconds) / kDay;
  // After five weeks most cases are through; a few stay unanswered, as everywhere.
  const bool finished = age > 35 || (age > 14 && dice.chance(60));
  const Plan& plan = dice.pick(finished && !dice.chance(4) ? finished_plans() : running_plans());
  Step step(it, world, topic, place, filler, habits, dice);
  for (const CaseAction action : plan) {
    if (!step.take(action)) return;
  }
}

}  // namespace hamandish::server
