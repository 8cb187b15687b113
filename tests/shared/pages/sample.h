// A small organisation for the tests of pages, and a way to look into a view.
#pragma once

#include <string_view>

#include "shared/directory/profile.h"
#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::test {

inline Field field(std::string id, FieldKind kind, std::string label, bool required) {
  Field result;
  result.id = std::move(id);
  result.kind = kind;
  result.label = std::move(label);
  result.required = required;
  return result;
}

inline Profile sample_profile() {
  Profile profile;
  profile.id = "sample";
  profile.name = "سازمان نمونه";
  profile.short_name = "نمونه";
  profile.phone = "05632223344";
  profile.email = "info@sample.example";
  profile.complaints_phone = "05632220000";
  profile.working_hours = "شنبه تا چهارشنبه";
  profile.privacy_notice = "مشخصات شما نزد ما می‌ماند.";
  Unit land;
  land.id = "land";
  land.name = "امور اراضی";
  Unit water;
  water.id = "water";
  water.name = "آب و خاک";
  profile.units = {land, water};
  KindForm complaint;
  complaint.kind = CaseKind::complaint;
  complaint.name = "شکایت";
  complaint.link_text = "ثبت شکایت";
  complaint.explanation = "از رفتار یا تصمیم سازمان";
  complaint.anonymous_allowed = true;
  complaint.anonymous_warning = "بدون نام پاسخی دریافت نمی‌کنید.";
  complaint.fields = {field("first_name", FieldKind::name, "نام", true),
                      field("last_name", FieldKind::name, "نام خانوادگی", true),
                      field("national_id", FieldKind::national_id, "کد ملی", true),
                      field("mobile", FieldKind::mobile, "تلفن همراه", false),
                      field("email", FieldKind::email, "رایانامه", false),
                      field("category", FieldKind::choice, "دسته", true),
                      field("subject", FieldKind::line, "موضوع", true),
                      field("body", FieldKind::text, "شرح", true),
                      field("attachments", FieldKind::attachments, "افزودن پیوست", false)};
  complaint.fields[5].choices = {{"wells", "چاه و قنات"}};
  profile.kinds = {complaint};
  return profile;
}

// The first node of a kind with this text, anywhere below; nullptr if there is none.
inline const view::Node* find(const view::Node& node, view::Kind kind, std::string_view text) {
  if (node.kind == kind && node.text == text) return &node;
  for (const view::Node& child : node.children) {
    if (const view::Node* found = find(child, kind, text)) return found;
  }
  return nullptr;
}

inline const view::Node* find_id(const view::Node& node, std::string_view id) {
  if (node.id == id) return &node;
  for (const view::Node& child : node.children) {
    if (const view::Node* found = find_id(child, id)) return found;
  }
  return nullptr;
}

}  // namespace hamandish::test
