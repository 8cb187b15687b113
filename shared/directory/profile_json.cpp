// Profiles from JSON and back. The members are those of the structs in profile.h; KindForm::kind is called "id".
#include <algorithm>

#include "shared/calendar/jalali_text.h"
#include "shared/directory/check_profile.h"
#include "shared/directory/field_kinds.h"
#include "shared/directory/profile.h"
#include "shared/directory/staff_profile.h"
#include "shared/json/json.h"
#include "shared/json/reader.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

constexpr std::string_view kCategoryField = "category";

int small(Reader& reader, std::string_view name, int fallback) {
  const std::int64_t value = reader.integer_or(name, fallback);
  if (value >= 0 && value <= 100'000) return static_cast<int>(value);
  reader.refuse(name, "json.unknown_value");
  return fallback;
}

Choice read_choice(Reader& reader) {
  return {reader.text("id"), reader.text("name")};
}

Field read_field(Reader& reader) {
  Field field;
  field.id = reader.text("id");
  field.kind = reader.word<FieldKind>("kind", field_kind_from);
  field.label = reader.text("label");
  field.help = reader.text_or("help", "");
  field.required = reader.boolean_or("required", false);
  field.min_length = small(reader, "min_length", 0);
  field.max_length = small(reader, "max_length", 0);
  field.choices = reader.list<Choice>("choices", read_choice);
  if (reader.member("persons") != nullptr) field.persons = reader.words<PersonKind>("persons", person_kind_from);
  return field;
}

Unit read_unit(Reader& reader) {
  Unit unit;
  unit.id = reader.text("id");
  unit.name = reader.text("name");
  unit.parent_id = reader.text_or("parent_id", "");
  unit.manager = reader.text_or("manager", "");
  unit.duties = reader.text_or("duties", "");
  unit.phone = reader.text_or("phone", "");
  unit.email = reader.text_or("email", "");
  return unit;
}

Category read_category(Reader& reader) {
  Category category;
  category.id = reader.text("id");
  category.name = reader.text("name");
  category.unit_id = reader.text("unit_id");
  category.kinds = reader.words<CaseKind>("kinds", case_kind_from);
  return category;
}

KindForm read_kind(Reader& reader) {
  KindForm form;
  form.kind = reader.word<CaseKind>("id", case_kind_from);
  form.name = reader.text("name");
  form.link_text = reader.text("link_text");
  form.explanation = reader.text_or("explanation", "");
  form.anonymous_allowed = reader.boolean_or("anonymous_allowed", false);
  form.anonymous_warning = reader.text_or("anonymous_warning", "");
  form.working_days = small(reader, "working_days", 15);
  form.default_unit_id = reader.text("default_unit_id");
  form.fields = reader.list<Field>("fields", read_field);
  if (reader.member("person_kinds") != nullptr) {
    form.person_kinds = reader.words<PersonKind>("person_kinds", person_kind_from);
  }
  form.closed = reader.boolean_or("closed", false);
  form.closed_text = reader.text_or("closed_text", "");
  return form;
}

Channel read_channel(Reader& reader) {
  Channel channel;
  channel.id = reader.text("id");
  channel.name = reader.text("name");
  channel.address = reader.text_or("address", "");
  channel.open = reader.boolean_or("open", true);
  channel.closed_text = reader.text_or("closed_text", "");
  return channel;
}

FaqEntry read_faq_entry(Reader& reader) {
  FaqEntry entry;
  entry.id = reader.text("id");
  entry.question = reader.text("question");
  entry.answer = reader.text("answer");
  entry.words = reader.text_or("words", "");
  entry.category_id = reader.text_or("category_id", "");
  return entry;
}

Promise read_promise(Reader& reader) {
  return {reader.text("id"), reader.text("title"), reader.text("text"), reader.text_or("target", "")};
}

std::vector<int> read_weekend(Reader& reader) {
  std::vector<int> weekend;
  for (const std::int64_t day : reader.integers("weekend")) {
    if (day >= 0 && day < 7) weekend.push_back(static_cast<int>(day));
    if (day < 0 || day >= 7) reader.refuse("weekend", "json.unknown_value");
  }
  return weekend;
}

std::string holiday_text(Day day) {
  return text::ascii_digits(short_date(day));
}

std::vector<Day> read_holidays(Reader& reader) {
  std::vector<Day> holidays;
  for (const std::string& word : reader.texts("holidays")) {
    const std::optional<JalaliDate> date = parse_jalali(word);
    if (date) holidays.push_back(to_day(*date));
    if (!date) reader.refuse("holidays", "json.unknown_value");
  }
  return holidays;
}

// What a form offers in its field «category» follows from the categories; what the file says there does not count.
void fill_category_choices(Profile& profile) {
  for (KindForm& form : profile.kinds) {
    for (Field& field : form.fields) {
      if (field.id != kCategoryField) continue;
      field.choices.clear();
      for (const Category& category : profile.categories) {
        for (const CaseKind kind : category.kinds) {
          if (kind == form.kind) field.choices.push_back({category.id, category.name});
        }
      }
    }
  }
}

OfficeRules read_office(Reader& reader) {
  OfficeRules rules;
  if (reader.member("office") == nullptr) return rules;
  reader.object("office", [&](Reader& office) { rules = read_office_rules(office); });
  return rules;
}

Profile read_members(Reader& reader) {
  Profile profile;
  profile.id = reader.text("id");
  profile.name = reader.text("name");
  profile.short_name = reader.text("short_name");
  profile.head_title = reader.text("head_title");
  profile.address = reader.text_or("address", "");
  profile.phone = reader.text_or("phone", "");
  profile.email = reader.text_or("email", "");
  profile.complaints_phone = reader.text_or("complaints_phone", "");
  profile.sms_number = reader.text_or("sms_number", "");
  profile.working_hours = reader.text_or("working_hours", "");
  profile.accent = reader.text("accent");
  profile.weekend = read_weekend(reader);
  profile.holidays = read_holidays(reader);
  profile.units = reader.list<Unit>("units", read_unit);
  profile.categories = reader.list<Category>("categories", read_category);
  profile.kinds = reader.list<KindForm>("kinds", read_kind);
  profile.channels = reader.list<Channel>("channels", read_channel);
  profile.faq = reader.list<FaqEntry>("faq", read_faq_entry);
  profile.promises = reader.list<Promise>("promises", read_promise);
  profile.privacy_notice = reader.text("privacy_notice");
  profile.office = read_office(reader);
  return profile;
}

Json choice_json(const Choice& choice) {
  return Json::object({{"id", choice.id}, {"name", choice.name}});
}

Json person_kinds_json(const std::vector<PersonKind>& kinds) {
  Json json = Json::array();
  for (const PersonKind kind : kinds) json.push(wire_name(kind));
  return json;
}

Json field_json(const Field& field) {
  Json json = Json::object({{"id", field.id},
                            {"kind", wire_name(field.kind)},
                            {"label", field.label},
                            {"help", field.help},
                            {"required", field.required},
                            {"min_length", field.min_length},
                            {"max_length", field.max_length}});
  if (!field.persons.empty()) json.set("persons", person_kinds_json(field.persons));
  if (field.choices.empty()) return json;
  Json choices = Json::array();
  for (const Choice& choice : field.choices) choices.push(choice_json(choice));
  json.set("choices", std::move(choices));
  return json;
}

Json unit_json(const Unit& unit) {
  return Json::object({{"id", unit.id},
                       {"name", unit.name},
                       {"parent_id", unit.parent_id},
                       {"manager", unit.manager},
                       {"duties", unit.duties},
                       {"phone", unit.phone},
                       {"email", unit.email}});
}

Json category_json(const Category& category) {
  Json kinds = Json::array();
  for (const CaseKind kind : category.kinds) kinds.push(wire_name(kind));
  return Json::object(
      {{"id", category.id}, {"name", category.name}, {"unit_id", category.unit_id}, {"kinds", std::move(kinds)}});
}

Json kind_json(const KindForm& form) {
  Json fields = Json::array();
  for (const Field& field : form.fields) fields.push(field_json(field));
  return Json::object({{"id", wire_name(form.kind)},
                       {"name", form.name},
                       {"link_text", form.link_text},
                       {"explanation", form.explanation},
                       {"anonymous_allowed", form.anonymous_allowed},
                       {"anonymous_warning", form.anonymous_warning},
                       {"working_days", form.working_days},
                       {"default_unit_id", form.default_unit_id},
                       {"person_kinds", person_kinds_json(form.person_kinds)},
                       {"closed", form.closed},
                       {"closed_text", form.closed_text},
                       {"fields", std::move(fields)}});
}

Json channel_json(const Channel& channel) {
  return Json::object({{"id", channel.id},
                       {"name", channel.name},
                       {"address", channel.address},
                       {"open", channel.open},
                       {"closed_text", channel.closed_text}});
}

Json faq_json(const FaqEntry& entry) {
  return Json::object({{"id", entry.id},
                       {"question", entry.question},
                       {"answer", entry.answer},
                       {"words", entry.words},
                       {"category_id", entry.category_id}});
}

Json promise_json(const Promise& promise) {
  return Json::object(
      {{"id", promise.id}, {"title", promise.title}, {"text", promise.text}, {"target", promise.target}});
}

template <class T>
Json list_json(const std::vector<T>& items, Json (*item_json)(const T&)) {
  Json list = Json::array();
  for (const T& item : items) list.push(item_json(item));
  return list;
}

using More = void (*)(Reader&, Profile&);
using MoreChecks = void (*)(std::vector<FieldError>&, const Profile&);

Result<Profile> read_with(std::string_view json, More more, MoreChecks more_checks) {
  Result<Json> parsed = parse_json(json);
  if (!parsed) return parsed.error();
  std::vector<FieldError> errors;
  Reader reader(*parsed, errors);
  Profile profile = read_members(reader);
  more(reader, profile);
  if (!errors.empty()) return invalid(std::move(errors));
  std::sort(profile.holidays.begin(), profile.holidays.end());
  fill_category_choices(profile);
  errors = check_profile(profile);
  more_checks(errors, profile);
  if (!errors.empty()) return invalid(std::move(errors));
  return profile;
}

Json public_json(const Profile& profile) {
  Json holidays = Json::array();
  for (const Day day : profile.holidays) holidays.push(holiday_text(day));
  return Json::object({{"id", profile.id},
                       {"name", profile.name},
                       {"short_name", profile.short_name},
                       {"head_title", profile.head_title},
                       {"address", profile.address},
                       {"phone", profile.phone},
                       {"email", profile.email},
                       {"complaints_phone", profile.complaints_phone},
                       {"sms_number", profile.sms_number},
                       {"working_hours", profile.working_hours},
                       {"accent", profile.accent},
                       {"weekend", Json::array(profile.weekend)},
                       {"holidays", std::move(holidays)},
                       {"units", list_json(profile.units, unit_json)},
                       {"categories", list_json(profile.categories, category_json)},
                       {"kinds", list_json(profile.kinds, kind_json)},
                       {"channels", list_json(profile.channels, channel_json)},
                       {"faq", list_json(profile.faq, faq_json)},
                       {"promises", list_json(profile.promises, promise_json)},
                       {"privacy_notice", profile.privacy_notice},
                       {"office", office_rules_json(profile.office)}});
}

}  // namespace

Result<Profile> read_profile(std::string_view json) {
  return read_with(json, read_staff_part, check_staff_part);
}

Result<Profile> read_public_profile(std::string_view json) {
  return read_with(
      json,
      [](Reader& reader, Profile& profile) {
        profile.directory_changed = Instant{reader.integer_or("directory_changed_at", 0)};
      },
      [](std::vector<FieldError>&, const Profile&) {});
}

std::string write_profile(const Profile& profile) {
  Json json = public_json(profile);
  add_staff_part(json, profile);
  return json.write();
}

std::string write_public_profile(const Profile& profile) {
  Json json = public_json(profile);
  json.set("directory_changed_at", profile.directory_changed.milliseconds);
  return json.write();
}

}  // namespace hamandish
