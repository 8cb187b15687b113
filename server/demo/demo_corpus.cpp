#include "server/demo/demo_corpus.h"

#include <algorithm>
#include <array>

#include "shared/json/json.h"
#include "shared/json/reader.h"

namespace hamandish::server {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kPlaceId = "{c}";
// Filled by demo_text.cpp.
constexpr std::array<std::string_view, 13> kMadeUp = {"done",   "place", "spot",  "unit", "date",  "later", "number",
                                                      "amount", "count", "small", "area", "years", "year"};

DemoTopic read_topic(Reader& reader) {
  DemoTopic topic;
  topic.kind = reader.word<CaseKind>("kind", case_kind_from);
  topic.category = reader.text("category");
  topic.subject = reader.text("subject");
  topic.body = reader.text("body");
  topic.reply = reader.text("reply");
  topic.refer_to = reader.text_or("refer_to", "");
  topic.refer_why = reader.text_or("refer_why", "");
  reader.refuse_unknown();
  return topic;
}

DemoPlace read_place(Reader& reader) {
  return {reader.text("id"), reader.text("name"), reader.texts("spots")};
}

DemoReferral read_referral(Reader& reader) {
  return {reader.text("unit"), reader.text("why")};
}

DemoSlot read_slot(Reader& reader) {
  return {reader.text("name"), reader.texts("values")};
}

DemoAccount read_account(Reader& reader) {
  return {reader.text("username"), reader.text("name"), reader.word<Role>("role", role_from), reader.text("unit_id")};
}

// The lists of plain texts, by their names in the file.
struct TextList {
  std::string_view name;
  Texts DemoCorpus::*list;
};
constexpr std::array kTextLists = {
    TextList{"first_names", &DemoCorpus::first_names},
    TextList{"last_names", &DemoCorpus::last_names},
    TextList{"openings", &DemoCorpus::openings},
    TextList{"closings", &DemoCorpus::closings},
    TextList{"additions", &DemoCorpus::additions},
    TextList{"emoji", &DemoCorpus::emoji},
    TextList{"reply_openings", &DemoCorpus::reply_openings},
    TextList{"second_replies", &DemoCorpus::second_replies},
    TextList{"reply_closings", &DemoCorpus::reply_closings},
    TextList{"notes", &DemoCorpus::notes},
    TextList{"asks", &DemoCorpus::asks},
    TextList{"supplies", &DemoCorpus::supplies},
    TextList{"objections", &DemoCorpus::objections},
    TextList{"rejections", &DemoCorpus::rejections},
    TextList{"extensions", &DemoCorpus::extensions},
};

// Gathers what does not hold in a corpus as a whole.
class Checker {
 public:
  Checker(const DemoCorpus& corpus, const Profile& profile, std::vector<FieldError>& errors)
      : corpus_(corpus), profile_(profile), errors_(errors) {}

  void check() {
    if (corpus_.topics.empty()) refuse("topics", "json.missing");
    if (corpus_.places.empty()) refuse("places", "json.missing");
    // Two, so that there is always another unit than the one that holds the case.
    if (corpus_.referrals.size() < 2) refuse("referrals", "json.missing");
    if (corpus_.accounts.empty()) refuse("accounts", "json.missing");
    for (const DemoPlace& place : corpus_.places) {
      if (place.spots.empty()) refuse("places." + place.id, "json.missing");
    }
    for (const DemoSlot& slot : corpus_.slots) {
      if (slot.values.empty()) refuse("slots." + slot.name, "json.missing");
    }
    for (const DemoAccount& account : corpus_.accounts) check_unit("accounts." + account.username, account.unit_id);
    for (const DemoReferral& referral : corpus_.referrals) {
      check_slots("referrals", referral.why);
      for (const DemoPlace& at : corpus_.places) check_unit("referrals", id_at(referral.unit, at));
    }
    for (const DemoTopic& topic : corpus_.topics) check_topic(topic);
    for (const TextList& list : kTextLists) {
      if ((corpus_.*list.list).empty()) refuse(std::string(list.name), "json.missing");
      for (const std::string& text : corpus_.*list.list) check_slots(std::string(list.name), text);
    }
  }

 private:
  void refuse(std::string place, std::string_view key) { errors_.push_back({std::move(place), std::string(key), {}}); }

  void check_unit(const std::string& place, std::string_view unit_id) {
    if (profile_.unit(unit_id) == nullptr) refuse(place, "profile.unknown_unit");
  }

  void check_slots(const std::string& place, std::string_view text) {
    for (const std::string& name : slot_names(text)) {
      const bool slot = std::any_of(corpus_.slots.begin(), corpus_.slots.end(),
                                    [&](const DemoSlot& candidate) { return candidate.name == name; });
      const bool made_up = std::find(kMadeUp.begin(), kMadeUp.end(), name) != kMadeUp.end();
      if (!slot && !made_up) refuse(std::string(place).append(" {").append(name).append("}"), "json.unknown_value");
    }
  }

  void check_topic(const DemoTopic& topic) {
    const std::string place = "topics «" + topic.subject + "»";
    for (const std::string* text : {&topic.subject, &topic.body, &topic.reply, &topic.refer_why}) {
      check_slots(place, *text);
    }
    for (const DemoPlace& at : corpus_.places) {
      if (!topic.refer_to.empty()) check_unit(place, id_at(topic.refer_to, at));
      if (!topic.category.empty()) check_category(place, topic.kind, id_at(topic.category, at));
    }
  }

  void check_category(const std::string& place, CaseKind kind, std::string_view id) {
    const Category* category = profile_.category(id);
    const bool offered =
        category != nullptr && std::find(category->kinds.begin(), category->kinds.end(), kind) != category->kinds.end();
    if (!offered) refuse(place + " " + std::string(id), "json.unknown_value");
  }

  const DemoCorpus& corpus_;
  const Profile& profile_;
  std::vector<FieldError>& errors_;
};

}  // namespace

std::string id_at(std::string_view id, const DemoPlace& place) {
  std::string result(id);
  const std::size_t at = result.find(kPlaceId);
  if (at != std::string::npos) result.replace(at, kPlaceId.size(), place.id);
  return result;
}

std::vector<std::string> slot_names(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    names.emplace_back(text.substr(open + 1, close - open - 1));
  }
  return names;
}

Result<DemoCorpus> read_demo_corpus(std::string_view json, const Profile& profile) {
  const Result<Json> parsed = parse_json(json);
  if (!parsed) return parsed.error();
  std::vector<FieldError> errors;
  Reader reader(*parsed, errors);
  DemoCorpus corpus;
  corpus.topics = reader.list<DemoTopic>("topics", read_topic);
  corpus.places = reader.list<DemoPlace>("places", read_place);
  corpus.slots = reader.list<DemoSlot>("slots", read_slot);
  corpus.referrals = reader.list<DemoReferral>("referrals", read_referral);
  corpus.accounts = reader.list<DemoAccount>("accounts", read_account);
  for (const TextList& list : kTextLists) corpus.*list.list = reader.texts(list.name);
  reader.refuse_unknown();
  if (errors.empty()) Checker(corpus, profile, errors).check();
  if (!errors.empty()) return invalid(std::move(errors));
  return corpus;
}

}  // namespace hamandish::server
