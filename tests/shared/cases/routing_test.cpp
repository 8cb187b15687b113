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
