// The organisation, as data: one file assets/profiles/<name>.json, read at start, sent to clients by GET
// /api/v1/profile. Everything that differs between two organisations stands there and not in code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/calendar/working_days.h"
#include "shared/cases/kinds.h"
#include "shared/consultations/window.h"
#include "shared/directory/office_rules.h"
#include "shared/forms/field.h"

namespace hamandish {

struct Unit {
  std::string id;  // ASCII, stable
  std::string name;
  std::string parent_id;  // empty: directly under the head
  std::string manager;    // post, not a person: «مدیر امور اراضی»
  std::string duties;     // one or two sentences for the directory
  std::string phone;      // national form, ASCII digits: 05632223344
  std::string email;
  bool operator==(const Unit&) const = default;
};

struct Category {
  std::string id;
  std::string name;
  std::string unit_id;          // the unit that a new case of this category is routed to
  std::vector<CaseKind> kinds;  // the kinds of message it is offered for
  bool operator==(const Category&) const = default;
};

// One kind of message with its form.
struct KindForm {
  CaseKind kind = CaseKind::complaint;
  std::string name;         // «شکایت»
  std::string link_text;    // «ثبت شکایت»
  std::string explanation;  // one sentence: what it is for
  bool anonymous_allowed = false;
  std::string anonymous_warning;         // what is lost without a name
  int working_days = 15;                 // time to answer, working days after the day of registration
  std::string default_unit_id;           // when the category does not decide
  std::vector<Field> fields;             // in the order of the form
  std::vector<PersonKind> person_kinds;  // who may write; empty: natural persons only
  bool closed = false;                   // takes no messages over the web for now
  std::string closed_text;               // why, and what to do instead; may be empty
  bool operator==(const KindForm&) const = default;
};

// A way in. Where the web is closed, the pages name the others.
struct Channel {
  std::string id;  // web, phone, sms, email, visit, letter
  std::string name;
  std::string address;  // number, e-mail or place, as people read it
  bool open = true;
  std::string closed_text;
  bool operator==(const Channel&) const = default;
};

// A question that many have, offered while a subject is being typed (shared/directory/likely_answers.h).
struct FaqEntry {
  std::string id;
  std::string question;
  std::string answer;
  std::string words;        // further words under which it is found
  std::string category_id;  // may be empty
  bool operator==(const FaqEntry&) const = default;
};

struct Promise {
  std::string id;
  std::string title;
  std::string text;
  std::string target;  // address of the page that keeps it
  bool operator==(const Promise&) const = default;
};

// Where a new case goes. The first rule of the list that fits decides; an empty list of a rule fits everything.
struct RoutingRule {
  std::string id;
  std::string name;  // for the people who keep the rules
  bool enabled = true;
  std::vector<CaseKind> kinds;
  std::vector<std::string> categories;  // ids
  std::vector<std::string> places;      // as in the answer «place», or in the text of forms without it
  std::vector<std::string> words;       // any of them at the beginning of a word; compared as a search compares
  std::string unit_id;
  bool operator==(const RoutingRule&) const = default;
};

// A ready-made answer for staff. Text may hold {placeholders}.
struct CannedAnswer {
  std::string id;
  std::string title;
  std::string text;
  std::vector<CaseKind> kinds;    // empty: every kind
  std::vector<CaseState> states;  // empty: every state
  bool operator==(const CannedAnswer&) const = default;
};

// The clocks of a case beside its form's working days.
struct ClockRules {
  int first_reply_minutes = 0;  // working time until the first answer or question; 0: no such promise
  int warn_days = 2;            // working days before the deadline at which the manager is told
  int legal_warn_days = 10;     // calendar days before the law's cap at which the head's office is told
  bool operator==(const ClockRules&) const = default;
};

struct Profile {
  std::string id;    // khorasan-agri
  std::string name;  // «سازمان جهاد کشاورزی خراسان جنوبی»
  std::string short_name;
  std::string head_title;  // «رئیس سازمان» or «مدیرعامل»
  std::string address;
  std::string phone;
  std::string email;
  std::string complaints_phone;
  std::string sms_number;
  std::string working_hours;
  std::string accent;         // organisation's colour, #rrggbb
  std::vector<int> weekend;   // 0 = شنبه ... 6 = جمعه
  std::vector<Day> holidays;  // ascending
  std::vector<Unit> units;
  std::vector<Category> categories;
  std::vector<KindForm> kinds;
  std::vector<Channel> channels;
  std::vector<FaqEntry> faq;
  std::vector<Promise> promises;
  std::string privacy_notice;
  // When the units or the addresses of the organisation were changed last; zero: unknown. Not a part of the settings:
  // server/service/organisation.h knows it.
  Instant directory_changed;
  // For staff alone: not in what write_public_profile gives.
  std::vector<Shift> shifts;  // of a working day, at most two
  ClockRules clocks;
  WindowRule consultation;  // how long a draft regulation stays open
  std::vector<RoutingRule> rules;
  std::vector<CannedAnswer> canned_answers;
  OfficeRules office;

  // nullptr if there is none with that id.
  const Unit* unit(std::string_view id) const;
  const Category* category(std::string_view id) const;
  const KindForm* kind(CaseKind kind) const;
  const Channel* channel(std::string_view id) const;
  // False while the channel «web» or this kind is closed.
  bool takes_from_web(const KindForm& form) const;
  bool operator==(const Profile&) const = default;
};

// The field of a form that takes the code of an earlier case; nullptr if it has none.
const Field* earlier_code_field(const KindForm& form);
// The fields that a person must see and that check_answers takes: those of the form for this kind of person, before them
// «person_kind» where there is a choice; or, without a name, all but those of the person (is_person_field).
std::vector<Field> fields_to_fill(const KindForm& form, bool anonymous, PersonKind person = PersonKind::natural);
// person_kind first_name last_name national_id legal_id company_name representative_post foreign_id mobile email address
// postal_code city: what says who writes. Never kept of a message without a name.
bool is_person_field(std::string_view field_id);
// What the answers say of it; natural where they say nothing or nothing that the form offers.
PersonKind person_kind_of(const KindForm& form, const Answers& answers);

// Reads a profile. The choices of the fields named «category» are the categories offered for that kind. Invalid, with
// the place in `detail`, if a member is missing, of the wrong type, or names a unit that does not exist.
Result<Profile> read_profile(std::string_view json);
// Of what write_public_profile gives; the staff part stays empty.
Result<Profile> read_public_profile(std::string_view json);
// The same, as sent to clients; read_profile(write_profile(p)) equals p. Holidays
// are written as Jalali dates, «1405/01/01».
std::string write_profile(const Profile& profile);
// Without what only staff may know: rules, canned answers, clocks. What citizens' clients get.
std::string write_public_profile(const Profile& profile);

}  // namespace hamandish
