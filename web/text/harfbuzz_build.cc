// HarfBuzz as we compile it: its own amalgamation without the shapers of scripts that our font does not have (the browser draws
// those, web/text/fallback.h), which would be a third of it. In their place stand entries that shape like Latin. Nor has it its
// own tables of Unicode: web/text/unicode_functions.h.
// Third-party code: compiled without our warnings.

#include "hb-blob.cc"
#include "hb-buffer-serialize.cc"
#include "hb-buffer-verify.cc"
#include "hb-buffer.cc"
#include "hb-common.cc"
#include "hb-face.cc"
#include "hb-fallback-shape.cc"
#include "hb-font.cc"
#include "hb-map.cc"
#include "hb-number.cc"
#include "hb-ot-face.cc"
#include "hb-ot-font.cc"
#include "hb-ot-layout.cc"
#include "hb-ot-map.cc"
#include "hb-ot-metrics.cc"
#include "hb-ot-name.cc"
#include "hb-ot-shape-fallback.cc"
#include "hb-ot-shape-normalize.cc"
#include "hb-ot-shape.cc"
#include "hb-ot-shaper-arabic.cc"
#include "hb-ot-shaper-default.cc"
#include "hb-ot-tag.cc"
#include "hb-ot-var.cc"
#include "hb-set.cc"
#include "hb-shape-plan.cc"
#include "hb-shape.cc"
#include "hb-shaper.cc"
#include "hb-static.cc"
#include "hb-unicode.cc"

namespace {

// As _hb_ot_shaper_default (hb-ot-shaper-default.cc).
constexpr hb_ot_shaper_t plain_shaper = {nullptr,
                                         nullptr,
                                         nullptr,
                                         nullptr,
                                         nullptr,
                                         nullptr,
                                         nullptr,
                                         nullptr,
                                         nullptr,
                                         nullptr,
                                         HB_TAG_NONE,
                                         HB_OT_SHAPE_NORMALIZATION_MODE_DEFAULT,
                                         HB_OT_SHAPE_ZERO_WIDTH_MARKS_BY_GDEF_LATE,
                                         true};

}  // namespace

const hb_ot_shaper_t _hb_ot_shaper_hangul = plain_shaper;
const hb_ot_shaper_t _hb_ot_shaper_hebrew = plain_shaper;
const hb_ot_shaper_t _hb_ot_shaper_indic = plain_shaper;
const hb_ot_shaper_t _hb_ot_shaper_khmer = plain_shaper;
const hb_ot_shaper_t _hb_ot_shaper_myanmar = plain_shaper;
const hb_ot_shaper_t _hb_ot_shaper_thai = plain_shaper;
const hb_ot_shaper_t _hb_ot_shaper_use = plain_shaper;
