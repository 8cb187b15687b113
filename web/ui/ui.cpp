#include "web/ui/ui.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "web/platform/fallback.h"
#include "web/platform/gl.h"
#include "web/text/font.h"
#include "web/text/glyph_atlas.h"
#include "web/text/layout_cache.h"
#include "web/ui/composer.h"
#include "web/ui/imgui_frame.h"
#include "web/ui/painter.h"
#include "web/ui/widgets/widgets.h"

namespace hamandish::web {
namespace {

constexpr float blur = 8;  // CSS pixels by which a piece may be painted outside its rect (rings, descenders)

// Which pieces touch a strip of the page, found without looking at all of them: tops and bottoms are not in order
// (columns, cards), but the largest bottom so far and the smallest top from here on are.
class Index {
 public:
  void build(const std::vector<Piece>& pieces) {
    lowest_.resize(pieces.size());
    highest_.resize(pieces.size());
    float lowest = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      lowest = std::max(lowest, pieces[i].rect.y + pieces[i].rect.height);
      lowest_[i] = lowest;
    }
    float highest = 1e9F;
    for (std::size_t i = pieces.size(); i-- > 0;) {
      highest = std::min(highest, pieces[i].rect.y);
      highest_[i] = highest;
    }
  }
  [[nodiscard]] std::size_t first(float top) const {
    return static_cast<std::size_t>(std::lower_bound(lowest_.begin(), lowest_.end(), top) - lowest_.begin());
  }
  [[nodiscard]] std::size_t end(float bottom) const {
    return static_cast<std::size_t>(std::upper_bound(highest_.begin(), highest_.end(), bottom) - highest_.begin());
  }

 private:
  std::vector<float> lowest_;
  std::vector<float> highest_;
};

}  // namespace

struct Ui::Impl {
  std::unique_ptr<text::Font> font;
  std::unique_ptr<text::Fallback> fallback = platform::make_fallback();
  std::unique_ptr<text::LayoutCache> texts;
  std::unique_ptr<text::GlyphAtlas> atlas;
  std::unique_ptr<Baselines> baselines;
  ImGuiFrame imgui;

  Theme theme;
  Palette colours = palette({});
  const view::Node* page = nullptr;
  float width = 0;
  float height = 0;
  float least_height = 0;
  float dialog_top = 0;
  float text_scale = 1;
  Known known;
  LiveState state;
  std::vector<Piece> pieces;
  std::vector<Placement> placements;
  std::vector<RowPlaces> row_places;
  std::map<std::string, Rect, std::less<>> rings;
  Index index;
  std::uint8_t top_layer = 0;
  bool stale_layout = true;
  bool stale_picture = true;

  void lay_out();
  bool paint_once(float scroll_y, float viewport_h, float dpr);
  void paint_pieces(Painter& painter, float top, float bottom, float dpr);
  void paint_focus(Painter& painter) const;

  // A setter: changes the value, and notes that the picture is old only if it is another one.
  template <typename Value, typename Given>
  void set(Value& value, const Given& given) {
    if (value == given) return;
    value = given;
    stale_picture = true;
  }
};

Ui::Ui() : impl_(std::make_unique<Impl>()) {}
Ui::~Ui() = default;

bool Ui::set_font(std::span<const std::uint8_t> ttf) {
  auto font = text::Font::open(ttf);
  if (!font) return false;
  impl_->texts = std::make_unique<text::LayoutCache>(*font, *impl_->fallback);
  impl_->atlas = std::make_unique<text::GlyphAtlas>(*font);
  impl_->baselines = std::make_unique<Baselines>(*font);
  impl_->pieces.clear();
  impl_->font = std::move(font);
  impl_->stale_layout = impl_->stale_picture = true;
  return true;
}

void Ui::set_theme(Theme theme) {
  if (theme == impl_->theme) return;
  impl_->theme = theme;
  impl_->colours = palette(theme);
  impl_->stale_picture = true;
}

void Ui::set_text_scale(float scale) {
  if (scale == impl_->text_scale) return;
  impl_->text_scale = scale;
  impl_->stale_layout = impl_->stale_picture = true;
}

void Ui::set_view(const view::Node* page) {
  impl_->page = page;
  // Pieces point into the old view: they must not be painted any more.
  impl_->pieces.clear();
  impl_->placements.clear();
  impl_->row_places.clear();
  impl_->index.build(impl_->pieces);
  impl_->stale_layout = impl_->stale_picture = true;
}

void Ui::set_width(float css_px) {
  if (css_px == impl_->width) return;
  impl_->width = css_px;
  impl_->stale_layout = impl_->stale_picture = true;
}

void Ui::set_least_height(float css_px) {
  if (css_px == impl_->least_height) return;
  impl_->least_height = css_px;
  impl_->stale_layout = impl_->stale_picture = true;
}

void Ui::layout() {
  if (!impl_->stale_layout) return;
  impl_->stale_layout = false;
  impl_->lay_out();
}

void Ui::Impl::lay_out() {
  pieces.clear();
  placements.clear();
  row_places.clear();
  height = 0;
  if (texts && page != nullptr && width > 0) {
    texts->next_generation();
    Composer composer(*texts, known, text_scale, width, least_height);
    height = composer.block(*page, {0, 0, width});
    if (composer.dialog != nullptr) height = arrange_dialog(composer, dialog_top, height);
    top_layer = composer.layer;
    pieces = std::move(composer.pieces);
    placements = std::move(composer.placements);
    row_places = std::move(composer.row_places);
    rings = std::move(composer.rings);
  }
  index.build(pieces);
  stale_picture = true;
}

