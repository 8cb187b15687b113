// How SMS, e-mail and telephone stand: health of each line, what waits, what did not go. No word of any message.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/time.h"
#include "shared/pages/state.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

inline constexpr std::string_view kChannelsPath = "/staff/channels";

struct ChannelLine {
  std::string name;
  bool paused = false;
  std::int64_t failures = 0;
  Instant last_success;  // zero: never
  Instant last_failure;
  std::string problem;
  std::optional<std::int64_t> balance{};  // of the account, in the gateway's unit
  std::string type{};                     // word of the configuration («kannel», «imap»)
};

struct ChannelBacklog {
  std::string channel;  // message key
  std::int64_t waiting = 0;
  std::int64_t dead = 0;
  Instant oldest;
};

struct DeadMessage {
  std::int64_t id = 0;
  std::string cause;
  Instant created_at;
  std::string problem;
  std::string channel;  // message key
};

struct ChannelsState {
  std::vector<ChannelLine> lines;
  std::vector<ChannelBacklog> backlogs;
  std::vector<DeadMessage> dead;
  std::string failure;  // message key
};

view::Node channels_view(const Site& site, const ChannelsState& state);

}  // namespace hamandish::pages
