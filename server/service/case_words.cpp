#include "server/service/case_words.h"

#include "server/service/cases_parts.h"
#include "server/store/case_words_store.h"
#include "server/store/cases_store.h"
#include "server/store/events_store.h"
#include "shared/text/search_key.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMostBytes = 512UL * 1024;  // who writes more is found by the first of it

// The index takes words out only as they went in, so both sides are written down.
struct Words {
  std::string own;
  std::string further;
  std::string all() const { return further.empty() ? own : own + ' ' + further; }
};

Result<void> replace(Transaction& transaction, std::int64_t case_id, const Words& before, const Words& after) {
  Result<void> done = transaction.forget_words(case_id, before.all());
  if (done) done = transaction.index_case(case_id, after.all());
  if (!done) return done;
  return set_further_words(transaction, case_id, after.further);
}

}  // namespace

Result<void> add_case_words(Transaction& transaction, std::int64_t case_id, std::string_view text) {
  const Result<std::optional<CaseRow>> row = case_by_id(transaction, case_id);
  if (!row) return row.error();
  const Result<std::string> further = further_words(transaction, case_id);
  if (!further) return further.error();
  const std::string words = text::index_key(text);
  if (!*row || words.empty() || further->size() + words.size() > kMostBytes) return {};
  const std::string own = words_of(**row);
  return replace(transaction, case_id, {own, *further}, {own, further->empty() ? words : *further + ' ' + words});
}

Result<void> renew_case_words(Transaction& transaction, const CaseRow& before, const CaseRow& after) {
  const Result<std::string> further = further_words(transaction, before.id);
  if (!further) return further.error();
  std::string left;
  if (!further->empty()) {
    const Result<std::vector<EventRow>> events = events_of(transaction, before.id);
    if (!events) return events.error();
    for (const EventRow& event : *events) {
      if (event.kind != EventKind::supplied) continue;
      const std::string words = text::index_key(event.text);
      if (words.empty() || left.size() + words.size() > kMostBytes) continue;
      if (!left.empty()) left += ' ';
      left += words;
    }
  }
  return replace(transaction, before.id, {words_of(before), *further}, {words_of(after), left});
}

}  // namespace hamandish::server
