#include "shared/directory/sections.h"

#include <algorithm>

namespace hamandish {
namespace {

using enum SettingKind;

constexpr SettingField kUnit[] = {
    {"id", "settings.id", id, true, "settings.id_help"},
    {"name", "settings.name", line, true},
    {"parent_id", "settings.parent_unit", maybe_unit},
    {"manager", "settings.manager", line},
    {"duties", "settings.duties", text},
    {"phone", "settings.phone", line},
    {"email", "settings.email", line, false, "settings.unit_email_help"},
};

constexpr SettingField kCategory[] = {
    {"id", "settings.id", id, true, "settings.id_help"},
    {"name", "settings.name", line, true},
    {"unit_id", "settings.unit", unit, true},
    {"kinds", "settings.kinds", kinds},
};

constexpr SettingField kKind[] = {
    {"name", "settings.name", line, true},
    {"link_text", "settings.link_text", line, true},
    {"explanation", "settings.explanation", text},
    {"working_days", "settings.working_days", number, true},
    {"default_unit_id", "settings.default_unit", unit, true},
    {"anonymous_allowed", "settings.anonymous_allowed", yes_no},
    {"anonymous_warning", "settings.anonymous_warning", text},
    {"closed", "settings.closed", yes_no},
    {"closed_text", "settings.closed_text", text},
};

constexpr SettingField kFormField[] = {
    {"id", "settings.id", id, true, "settings.id_help"}, {"label", "settings.label", line, true},
    {"kind", "settings.field_kind", field_kind, true},   {"help", "settings.help", line},
    {"required", "settings.required", yes_no},           {"min_length", "settings.min_length", number},
    {"max_length", "settings.max_length", number},
};

constexpr SettingField kRule[] = {
    {"name", "settings.name", line, true},
    {"enabled", "settings.enabled", yes_no},
    {"kinds", "settings.rule_kinds", kinds},
    {"categories", "settings.rule_categories", categories},
    {"places", "settings.rule_places", lines, false, "settings.one_in_a_line"},
    {"words", "settings.rule_words", lines, false, "settings.rule_words_help"},
    {"unit_id", "settings.unit", unit, true},
};

constexpr SettingField kCanned[] = {
    {"title", "settings.answer_title", line, true},
    {"text", "settings.answer_text", text, true, "settings.answer_text_help"},
    {"kinds", "settings.rule_kinds", kinds},
    {"states", "settings.states", states},
};

constexpr SettingField kChannel[] = {
    {"name", "settings.name", line, true},
    {"address", "settings.address", line},
    {"open", "settings.open", yes_no},
    {"closed_text", "settings.closed_text", text},
};

constexpr SettingField kFaq[] = {
    {"question", "settings.question", line, true},
    {"answer", "settings.answer", text, true},
    {"words", "settings.faq_words", line},
};

constexpr SettingField kPromise[] = {
    {"title", "settings.name", line, true},
    {"text", "settings.text", text, true},
    {"target", "settings.target", line},
};

constexpr SettingField kTexts[] = {
    {"name", "settings.organisation_name", line, true},
    {"short_name", "settings.short_name", line, true},
    {"head_title", "settings.head_title", line, true},
    {"address", "settings.postal_address", line},
    {"phone", "settings.phone", line},
    {"email", "settings.email", line},
    {"complaints_phone", "settings.complaints_phone", line},
    {"sms_number", "settings.sms_number", line},
    {"working_hours", "settings.working_hours", line},
    {"accent", "settings.accent", line, true, "settings.accent_help"},
    {"privacy_notice", "settings.privacy_notice", text, true},
};

constexpr SettingField kCalendar[] = {
    {"weekend", "settings.weekend", weekdays},
    {"holidays", "settings.holidays", digit_lines, false, "settings.holidays_help"},
    {"shifts", "settings.shifts", digit_lines, false, "settings.shifts_help"},
    {"clocks.first_reply_minutes", "settings.first_reply_minutes", number, false, "settings.first_reply_help"},
    {"clocks.warn_days", "settings.warn_days", number},
    {"clocks.legal_warn_days", "settings.legal_warn_days", number},
    {"consultation.own_days", "settings.own_days", number, false, "settings.own_days_help"},
    {"consultation.higher_authority_days", "settings.higher_authority_days", number},
    {"consultation.first_day_counts", "settings.first_day_counts", yes_no},
    {"consultation.may_end_on_holiday", "settings.may_end_on_holiday", yes_no},
};

constexpr SettingField kOffice[] = {
    {"office.approved_kinds", "settings.approved_kinds", kinds, false, "settings.approved_kinds_help"},
    {"office.yellow_percent", "settings.yellow_percent", number, true, "settings.yellow_percent_help"},
    {"office.red_percent", "settings.red_percent", number, true, "settings.red_percent_help"},
    {"office.tags", "settings.tags", lines, false, "settings.tags_help"},
};

constexpr Section kSections[] = {
    {"units", "settings.units", "settings.units_note", "units", "name", true, false, kUnit},
    {"categories", "settings.categories", "settings.categories_note", "categories", "name", true, false, kCategory},
    {"kinds", "settings.forms", "settings.forms_note", "kinds", "name", false, false, kKind},
    {"rules", "settings.rules", "settings.rules_note", "rules", "name", true, true, kRule},
    {"calendar", "settings.calendar", "settings.calendar_note", "", "", false, false, kCalendar},
    {"office", "settings.office", "settings.office_note", "", "", false, false, kOffice},
    {"texts", "settings.texts", "settings.texts_note", "", "", false, false, kTexts},
    {"answers", "settings.answers", "settings.answers_note", "canned_answers", "title", true, true, kCanned},
    {"faq", "settings.faq", "settings.faq_note", "faq", "question", true, true, kFaq},
    {"channels", "settings.channels", "settings.channels_note", "channels", "name", false, false, kChannel},
    {"promises", "settings.promises", "settings.promises_note", "promises", "title", false, true, kPromise},
};

constexpr std::string_view kFormPrefix = "form-";
constexpr Section kFormSection = {
    "form", "settings.form_fields", "settings.form_fields_note", "fields", "label", true, true, kFormField};

}  // namespace

std::span<const Section> setting_sections() {
  return kSections;
}

const Section* setting_section(std::string_view id) {
  if (!form_of_section(id).empty()) return &kFormSection;
  const auto* at = std::find_if(std::begin(kSections), std::end(kSections),
                                [&](const Section& section) { return section.id == id; });
  return at != std::end(kSections) ? at : nullptr;
}

std::string_view form_of_section(std::string_view id) {
  return id.starts_with(kFormPrefix) ? id.substr(kFormPrefix.size()) : std::string_view();
}

}  // namespace hamandish
