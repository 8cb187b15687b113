#include "server/reports/report_pdf.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "server/reports/pdf_fonts.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

// Points (1/72 inch).
constexpr double kWidth = 595.28;  // A4
constexpr double kHeight = 841.89;
constexpr double kMargin = 48;
constexpr double kFoot = 40;  // from the lower edge to the foot's line
constexpr double kBottom = kHeight - kMargin - 16;
constexpr double kInner = kWidth - 2 * kMargin;
constexpr double kCellPadding = 4;
constexpr double kSmallPadding = 2;  // beside the text of a table with many columns
constexpr double kNumberColumn = 62;
constexpr double kFirstLeast = 110;  // of the first column

// Where a line of a right-to-left page starts and ends.
constexpr PangoAlignment kStart = PANGO_ALIGN_RIGHT;
constexpr PangoAlignment kEnd = PANGO_ALIGN_LEFT;

cairo_status_t append_bytes(void* to, const unsigned char* bytes, unsigned int length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

struct Style {
  const char* font;
  PangoAlignment alignment = kStart;
  double grey = 0.1;
};
constexpr Style kBody{"Vazirmatn 10"};
constexpr Style kNote{"Vazirmatn 8.5", kStart, 0.4};
constexpr Style kHeading{"Vazirmatn Bold 13"};
constexpr Style kSmallHeading{"Vazirmatn Bold 10.5"};
constexpr Style kHeaderCell{"Vazirmatn Bold 8.5"};
constexpr Style kCell{"Vazirmatn 9"};
constexpr Style kNumberHeader{"Vazirmatn Bold 8.5", PANGO_ALIGN_CENTER};
constexpr Style kNumberCell{"Vazirmatn 9", PANGO_ALIGN_CENTER};
constexpr Style kTotal{"Vazirmatn Bold 9"};
constexpr Style kNumberTotal{"Vazirmatn Bold 9", PANGO_ALIGN_CENTER};
constexpr std::size_t kMany = 6;  // columns from which on cells are written smaller
constexpr Style kSmallCell{"Vazirmatn 8"};
constexpr Style kSmallNumber{"Vazirmatn 8", PANGO_ALIGN_CENTER};
constexpr Style kSmallHeader{"Vazirmatn Bold 7"};
constexpr Style kSmallNumberHeader{"Vazirmatn Bold 7", PANGO_ALIGN_CENTER};

// A place on a page; x counts from the left edge, for Cairo does.
struct Box {
  double x;
  double y;
  double width;
};

// Pages from the first to the last; `pages`: how many there will be, 0 while that is found out.
class Pages {
 public:
  Pages(PangoFontMap* fonts, std::string& out, std::string foot, int pages)
      : surface_(cairo_pdf_surface_create_for_stream(append_bytes, &out, kWidth, kHeight)),
        cairo_(cairo_create(surface_)),
        context_(pango_font_map_create_context(fonts)),
        foot_(std::move(foot)),
        pages_(pages) {
    pango_context_set_base_dir(context_, PANGO_DIRECTION_RTL);
    pango_context_set_language(context_, pango_language_from_string("fa"));
  }
  ~Pages() {
    g_object_unref(context_);
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
  }
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  void title(const std::string& text) {
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, text.c_str());
  }

  // Moves to a new page unless so much is left on this one.
  void need(double height) {
    if (top_ + height > kBottom) turn();
  }

  // `with`: the height of what may not stand on another page.
  void paragraph(const std::string& text, const Style& style, double gap, double with = 0) {
    // Long paragraphs are cut before they come here: each fits a page.
    const double height = measure(text, style, kInner);
    need(height + with);
    draw(text, style, {kMargin, top_, kInner});
    top_ += height + gap;
  }

  void table(const ReportBlock& block) {
    const Columns columns = columns_of(block);
    // The header does not stand alone at the end of a page.
    const double first = block.rows.empty() ? 0 : height_of(block.rows.front(), columns, RowKind::plain);
    const double head = height_of(block.columns, columns, RowKind::header);
    need(head + first);
    row(block.columns, columns, {RowKind::header, head});
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      const bool total = std::find(block.totals.begin(), block.totals.end(), i) != block.totals.end();
      const RowKind kind = total ? RowKind::total : RowKind::plain;
      const double height = height_of(block.rows[i], columns, kind);
      if (top_ + height > kBottom) {
        turn();
        row(block.columns, columns, {RowKind::header, head});
      }
      row(block.rows[i], columns, {kind, height});
    }
    top_ += 10;
  }

  void gap(double height) { top_ += height; }

  // The number of pages.
  int finish() {
    foot();
    cairo_show_page(cairo_);
    cairo_surface_finish(surface_);
    return page_;
  }
  cairo_status_t status() const { return cairo_surface_status(surface_); }

 private:
  enum class RowKind { header, plain, total };
  struct Columns {
    std::vector<double> widths;
    std::vector<bool> text;
    bool small = false;
  };

  static Columns columns_of(const ReportBlock& block) {
    const std::size_t count = block.columns.size();
    if (block.shares.size() == count && count > 0) {
      Columns columns;
      double all = 0;
      for (const ReportBlock::Column& column : block.shares) all += column.share;
      for (const ReportBlock::Column& column : block.shares) {
        columns.widths.push_back(kInner * column.share / all);
        columns.text.push_back(column.text);
      }
      columns.small = count >= kMany;
      return columns;
    }
    Columns columns{widths_of(count), std::vector<bool>(count, false), false};
    if (count > 0) columns.text[0] = true;
    return columns;
  }

  static std::vector<double> widths_of(std::size_t columns) {
    std::vector<double> widths(columns, kNumberColumn);
    if (columns == 0) return widths;
    const auto others = static_cast<double>(columns - 1);
    const double each = others == 0 ? 0 : std::min(kNumberColumn, (kInner - kFirstLeast) / others);
    std::fill(widths.begin(), widths.end(), each);
    widths[0] = kInner - each * others;
    return widths;
  }

  static const Style& style_of(const Columns& columns, RowKind row, std::size_t column) {
    const bool text = columns.text[column];
    if (row == RowKind::header) {
      if (columns.small) return text ? kSmallHeader : kSmallNumberHeader;
      return text ? kHeaderCell : kNumberHeader;
    }
    if (row == RowKind::total) return text ? kTotal : kNumberTotal;
    if (columns.small) return text ? kSmallCell : kSmallNumber;
    return text ? kCell : kNumberCell;
  }

  PangoLayout* layout_of(const std::string& text, const Style& style, double width) {
    PangoLayout* layout = pango_layout_new(context_);
    PangoFontDescription* description = pango_font_description_from_string(style.font);
    pango_layout_set_font_description(layout, description);
    pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout, FALSE);  // the page is right to left even where a line is all digits
    pango_layout_set_alignment(layout, style.alignment);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    // A word that is longer than its column is broken without a hyphen: Persian has none.
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_font_description_free(description);
    return layout;
  }

  double measure(const std::string& text, const Style& style, double width) {
    PangoLayout* layout = layout_of(text, style, width);
    int height = 0;
    pango_layout_get_size(layout, nullptr, &height);
    g_object_unref(layout);
    return static_cast<double>(height) / PANGO_SCALE;
  }

  void draw(const std::string& text, const Style& style, const Box& box) {
    if (pages_ == 0) return;  // only the pages are counted
    PangoLayout* layout = layout_of(text, style, box.width);
    cairo_set_source_rgb(cairo_, style.grey, style.grey, style.grey);
    cairo_move_to(cairo_, box.x, box.y);
    pango_cairo_show_layout(cairo_, layout);
    g_object_unref(layout);
  }

  static double beside(const Columns& columns) { return columns.small ? kSmallPadding : kCellPadding; }

  double height_of(const std::vector<std::string>& cells, const Columns& columns, RowKind kind) {
    double height = 0;
    for (std::size_t i = 0; i < cells.size() && i < columns.widths.size(); ++i) {
      height = std::max(height, measure(cells[i], style_of(columns, kind, i), columns.widths[i] - 2 * beside(columns)));
    }
    return height + 2 * kCellPadding;
  }

  struct RowPlace {
    RowKind kind;
    double height;
  };

  void row(const std::vector<std::string>& cells, const Columns& columns, const RowPlace& place) {
    const auto [kind, height] = place;
    need(height);
    if (kind == RowKind::header) {
      cairo_set_source_rgb(cairo_, 0.93, 0.94, 0.95);
      cairo_rectangle(cairo_, kMargin, top_, kInner, height);
      cairo_fill(cairo_);
    }
    double end = kMargin + kInner;  // the first column starts at the right
    for (std::size_t i = 0; i < cells.size() && i < columns.widths.size(); ++i) {
      const double width = columns.widths[i];
      end -= width;
      const double side = beside(columns);
      draw(cells[i], style_of(columns, kind, i), {end + side, top_ + kCellPadding, width - 2 * side});
    }
    top_ += height;
    line(top_);
  }

  void line(double y) {
    cairo_set_source_rgb(cairo_, 0.78, 0.8, 0.82);
    cairo_set_line_width(cairo_, 0.6);
    cairo_move_to(cairo_, kMargin, y);
    cairo_line_to(cairo_, kMargin + kInner, y);
    cairo_stroke(cairo_);
  }

  void foot() {
    const double y = kHeight - kFoot;
    line(y - 6);
    draw(foot_, kNote, {kMargin, y, kInner});
    Style number = kNote;
    number.alignment = kEnd;
    draw(say("digest.page", {{"page", std::to_string(page_)}, {"pages", std::to_string(pages_)}}), number,
         {kMargin, y, kInner});
  }

  void turn() {
    foot();
    cairo_show_page(cairo_);
    ++page_;
    top_ = kMargin;
  }

  cairo_surface_t* surface_;
  cairo_t* cairo_;
  PangoContext* context_;
  std::string foot_;
  int pages_;
  int page_ = 1;
  double top_ = kMargin;
};

