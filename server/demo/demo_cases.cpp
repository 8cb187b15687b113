#include <algorithm>
#include <array>
#include <set>

#include "server/demo/demo_data.h"
#include "server/demo/demo_people.h"
#include "server/demo/demo_text.h"
#include "server/demo/demo_timeline.h"
#include "server/demo/dice.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/routing.h"
#include "shared/identity/tracking_code.h"

namespace hamandish::server {
namespace {

constexpr int kCases = 360;
constexpr std::int64_t kDaysBack = 425;  // fourteen months
constexpr std::uint64_t kSeed = 20'170'130;

// The day the decree on citizens' rights was approved, by organisation: two portals do not tell the same story.
std::uint64_t seed_of(const Profile& profile) {
  std::uint64_t seed = kSeed;
  for (const char c : profile.id) seed = seed * 31 + static_cast<unsigned char>(c);
  return seed;
}

// Evenly over the months with some chance, oldest first; people write in the morning and after nine in the evening.
std::vector<Instant> registration_times(Instant now, Dice& dice) {
  constexpr std::array<int, 12> kHours = {7, 8, 9, 10, 10, 11, 12, 14, 17, 20, 21, 22};
  std::vector<Instant> times;
  for (int i = 0; i < kCases; ++i) {
    const std::int64_t days = kDaysBack - 1 - i * (kDaysBack - 1) / (kCases - 1);
    const Day day = to_tehran({now.milliseconds - days * kDay}).day;
    const std::int64_t hour = kHours.at(static_cast<std::size_t>(dice.between(0, 11)));
    const std::int64_t second = hour * 3600 + dice.between(0, 3599);
    Instant at = start_of_day_in_tehran(day) + second * kSecond;
    if (at >= now) at = {now.milliseconds - dice.between(5, 90) * kMinute};
    times.push_back(at);
  }
  std::sort(times.begin(), times.end());
  return times;
}

// Out of a hundred, by kind: how many withhold their name where the form allows it.
int anonymous_share(CaseKind kind) {
  if (kind == CaseKind::report) return 60;
  return kind == CaseKind::complaint ? 4 : 20;
}

// The first sentence, the whole, or the whole with further paragraphs.
std::string make_body(const DemoCorpus& corpus, const DemoTopic& topic, Filler& filler, const Habits& habits,
                      Dice& dice) {
  std::string body = filler.fill(topic.body);
  const std::int64_t length = dice.between(0, 99);
  if (length < 12) {
    const std::size_t stop = body.find(". ");
    if (stop != std::string::npos) body.resize(stop);
    if (dice.chance(50)) body.append(" ").append(dice.pick(corpus.closings));
    return as_typed(body, habits, dice);
  }
  const std::string_view line_end = dice.chance(50) ? "\n" : " ";
  if (dice.chance(60)) body = std::string(dice.pick(corpus.openings)).append(line_end).append(body);
  if (length > 80) {
    for (const std::string& addition : corpus.additions) {
      if (length > 94 || dice.chance(50)) body += "\n\n" + filler.fill(addition);
    }
  }
  if (dice.chance(60)) body.append(line_end).append(dice.pick(corpus.closings));
  body = as_typed(body, habits, dice);
  return habits.emoji.empty() ? body : body + " " + habits.emoji;
}

std::string unused_code(std::set<std::string>& used, int digits, Dice& dice) {
  for (;;) {
    std::array<std::uint8_t, 16> bytes{};
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(dice.next() & 0xFFU);
    std::string code = make_tracking_code(bytes, digits);
    if (used.insert(code).second) return code;
  }
}

bool has_mobile(const Answers& answers) {
  return !answer(answers, "mobile").empty();
}

DemoCase make_case(const DemoWorld& world, const DemoTopic& topic, Instant at, std::set<std::string>& codes,
                   Dice& dice) {
  const KindForm& form = *world.profile.kind(topic.kind);
  const DemoPlace& place = dice.pick(world.corpus.places);
  const Habits habits = make_habits(world.corpus, dice);
  const Day registered_on = to_tehran(at).day;
  Filler filler(world.corpus, place, registered_on, dice);
  DemoCase it;
  it.kind = topic.kind;
  it.registered_at = at;
  it.anonymous = form.anonymous_allowed && dice.chance(anonymous_share(topic.kind));
  if (!it.anonymous) it.answers = make_person(world.corpus, form, habits, dice);
  const std::string category = id_at(topic.category, place);
  if (!category.empty()) it.answers.push_back({"category", category});
  const bool asks_place =
      std::any_of(form.fields.begin(), form.fields.end(), [](const Field& field) { return field.id == "place"; });
  if (asks_place && it.registered_at.milliseconds % 3 != 0) it.answers.push_back({"place", place.name});
  it.answers.push_back({"subject", as_typed(filler.fill(topic.subject), habits, dice)});
  it.answers.push_back({"body", make_body(world.corpus, topic, filler, habits, dice)});
  it.tracking_code = unused_code(codes, has_mobile(it.answers) ? 12 : 16, dice);
  it.unit_id = route(world.profile, topic.kind, category);
  it.due_on = due_on(form, world.calendar, registered_on);
  it.events.push_back({EventKind::registered, at, {}, {}, it.unit_id, {}});
  live(it, world, topic, place, filler, habits, dice);
  return it;
}

}  // namespace

std::vector<DemoUser> make_demo_users(const Profile& profile, const DemoCorpus& corpus) {
  Dice dice(seed_of(profile));
  std::vector<DemoUser> users;
  for (const DemoAccount& account : corpus.accounts) {
    users.push_back({account.username, std::string(kDemoPassword), account.name, account.role, account.unit_id});
  }
  for (const Unit& unit : profile.units) {
    const std::string& first_name = dice.pick(corpus.first_names);
    const std::string& last_name = dice.pick(corpus.last_names);
    users.push_back({"karshenas-" + unit.id, std::string(kDemoPassword),
                     std::string(first_name).append(" ").append(last_name), Role::officer, unit.id});
  }
  return users;
}

std::vector<DemoCase> make_demo_cases(const Profile& profile, const DemoCorpus& corpus, Instant now) {
  Dice dice(seed_of(profile));
  const std::vector<DemoUser> users = make_demo_users(profile, corpus);
  const DemoWorld world{profile, corpus, users, working_calendar(profile), now};
  std::set<std::string> codes;
  std::vector<DemoCase> cases;
  std::vector<DemoTopic> deck;  // every topic comes before any comes again
  for (const Instant at : registration_times(now, dice)) {
    if (deck.empty()) deck = corpus.topics;
    const auto drawn = deck.begin() + static_cast<std::ptrdiff_t>(dice.next() % deck.size());
    cases.push_back(make_case(world, *drawn, at, codes, dice));
    deck.erase(drawn);
  }
  return cases;
}

}  // namespace hamandish::server
