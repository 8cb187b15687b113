// The words of the staff's program, besides those of citizens'.
#include <array>

#include "shared/messages/messages_list.h"

namespace hamandish {

std::span<const std::span<const Message>* const> further_tables() {
  static const std::array kTables = {&kFaGallery, &kFaStaff};
  return kTables;
}

}  // namespace hamandish
