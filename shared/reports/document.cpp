#include "shared/reports/document.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "shared/base/wire_names.h"
#include "shared/calendar/jalali_text.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

constexpr std::int64_t kTenths = 10;
constexpr std::string_view kDash = "–";
constexpr std::string_view kDecimalPoint = "\u066B";
constexpr std::string_view kPercentSign = "\u066A";

constexpr std::array<std::string_view, 6> kKinds = {"empty", "text", "number", "tenths", "percent", "date"};

Day day_of(const ReportCell& cell) {
  return Day{static_cast<std::int32_t>(cell.number)};
}

std::string text_in(const Json& json, std::string_view name) {
  const Json* member = json.find(name);
  const std::string* text = member != nullptr ? member->text() : nullptr;
  return text != nullptr ? *text : std::string();
}

const Json::Items& items_in(const Json& json, std::string_view name) {
  static const Json::Items kNone;
  const Json* member = json.find(name);
  return member != nullptr ? member->items() : kNone;
}

std::vector<std::string> texts_in(const Json& json, std::string_view name) {
  std::vector<std::string> texts;
  for (const Json& item : items_in(json, name)) {
    if (item.text() != nullptr) texts.push_back(*item.text());
  }
  return texts;
}

CellKind kind_in(const Json& json) {
  return value_in<CellKind>(kKinds, text_in(json, "kind")).value_or(CellKind::empty);
}

Json cell_json(const ReportCell& cell) {
  Json json = Json::object({{"kind", name_in(kKinds, cell.kind)}});
  if (cell.kind == CellKind::text) json.set("text", cell.text);
  if (cell.kind != CellKind::text && cell.kind != CellKind::empty) json.set("number", cell.number);
  if (!cell.link.empty()) json.set("link", cell.link);
  return json;
}

ReportCell read_cell(const Json& json) {
  const Json* number = json.find("number");
  return {kind_in(json), text_in(json, "text"), number != nullptr ? number->integer().value_or(0) : 0,
          text_in(json, "link")};
}

Json table_json(const ReportTable& table) {
  Json columns = Json::array();
  for (const ReportColumn& column : table.columns) {
    columns.push(Json::object({{"head", column.head}, {"kind", name_in(kKinds, column.kind)}}));
  }
  Json rows = Json::array();
  for (const ReportRow& row : table.rows) {
    Json cells = Json::array();
    for (const ReportCell& cell : row.cells) cells.push(cell_json(cell));
    rows.push(Json::object({{"cells", std::move(cells)}, {"total", row.total}}));
  }
  return Json::object({{"id", table.id},
                       {"title", table.title},
                       {"note", table.note},
                       {"columns", std::move(columns)},
                       {"rows", std::move(rows)}});
}

ReportTable read_table(const Json& json) {
  ReportTable table{text_in(json, "id"), text_in(json, "title"), text_in(json, "note"), {}, {}};
  for (const Json& column : items_in(json, "columns")) {
    table.columns.push_back({text_in(column, "head"), kind_in(column)});
  }
  for (const Json& row : items_in(json, "rows")) {
    ReportRow read;
    for (const Json& cell : items_in(row, "cells")) read.cells.push_back(read_cell(cell));
    const Json* total = row.find("total");
    read.total = total != nullptr && total->boolean().value_or(false);
    table.rows.push_back(std::move(read));
  }
  return table;
}

}  // namespace

ReportCell text_cell(std::string text) {
  return {CellKind::text, std::move(text)};
}

ReportCell number_cell(std::int64_t number, std::string link) {
  return {CellKind::number, {}, number, number != 0 ? std::move(link) : std::string()};
}

ReportCell percent_cell(std::optional<int> percent) {
  return percent ? ReportCell{CellKind::percent, {}, *percent} : ReportCell{};
}

ReportCell tenths_cell(std::optional<std::int64_t> tenths) {
  return tenths ? ReportCell{CellKind::tenths, {}, *tenths} : ReportCell{};
}

ReportCell days_cell(std::optional<int> days) {
  return days ? number_cell(*days) : ReportCell{};
}

ReportCell date_cell(std::optional<Day> day) {
  return day ? ReportCell{CellKind::date, {}, day->number} : ReportCell{};
}

std::string shown(const ReportCell& cell) {
  switch (cell.kind) {
    case CellKind::empty:
      return std::string(kDash);
    case CellKind::text:
      return cell.text;
    case CellKind::number:
      return text::persian_number(cell.number);
    case CellKind::tenths:
      return text::persian_number(cell.number / kTenths) + std::string(kDecimalPoint) +
             text::persian_number(cell.number % kTenths);
    case CellKind::percent:
      return text::persian_number(cell.number) + std::string(kPercentSign);
    case CellKind::date:
      return short_date(day_of(cell));
  }
  return {};
}

std::string plain(const ReportCell& cell) {
  switch (cell.kind) {
    case CellKind::empty:
      return {};
    case CellKind::text:
      return cell.text;
    case CellKind::number:
    case CellKind::percent:
      return std::to_string(cell.number);
    case CellKind::tenths:
      return std::to_string(cell.number / kTenths) + "." + std::to_string(cell.number % kTenths);
    case CellKind::date:
      return text::ascii_digits(short_date(day_of(cell)));
  }
  return {};
}

Json document_json(const ReportDocument& document) {
  Json tables = Json::array();
  for (const ReportTable& table : document.tables) tables.push(table_json(table));
  return Json::object({{"name", document.name},
                       {"month", document.month},
                       {"organisation", document.organisation},
                       {"title", document.title},
                       {"period", document.period},
                       {"lead", Json::array(document.lead)},
                       {"tables", std::move(tables)},
                       {"notes", Json::array(document.notes)}});
}

Result<ReportDocument> read_document(const Json& json) {
  ReportDocument document;
  document.name = text_in(json, "name");
  document.month = text_in(json, "month");
  document.organisation = text_in(json, "organisation");
  document.title = text_in(json, "title");
  document.period = text_in(json, "period");
  document.lead = texts_in(json, "lead");
  document.notes = texts_in(json, "notes");
  for (const Json& table : items_in(json, "tables")) document.tables.push_back(read_table(table));
  if (document.name.empty() || document.tables.empty()) {
    return make_error(Code::internal, "error.internal", "document of a report");
  }
  return document;
}

}  // namespace hamandish
