#include "web/platform/baseline.h"

namespace hamandish::platform {

float browser_baseline(float, float) {
  return -1;
}

}  // namespace hamandish::platform
