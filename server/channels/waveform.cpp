#include "server/channels/waveform.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace hamandish::server {
namespace {

constexpr int kSteps = 25;

int sample_at(std::string_view samples, std::size_t index) {
  const unsigned low = static_cast<unsigned char>(samples[2 * index]);
  const unsigned high = static_cast<unsigned char>(samples[2 * index + 1]);
  const int value = static_cast<int>(low | (high << 8U));
  return std::abs(value > 32767 ? value - 65536 : value);
}

}  // namespace

Waveform waveform_of(std::string_view samples, std::int64_t rate) {
  Waveform made;
  const std::size_t count = samples.size() / 2;
  if (count == 0 || rate <= 0) return made;
  made.seconds = (static_cast<std::int64_t>(count) + rate / 2) / rate;
  std::vector<int> loudest(kPeaks, 0);
  for (std::size_t i = 0; i < count; ++i) {
    int& peak = loudest[i * kPeaks / count];
    peak = std::max(peak, sample_at(samples, i));
  }
  const int top = std::max(1, *std::max_element(loudest.begin(), loudest.end()));
  for (const int peak : loudest) made.peaks += static_cast<char>('A' + peak * kSteps / top);
  return made;
}

// One bar for each piece, from the middle both ways. A colour that stands out from light and dark paper alike.
std::string waveform_svg(std::string_view peaks) {
  std::string path;
  for (std::size_t i = 0; i < peaks.size(); ++i) {
    const int loud = std::clamp(peaks[i] - 'A', 0, kSteps);
    const int half = std::max(1, loud);
    path += "M" + std::to_string(2 * i + 1) + " " + std::to_string(26 - half) + "v" + std::to_string(2 * half);
  }
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " +
         std::to_string(2 * std::max<std::size_t>(1, peaks.size())) + " 52\" preserveAspectRatio=\"none\"><path d=\"" +
         path + "\" stroke=\"#5b8fa8\" stroke-width=\"1.2\"/></svg>";
}

}  // namespace hamandish::server
