#include "web/platform/baseline.h"

extern "C" float hm_baseline(float size, float line_height);  // web/platform/js/baseline.js

namespace hamandish::platform {

float browser_baseline(float size, float line_height) {
  return hm_baseline(size, line_height);
}

}  // namespace hamandish::platform
