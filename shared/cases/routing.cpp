#include "shared/cases/routing.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/text/search_key.h"

namespace hamandish {
namespace {

// Every spelling of every word, with a space before each, so that a rule's word is found at the beginning of words only.
struct Haystack {
  std::string words;

  explicit Haystack(std::string_view text) : words(" " + text::index_key(text)) {}

  bool has(std::string_view word) const {
    const std::string apart = text::search_key(word);
    if (apart.empty()) return false;
    const std::string joined = text::joined_key(word);
    return words.find(" " + apart) != std::string::npos || words.find(" " + joined) != std::string::npos;
  }
};

template <class Value, class Wanted>
bool fits_list(const std::vector<Value>& list, const Wanted& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

// Any of the words, which is left in `found`; an empty list fits.
bool fits_words(const std::vector<std::string>& words, const Haystack& text, std::string& found) {
  if (words.empty()) return true;
  const auto at = std::find_if(words.begin(), words.end(), [&](const std::string& word) { return text.has(word); });
  if (at == words.end()) return false;
  found = *at;
  return true;
}

}  // namespace

std::string route(const Profile& profile, CaseKind kind, std::string_view category_id) {
  const Category* category = profile.category(category_id);
  const bool offered =
      category != nullptr && std::find(category->kinds.begin(), category->kinds.end(), kind) != category->kinds.end();
  if (offered) return category->unit_id;
  const KindForm* form = profile.kind(kind);
  HAMANDISH_CHECK(form != nullptr);
  return form->default_unit_id;
}

RouteDecision decide_route(const Profile& profile, const RouteQuery& query) {
  RouteDecision decision;
  if (!profile.rules.empty()) {
    const Haystack text(query.text);
    const Haystack place(query.place.empty() ? query.text : query.place);
    for (std::size_t i = 0; i < profile.rules.size(); ++i) {
      const RoutingRule& rule = profile.rules[i];
      std::string found;
      const bool fits = rule.enabled && fits_list(rule.kinds, query.kind) &&
                        fits_list(rule.categories, query.category_id) && fits_words(rule.places, place, found) &&
                        fits_words(rule.words, text, found) && profile.unit(rule.unit_id) != nullptr;
      if (fits) return {rule.unit_id, i, std::move(found), false};
    }
  }
  decision.unit_id = route(profile, query.kind, query.category_id);
  const Category* category = profile.category(query.category_id);
  decision.by_category = category != nullptr && category->unit_id == decision.unit_id;
  return decision;
}

}  // namespace hamandish
