// Whatever bytes arrive as POST /api/v1/cases: parsed, read, checked and answered without a crash; what holds once
// holds again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/api/check_new_case.h"
#include "shared/api/error_wire.h"
#include "shared/api/wire_json.h"
#include "shared/text/utf8.h"

using namespace hamandish;

namespace {

Field field(std::string id, FieldKind kind) {
  Field result;
  result.label = id;
  result.id = std::move(id);
  result.kind = kind;
  return result;
}

// One field of every kind, under the names of the contract where it has one.
Profile make_profile() {
  KindForm form;
  form.anonymous_allowed = true;
  form.fields = {field("first_name", FieldKind::name),
                 field("national_id", FieldKind::national_id),
                 field("mobile", FieldKind::mobile),
                 field("email", FieldKind::email),
                 field("subject", FieldKind::line),
                 field("body", FieldKind::text),
                 field("attachments", FieldKind::attachments),
                 field("company", FieldKind::legal_id),
                 field("phone", FieldKind::landline),
                 field("postal_code", FieldKind::postal_code),
                 field("agree", FieldKind::checkbox),
                 field("category", FieldKind::choice)};
  form.fields.back().choices = {{"land", "land"}, {"water", "water"}};
  Profile profile;
  for (const CaseKind kind : kCaseKinds) {
    form.kind = kind;
    profile.kinds.push_back(form);
  }
  return profile;
}

// An error can always be sent: it is valid JSON and reads back as itself.
void send(const Error& error) {
  const std::string body = api::to_json(error).write();
  HAMANDISH_CHECK(text::valid_utf8(body));
  HAMANDISH_CHECK(api::read_error(body).key == error.key);
}

void check(const api::NewCase& new_case) {
  static const Profile profile = make_profile();
  const Result<api::NewCase> checked = api::check_new_case(profile, new_case);
  if (!checked.ok()) return send(checked.error());
  const Result<api::NewCase> again = api::check_new_case(profile, *checked);
  HAMANDISH_CHECK(again.ok() && again->answers == checked->answers);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<Json> json = parse_json({reinterpret_cast<const char*>(data), size});
  if (!json.ok()) {
    send(json.error());
    return 0;
  }
  HAMANDISH_CHECK(parse_json(json->write()).value() == *json);
  const Result<api::NewCase> read = api::read_new_case(*json);
  if (!read.ok()) {
    send(read.error());
    return 0;
  }
  const Result<api::NewCase> again = api::read_new_case(api::to_json(*read));
  HAMANDISH_CHECK(again.ok() && api::to_json(*again) == api::to_json(*read));
  check(*read);
  return 0;
}
