#include "shared/cases/queues.h"

#include <cstddef>

namespace hamandish {
namespace {

struct Words {
  std::string_view name;
  std::string_view key;
};

// In the order of kQueues.
constexpr Words kQueueWords[] = {
    {"unit", "queue.unit"},
    {"mine", "queue.mine"},
    {"unassigned", "queue.unassigned"},
    {"today", "queue.today"},
    {"overdue", "queue.overdue"},
    {"waiting", "queue.waiting"},
    {"objections", "queue.objections"},
    {"consulted", "queue.consulted"},
    {"drafts", "queue.drafts"},
    {"all", "queue.all"},
};
static_assert(std::size(kQueueWords) == kQueues.size());

// In the order of kInboxSorts.
constexpr Words kSortWords[] = {
    {"newest", "sort.newest"},
    {"oldest", "sort.oldest"},
    {"deadline", "sort.deadline"},
    {"priority", "sort.priority"},
};
static_assert(std::size(kSortWords) == kInboxSorts.size());

template <class Enum, std::size_t n>
std::optional<Enum> from_name(const Words (&words)[n], std::string_view name) {
  for (std::size_t i = 0; i < n; ++i) {
    if (words[i].name == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view wire_name(Queue queue) {
  return kQueueWords[static_cast<std::size_t>(queue)].name;
}
std::string_view wire_name(InboxSort sort) {
  return kSortWords[static_cast<std::size_t>(sort)].name;
}
std::optional<Queue> queue_from(std::string_view wire_name) {
  return from_name<Queue>(kQueueWords, wire_name);
}
std::optional<InboxSort> inbox_sort_from(std::string_view wire_name) {
  return from_name<InboxSort>(kSortWords, wire_name);
}
std::string_view message_key(Queue queue) {
  return kQueueWords[static_cast<std::size_t>(queue)].key;
}
std::string_view message_key(InboxSort sort) {
  return kSortWords[static_cast<std::size_t>(sort)].key;
}

}  // namespace hamandish