float Ui::document_height() const {
  return impl_->height;
}

const std::vector<Placement>& Ui::placements() const {
  return impl_->placements;
}

const std::vector<RowPlaces>& Ui::row_places() const {
  return impl_->row_places;
}

void Ui::set_hover(std::string_view id) {
  impl_->set(impl_->state.hover, id);
}

void Ui::set_focus(std::string_view id, bool visible_ring, bool is_input) {
  impl_->set(impl_->state.focus, id);
  impl_->set(impl_->state.focus_ring, visible_ring);
  impl_->set(impl_->state.focus_is_input, is_input);
}

void Ui::set_value(std::string_view field_id, std::string_view text) {
  impl_->state.values[std::string(field_id)] = text;
  // Where somebody types the browser shows the text; it is painted when the focus leaves the field.
  if (!impl_->state.focus_is_input || impl_->state.focus != field_id) impl_->stale_picture = true;
}

void Ui::set_checked(std::string_view field_id, bool checked) {
  impl_->state.checked[std::string(field_id)] = checked;
  impl_->stale_picture = true;
}

void Ui::clear_values() {
  impl_->state.values.clear();
  impl_->state.checked.clear();
  impl_->known.heights.clear();
  impl_->stale_layout = impl_->stale_picture = true;
}

void Ui::set_field_height(std::string_view field_id, float height) {
  float& known = impl_->known.heights[std::string(field_id)];
  if (known == height) return;
  known = height;
  impl_->stale_layout = impl_->stale_picture = true;
}

void Ui::set_open(std::string_view ids) {
  std::set<std::string, std::less<>> open;
  while (!ids.empty()) {
    const std::size_t end = std::min(ids.find('\n'), ids.size());
    open.emplace(ids.substr(0, end));
    ids.remove_prefix(std::min(end + 1, ids.size()));
  }
  if (impl_->known.open == open) return;
  impl_->known.open = std::move(open);
  impl_->stale_layout = impl_->stale_picture = true;
}

void Ui::set_dialog_top(float css_px) {
  impl_->set(impl_->dialog_top, css_px);
  impl_->stale_layout = true;
}

void Ui::set_selection(std::span<const Rect> rects) {
  impl_->set(impl_->state.selection, std::vector<Rect>(rects.begin(), rects.end()));
}

bool Ui::needs_paint() const {
  return impl_->stale_picture;
}

void Ui::paint(float scroll_y, float viewport_h, float dpr) {
  layout();
  if (!impl_->font || !platform::gl_ready() || impl_->width <= 0 || viewport_h <= 0 || dpr <= 0) return;
  impl_->stale_picture = false;
  // A full atlas is emptied, and if this page alone overfills it, made larger.
  for (int attempt = 0; attempt < 4; ++attempt) {
    if (impl_->paint_once(scroll_y, viewport_h, dpr)) return;
    impl_->atlas->clear(attempt > 0);
  }
}

void Ui::context_restored() {
  if (impl_->atlas) impl_->atlas->context_lost();
  impl_->stale_picture = true;
}

std::uint64_t Ui::shape_calls() const {
  return impl_->texts ? impl_->texts->shape_calls() : 0;
}

void Ui::Impl::paint_pieces(Painter& painter, float top, float bottom, float dpr) {
  const std::size_t end = index.end(bottom + blur);
  std::uint32_t item = 0;
  for (std::size_t i = index.first(top - blur); i < end; ++i) {
    const Rect& r = pieces[i].rect;
    const float y = r.y - top;
    ++item;
    if (!imgui.item(item, r.x * dpr, (y - blur) * dpr, (r.x + r.width) * dpr, (y + r.height + blur) * dpr)) continue;
    painter.piece(pieces[i]);
  }
}

void Ui::Impl::paint_focus(Painter& painter) const {
  if (!state.focus_ring || state.focus.empty()) return;
  // The page's heading has the focus after a change of page, for screen readers; there is nothing to operate.
  const auto is_heading = [this](const Piece& piece) {
    return piece.node->id == state.focus && piece.node->kind == view::Kind::heading;
  };
  if (std::any_of(pieces.begin(), pieces.end(), is_heading)) return;
  if (const auto found = rings.find(state.focus); found != rings.end()) {
    painter.focus_ring(found->second);
    return;
  }
  for (const Placement& placement : placements) {
    if (placement.element_id != state.focus) continue;
    painter.focus_ring({placement.x, placement.y, placement.width, placement.height});
    return;
  }
}

bool Ui::Impl::paint_once(float scroll_y, float viewport_h, float dpr) {
  const int device_width = static_cast<int>(std::lround(width * dpr));
  const int device_height = static_cast<int>(std::lround(viewport_h * dpr));
  ImDrawList& list = imgui.begin(device_width, device_height, atlas->coverage().size());
  Painter painter(list, {*baselines, *atlas, *texts, *fallback, colours, state, text_scale, scroll_y, dpr});
  paint_pieces(painter, scroll_y, scroll_y + viewport_h, dpr);
  painter.set_layer(top_layer);
  painter.selection();
  painter.set_layer(1);  // an open menu lies there too
  paint_focus(painter);
  if (painter.overflowed()) {
    imgui.abandon();
    return false;
  }
  imgui.end(*atlas, device_width, device_height, colours.background);
  return true;
}

}  // namespace hamandish::web
