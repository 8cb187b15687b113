// The inbox: queues read from a cursor on. Each queue is one or a few ranges of an index (migration 0020), so that a
// page costs the same at case 10 and at case 1,000,000. What a filter asks is looked up in the index entry; a page looks
// at no more than kExamineCap entries and then comes out short, with a cursor to go on from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/store/cases_store.h"
#include "server/store/database.h"
#include "server/store/rows.h"
#include "shared/cases/queues.h"

namespace hamandish::server {

inline constexpr std::int64_t kExamineCap = 20000;

// Where a page ended, in the order of its sort.
struct InboxKey {
  Priority priority = Priority::normal;
  Day due_on;
  std::int64_t id = 0;
};

// Empty or absent: no restriction.
struct InboxFilter {
  Queue queue = Queue::all;
  InboxSort sort = InboxSort::newest;
  std::vector<std::string> units;  // of which cases are shown
  bool any_unit = false;           // `units` are all there are: nothing is to be restricted
  std::int64_t user_id = 0;        // Queue::mine
  Day today;
  std::string words;
  std::string tag;
  std::optional<CaseKind> kind;
  std::optional<CaseState> state;
  std::string category_id;
  std::optional<Priority> priority;
  std::int64_t first_id = 0;  // registered not before
  std::int64_t last_id = 0;   // and before; 0: no end
  std::optional<InboxKey> after;
  std::int64_t limit = 50;
};

// Whether the order by deadline or priority can be had: only open cases have it, and words and tags are read by age.
bool reads_by_deadline(const InboxFilter& filter);

struct InboxList {
  std::vector<CaseSummary> cases;
  std::optional<InboxKey> next;  // nothing: this was the last page
};
Result<InboxList> list_inbox(Reader& reader, const InboxFilter& filter);

// How many there are, up to `cap`. `exact` is false if there may be more.
struct InboxCount {
  std::int64_t count = 0;
  bool exact = true;
};
Result<InboxCount> count_inbox(Reader& reader, const InboxFilter& filter, std::int64_t cap);

}  // namespace hamandish::server
