#include "server/reports/xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <string_view>

#include "server/base/temporary.h"
#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

// Days from Excel's day 0 (1899-12-30) to 1970-01-01.
constexpr double kExcelEpoch = 25569;
constexpr std::size_t kSheetNameLetters = 31;
constexpr std::size_t kCellLetters = 32'000;  // spreadsheets take 32,767 UTF-16 units
constexpr double kTextWidth = 24;
constexpr double kNumberWidth = 12;
constexpr double kDateWidth = 12;
constexpr double kHundred = 100;

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct Formats {
  explicit Formats(lxw_workbook* book) {
    for (int bold = 0; bold < 2; ++bold) {
      const bool is_bold = bold == 1;
      text.at(static_cast<std::size_t>(bold)) = make(book, is_bold, nullptr);
      integer.at(static_cast<std::size_t>(bold)) = make(book, is_bold, "#,##0");
      decimal.at(static_cast<std::size_t>(bold)) = make(book, is_bold, "#,##0.0");
      percent.at(static_cast<std::size_t>(bold)) = make(book, is_bold, "0%");
      date.at(static_cast<std::size_t>(bold)) = make(book, is_bold, "yyyy-mm-dd");
    }
    title = make(book, true, nullptr);
    format_set_text_wrap(text[0]);
    head = make(book, true, nullptr);
    format_set_text_wrap(head);
    format_set_bg_color(head, 0xE9ECEF);
    format_set_bottom(head, LXW_BORDER_THIN);
  }

  static lxw_format* make(lxw_workbook* book, bool bold, const char* numbers) {
    lxw_format* format = workbook_add_format(book);
    format_set_reading_order(format, 2);  // right to left
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (bold) format_set_bold(format);
    if (numbers != nullptr) format_set_num_format(format, numbers);
    return format;
  }

  std::array<lxw_format*, 2> text{};
  std::array<lxw_format*, 2> integer{};
  std::array<lxw_format*, 2> decimal{};
  std::array<lxw_format*, 2> percent{};
  std::array<lxw_format*, 2> date{};
  lxw_format* title = nullptr;
  lxw_format* head = nullptr;
};

std::string cut_letters(std::string_view text, std::size_t most) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins && letters++ == most) return std::string(text.substr(0, i));
  }
  return std::string(text);
}

// What the library refuses in a name becomes a space.
std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken) {
  std::string clean = wanted.empty() ? "1" : wanted;
  for (char& one : clean) {
    if (std::string_view("[]:*?/\\'").find(one) != std::string_view::npos) one = ' ';
  }
  std::string name = cut_letters(clean, kSheetNameLetters);
  for (int number = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++number) {
    const std::string suffix = " " + std::to_string(number);
    name = cut_letters(clean, kSheetNameLetters - suffix.size()) + suffix;
  }
  return name;
}

double width_of(const XlsxColumn& column) {
  if (column.width > 0) return column.width;
  if (column.kind == XlsxColumnKind::text) return kTextWidth;
  return column.kind == XlsxColumnKind::date ? kDateWidth : kNumberWidth;
}

// One sheet being written, from the first row to the last: the library keeps only the current one.
class Writer {
 public:
  Writer(lxw_worksheet* sheet, const Formats& formats, const XlsxSheet& from)
      : sheet_(sheet), formats_(formats), from_(from) {}

  void write() {
    worksheet_right_to_left(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    widths();
    for (const std::string& line : from_.above) {
      worksheet_write_string(sheet_, row_, 0, cut_letters(line, kCellLetters).c_str(), formats_.title);
      ++row_;
    }
    if (!from_.above.empty()) ++row_;
    heads();
    for (const XlsxRow& row : from_.rows) write_row(row);
  }

 private:
  void widths() {
    lxw_col_t at = 0;
    for (const XlsxColumn& column : from_.columns) {
      const lxw_col_t last = column.kind == XlsxColumnKind::date ? static_cast<lxw_col_t>(at + 1) : at;
      worksheet_set_column(sheet_, at, last, width_of(column), nullptr);
      at = static_cast<lxw_col_t>(last + 1);
    }
  }

  void heads() {
    lxw_col_t at = 0;
    for (const XlsxColumn& column : from_.columns) {
      worksheet_write_string(sheet_, row_, at++, column.head.c_str(), formats_.head);
      if (column.kind == XlsxColumnKind::date) {
        worksheet_write_string(sheet_, row_, at++, say("xlsx.gregorian", {{"head", column.head}}).c_str(),
                               formats_.head);
      }
    }
    worksheet_repeat_rows(sheet_, row_, row_);
    worksheet_freeze_panes(sheet_, row_ + 1, 0);
    ++row_;
  }

  void write_row(const XlsxRow& row) {
    lxw_col_t at = 0;
    for (std::size_t i = 0; i < from_.columns.size() && i < row.cells.size(); ++i) {
      write_cell(at, row.cells[i], row.bold ? 1 : 0);
      at = static_cast<lxw_col_t>(at + (from_.columns[i].kind == XlsxColumnKind::date ? 2 : 1));
    }
    ++row_;
  }

  void write_cell(lxw_col_t at, const XlsxCell& cell, std::size_t bold) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      worksheet_write_string(sheet_, row_, at, cut_letters(*text, kCellLetters).c_str(), formats_.text.at(bold));
    } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
      worksheet_write_number(sheet_, row_, at, static_cast<double>(*whole), formats_.integer.at(bold));
    } else if (const auto* number = std::get_if<double>(&cell)) {
      worksheet_write_number(sheet_, row_, at, *number, formats_.decimal.at(bold));
    } else if (const auto* share = std::get_if<XlsxPercent>(&cell)) {
      worksheet_write_number(sheet_, row_, at, share->percent / kHundred, formats_.percent.at(bold));
    } else if (const auto* day = std::get_if<Day>(&cell)) {
      worksheet_write_string(sheet_, row_, at, short_date(*day).c_str(), formats_.text.at(bold));
      worksheet_write_number(sheet_, row_, static_cast<lxw_col_t>(at + 1), kExcelEpoch + day->number,
                             formats_.date.at(bold));
    }
  }

  lxw_worksheet* sheet_;
  const Formats& formats_;
  const XlsxSheet& from_;
  lxw_row_t row_ = 0;
};

Error failed(const std::string& why) {
  return make_error(Code::internal, "error.internal", "xlsx: " + why);
}

}  // namespace

Result<std::string> write_xlsx(const std::vector<XlsxSheet>& sheets) {
  for (const XlsxSheet& sheet : sheets) {
    if (sheet.rows.size() > kMostXlsxRows) return make_error(Code::too_large, "xlsx.too_many_rows");
  }
  const TemporaryDirectory place;  // the library writes to files only
  if (!place.made()) return failed("no temporary file");
  const std::string path = place.file("book.xlsx");
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (book == nullptr) return failed("no workbook");
  const Formats formats(book);
  std::vector<std::string> names;
  names.reserve(sheets.size());
  for (const XlsxSheet& from : sheets) {
    names.push_back(sheet_name(from.name, names));
    lxw_worksheet* sheet = workbook_add_worksheet(book, names.back().c_str());
    if (sheet == nullptr) {
      workbook_close(book);
      return failed("sheet " + names.back());
    }
    Writer(sheet, formats, from).write();
  }
  const lxw_error closed = workbook_close(book);
  if (closed != LXW_NO_ERROR) return failed(lxw_strerror(closed));
  return content_of(path);
}

}  // namespace hamandish::server
