// Which browser on which system, from what a browser says of itself: so that a person knows their own sessions. What it says
// may be anything; it is only shown to the account it came from.
#pragma once

#include <string>
#include <string_view>

namespace hamandish {

struct ClientName {
  std::string_view browser;  // «chrome», «firefox» ..., the end of a message's key; empty: not known
  std::string_view system;   // «android», «windows» ...
};

ClientName client_name(std::string_view user_agent);

}  // namespace hamandish
