// The queues of the inbox and the orders in which they can be read.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace hamandish {

enum class Queue {
  unit,        // what the unit still owes
  mine,        // given to me
  unassigned,  // of the unit, with nobody
  today,       // of the unit, due today
  overdue,
  waiting,     // for the citizen
  objections,  // the citizen did not accept the answer
  consulted,   // other units' cases on which this unit was asked
  drafts,      // answers that wait for approval
  all,         // with what is finished
};
inline constexpr std::array kQueues = {Queue::unit,    Queue::mine,    Queue::unassigned, Queue::today,
                                       Queue::overdue, Queue::waiting, Queue::objections, Queue::consulted,
                                       Queue::drafts,  Queue::all};

// By deadline: the nearest first. By priority: urgent first, each by deadline.
enum class InboxSort { newest, oldest, deadline, priority };
inline constexpr std::array kInboxSorts = {InboxSort::newest, InboxSort::oldest, InboxSort::deadline,
                                           InboxSort::priority};

std::string_view wire_name(Queue queue);
std::string_view wire_name(InboxSort sort);
std::optional<Queue> queue_from(std::string_view wire_name);
std::optional<InboxSort> inbox_sort_from(std::string_view wire_name);

std::string_view message_key(Queue queue);     // «در انتظار شهروند»
std::string_view message_key(InboxSort sort);  // «تازه‌ترین»

}  // namespace hamandish