void add_block(Pages& pages, const ReportBlock& block) {
  constexpr double kWithNote = 40;    // words stand with the note that says whose they are
  constexpr double kWithNext = 60;    // a heading does not stand alone at the end of a page
  constexpr double kWithTable = 120;  // nor with its note above a table that begins on the next
  switch (block.kind) {
    case ReportBlock::Kind::heading:
      pages.gap(8);
      pages.need(kWithTable);
      return pages.paragraph(block.text, kHeading, 6);
    case ReportBlock::Kind::small_heading:
      pages.need(kWithNext);
      return pages.paragraph(block.text, kSmallHeading, 4);
    case ReportBlock::Kind::paragraph:
      return pages.paragraph(block.text, kBody, 3, kWithNote);
    case ReportBlock::Kind::note:
      return pages.paragraph(block.text, kNote, 8);
    case ReportBlock::Kind::table:
      return pages.table(block);
  }
}

int fill(Pages& pages, const Report& report) {
  pages.title(report.title);
  pages.paragraph(report.organisation, {"Vazirmatn Bold 11", PANGO_ALIGN_CENTER}, 2);
  pages.paragraph(report.title, {"Vazirmatn Bold 17", PANGO_ALIGN_CENTER}, 4);
  pages.paragraph(report.lead, {"Vazirmatn 10", PANGO_ALIGN_CENTER, 0.3}, 10);
  for (const ReportBlock& block : report.blocks) add_block(pages, block);
  return pages.finish();
}

}  // namespace

Result<std::string> write_report_pdf(PdfFonts& fonts, const Report& report) {
  const std::lock_guard lock(fonts.mutex);
  std::string trial;
  Pages first(fonts.map, trial, report.foot, 0);
  const int count = fill(first, report);  // to know how many there are
  std::string out;
  Pages pages(fonts.map, out, report.foot, count);
  fill(pages, report);
  if (pages.status() != CAIRO_STATUS_SUCCESS) {
    return make_error(Code::internal, "error.internal", cairo_status_to_string(pages.status()));
  }
  return out;
}

}  // namespace hamandish::server
