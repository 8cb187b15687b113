// How loud a recording is along its time, for a picture of it beside the player.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hamandish::server {

inline constexpr std::size_t kPeaks = 180;

struct Waveform {
  std::string peaks;         // kPeaks letters, 'A' silence to 'Z' loudest of this recording; empty: unknown
  std::int64_t seconds = 0;  // rounded
};
// Of signed 16 bit samples, one channel, little endian.
Waveform waveform_of(std::string_view samples, std::int64_t rate);
// As SVG, to be stretched to any size.
std::string waveform_svg(std::string_view peaks);

}  // namespace hamandish::server
