// The one file that knows left from right. Everywhere else there is a start (where reading begins: right, in Persian)
// and an end; distances are counted from the start edge of an area and turned into x here.
#pragma once

#include "web/ui/ui.h"

namespace hamandish::web {

// Where something may stand: the left edge, the top and the width, CSS pixels. The height is what comes out.
struct Area {
  float x = 0;
  float y = 0;
  float width = 0;
};

class Flow {
 public:
  explicit Flow(bool right_to_left) : right_to_left_(right_to_left) {}

  [[nodiscard]] bool right_to_left() const { return right_to_left_; }

  // x of something of this width that begins `offset` after the area's start edge.
  [[nodiscard]] float x(const Area& area, float offset, float width) const {
    return right_to_left_ ? area.x + area.width - offset - width : area.x + offset;
  }
  // The area without `start` at its start and `end` at its end.
  [[nodiscard]] Area inset(const Area& area, float start, float end) const {
    const float width = area.width - start - end;
    return {x(area, start, width), area.y, width};
  }
  // The part of this width that begins `offset` after the start.
  [[nodiscard]] Area part(const Area& area, float offset, float width) const {
    return {x(area, offset, width), area.y, width};
  }
  // A rectangle's strip along its start edge (the bar of a notice), and along its end edge.
  [[nodiscard]] Rect start_strip(const Rect& rect, float width) const {
    return {x({rect.x, rect.y, rect.width}, 0, width), rect.y, width, rect.height};
  }
  [[nodiscard]] Rect end_strip(const Rect& rect, float width) const {
    return {x({rect.x, rect.y, rect.width}, rect.width - width, width), rect.y, width, rect.height};
  }

 private:
  bool right_to_left_;
};

}  // namespace hamandish::web
