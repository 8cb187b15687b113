#include "shared/cases/routing.h"

#include <doctest/doctest.h>

using namespace hamandish;

namespace {

Profile small_profile() {
  Profile profile;
  profile.units = {{"land", "امور اراضی", "", "", "", "", ""}, {"inspection", "بازرسی", "", "", "", "", ""}};
  profile.categories = {{"land-use", "تغییر کاربری", "land", {CaseKind::complaint}}};
  KindForm complaint;
  complaint.kind = CaseKind::complaint;
  complaint.default_unit_id = "inspection";
  KindForm request = complaint;
  request.kind = CaseKind::request;
  profile.kinds = {complaint, request};
  return profile;
}

}  // namespace

TEST_CASE("a category that is offered for the kind decides") {
  CHECK(route(small_profile(), CaseKind::complaint, "land-use") == "land");
}

TEST_CASE("no category, an unknown one, or one of another kind leads to the kind's own unit") {
  CHECK(route(small_profile(), CaseKind::complaint, "") == "inspection");
  CHECK(route(small_profile(), CaseKind::complaint, "no-such") == "inspection");
  CHECK(route(small_profile(), CaseKind::request, "land-use") == "inspection");
}

namespace {

RoutingRule rule(std::string id, std::string unit) {
  RoutingRule made;
  made.id = std::move(id);
  made.unit_id = std::move(unit);
  return made;
}

RouteQuery query(std::string text) {
  return {CaseKind::complaint, "", "", std::move(text)};
}

}  // namespace

TEST_CASE("the first rule that fits decides, and says by which word") {
  Profile profile = small_profile();
  RoutingRule off = rule("off", "land");
  off.enabled = false;
  RoutingRule responsible = rule("responsible", "land");
  responsible.words = {"مسئول", "کارمند"};
  RoutingRule everything = rule("all", "inspection");
  profile.rules = {off, responsible, everything};
  const RouteDecision by_word = decide_route(profile, query("از مسؤول اداره ناراضی هستم"));
  CHECK(by_word.unit_id == "land");
  CHECK(by_word.rule == 1);
  CHECK(by_word.word == "مسئول");
  const RouteDecision other = decide_route(profile, query("آب چاه"));
  CHECK(other.rule == 2);
  CHECK(other.word.empty());
}

TEST_CASE("a rule's word is found at the beginning of words, in any spelling and with or without half-space") {
  Profile profile = small_profile();
  RoutingRule rules = rule("words", "land");
  rules.words = {"آب‌یاری", "کاربری ۱۲"};
  profile.rules = {rules};
  CHECK(decide_route(profile, query("آبیاری زمین")).rule == 0);
  CHECK(decide_route(profile, query("آب یاری")).rule == 0);
  CHECK(decide_route(profile, query("تغيير كاربري 12 هکتار")).rule == 0);
  CHECK(!decide_route(profile, query("نوآب‌یاری")).rule);
  CHECK(!decide_route(profile, query("")).rule);
}

TEST_CASE("kind, category and place must all fit; a rule to a unit that is gone is passed over") {
  Profile profile = small_profile();
  RoutingRule narrow = rule("narrow", "land");
  narrow.kinds = {CaseKind::request};
  narrow.categories = {"land-use"};
  narrow.places = {"بیرجند"};
  profile.rules = {rule("gone", "no-such-unit"), narrow};
  CHECK(decide_route(profile, {CaseKind::request, "land-use", "شهرستان بیرجند", ""}).rule == 1);
  CHECK(decide_route(profile, {CaseKind::request, "land-use", "", "در بیرجند"}).rule == 1);
  CHECK(!decide_route(profile, {CaseKind::request, "land-use", "قاین", "در بیرجند"}).rule);
  CHECK(!decide_route(profile, {CaseKind::complaint, "land-use", "بیرجند", ""}).rule);
  CHECK(!decide_route(profile, {CaseKind::request, "", "بیرجند", ""}).rule);
}

TEST_CASE("without a rule that fits the category decides, then the kind") {
  CHECK(decide_route(small_profile(), {CaseKind::complaint, "land-use", "", "متن"}).by_category);
  const RouteDecision by_kind = decide_route(small_profile(), {CaseKind::request, "land-use", "", "متن"});
  CHECK(!by_kind.by_category);
  CHECK(by_kind.unit_id == "inspection");
}
