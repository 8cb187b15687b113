// Complaints and channels of a few messages, against tables made by hand; and every figure against the messages that its link
// chooses.
#include "shared/reports/message_reports.h"

#include <doctest/doctest.h>

#include <array>
#include <random>

#include "shared/calendar/jalali.h"
#include "shared/calendar/tehran_time.h"

namespace hamandish {
namespace {

constexpr JalaliMonth kAban{1405, 8};

Profile small_profile() {
  Profile profile;
  profile.name = "سازمان";
  Unit land;
  land.id = "land";
  land.name = "اراضی";
  Unit water;
  water.id = "water";
  water.name = "آب";
  profile.units = {land, water};
  Category road;
  road.id = "road";
  road.name = "راه";
  Category well;
  well.id = "well";
  well.name = "چاه";
  profile.categories = {road, well};
  return profile;
}

Instant at(JalaliDate date, std::int64_t hour) {
  return start_of_day_in_tehran(to_day(date)) + hour * kHour;
}

ReceivedMessage message(Instant when, const char* unit, const char* category, Intake channel, const char* sender = "",
                        const char* place = "") {
  ReceivedMessage made;
  made.at = when;
  made.unit_id = unit;
  made.category_id = category;
  made.channel = channel;
  made.sender = sender;
  made.place = place;
  return made;
}

// Seven of Aban (two of them at its very edges), two of Mehr, one of Aban last year, one outside of all.
std::vector<ReceivedMessage> eleven() {
  using enum Intake;
  return {message(at({1405, 8, 1}, 0), "land", "road", web, "a", "بیرجند"),
          message(at({1405, 8, 30}, 23), "land", "road", web, "a", "بیرجند"),
          message(at({1405, 8, 10}, 9), "land", "well", phone, "b", "قاین"),
          message(at({1405, 8, 10}, 10), "water", "well", sms, "", ""),
          message(at({1405, 8, 11}, 14), "water", "gone", email, "a", "بیرجند"),
          message(at({1405, 8, 12}, 2), "water", "road", visit, "c", ""),
          message(at({1405, 8, 13}, 20), "water", "road", web, "a", ""),
          message(at({1405, 7, 30}, 23), "land", "road", letter, "b", ""),
          message(at({1405, 7, 2}, 8), "land", "well", web, "d", ""),
          message(at({1404, 8, 15}, 8), "water", "well", web, "e", ""),
          message(at({1404, 7, 15}, 8), "water", "well", web, "e", "")};
}

const ReportTable& table(const ReportDocument& document, std::string_view id) {
  for (const ReportTable& one : document.tables) {
    if (one.id == id) return one;
  }
  REQUIRE(false);
  return document.tables.front();
}

// «راه|۴|۱|3|۰»
std::string line(const ReportRow& row) {
  std::string text;
  for (const ReportCell& cell : row.cells) text += (text.empty() ? "" : "|") + plain(cell);
  return text;
}

std::vector<std::string> lines(const ReportTable& table) {
  std::vector<std::string> all;
  for (const ReportRow& row : table.rows) all.push_back(line(row));
  return all;
}

std::optional<MessageFigure> figure_of(const ReportDocument& document, ReportName name, std::string_view link) {
  constexpr std::string_view kCases = "cases/";
  if (!link.starts_with(kCases)) return std::nullopt;
  link.remove_prefix(kCases.size());
  const std::size_t first = link.find('/');
  const std::size_t last = link.rfind('/');
  return MessageFigure{name, parse_month(document.month).value_or(JalaliMonth{}), std::string(link.substr(0, first)),
                       std::string(link.substr(first + 1, last - first - 1)), std::string(link.substr(last + 1))};
}

// Each figure that leads somewhere is the number of messages which its link chooses.
int check_links(const Profile& profile, const ReportDocument& document, ReportName name,
                const std::vector<ReceivedMessage>& messages) {
  int links = 0;
  for (const ReportTable& one : document.tables) {
    for (const ReportRow& row : one.rows) {
      for (const ReportCell& cell : row.cells) {
        const std::optional<MessageFigure> figure = figure_of(document, name, cell.link);
        if (!figure || figure->table == "tags") continue;
        CHECK(figure_name(profile, *figure).has_value());
        std::int64_t count = 0;
        for (const ReceivedMessage& message : messages) count += counts(profile, *figure, message) ? 1 : 0;
        CHECK_MESSAGE(count == cell.number, cell.link);
        ++links;
      }
    }
  }
  return links;
}

// The last row is the sum of the others, column by column.
void check_sums(const ReportTable& table) {
  REQUIRE(table.rows.back().total);
  for (std::size_t column = 1; column < table.columns.size(); ++column) {
    std::int64_t sum = 0;
    for (const ReportRow& row : table.rows) sum += row.total ? 0 : row.cells[column].number;
    CHECK_MESSAGE(sum == table.rows.back().cells[column].number, table.id);
  }
}

}  // namespace

TEST_CASE("complaints by theme, unit, place and tag, and complainers by how often, as counted by hand") {
  const Profile profile = small_profile();
  const ReportDocument document = complaints_document(profile, kAban, {eleven(), {{"زمین", 2}, {"آب", 3}}});
  using Lines = std::vector<std::string>;
  // Aban, Mehr, the change, Aban of last year.
  CHECK(lines(table(document, "themes")) == Lines{"راه|4|1|3|0", "چاه|2|1|1|1", "بی موضوع|1|0|1|0", "همه|7|2|5|1"});
  CHECK(lines(table(document, "units")) == Lines{"آب|4|0|4|1", "اراضی|3|2|1|0", "همه|7|2|5|1"});
  CHECK(lines(table(document, "places")) == Lines{"بیرجند|3", "نوشته نشده|3", "قاین|1"});
  CHECK(lines(table(document, "tags")) == Lines{"آب|3", "زمین|2"});
  // a has sent four in twelve months, b two, c and d one; e before them, the nameless one is nobody.
  CHECK(lines(table(document, "repeated")) == Lines{"یک بار|2", "دو بار|1", "سه بار|0", "چهار بار یا بیشتر|1"});
  for (const ReportRow& row : table(document, "repeated").rows) CHECK(row.cells[1].link.empty());
  CHECK(check_links(profile, document, ReportName::complaints, eleven()) > 12);
}

TEST_CASE("channels by month, weekday and hour, as counted by hand") {
  const Profile profile = small_profile();
  const ReportDocument document = channels_document(profile, kAban, eleven());
  // web, phone, visit, letter, sms, email, all
  const std::vector<std::string> months = lines(table(document, "months"));
  REQUIRE(months.size() == 7);
  CHECK(months[4] == "مهر ۱۴۰۵|1|0|0|1|0|0|2");
  CHECK(months[5] == "آبان ۱۴۰۵|3|1|1|0|1|1|7");
  CHECK(months[6] == "همه|4|1|1|1|1|1|9");
  const std::vector<std::string> hours = lines(table(document, "hours"));
  REQUIRE(hours.size() == 9);
  CHECK(hours[0] == "۰ تا ۳|1|0|1|0|0|0|2");
  CHECK(hours[3] == "۹ تا ۱۲|0|1|0|0|1|0|2");
  CHECK(hours[7] == "۲۱ تا ۲۴|1|0|0|0|0|0|1");
  CHECK(hours[8] == "همه|3|1|1|0|1|1|7");
  // Aban 1405 begins on a Friday, so the tenth is a Sunday.
  CHECK(lines(table(document, "weekdays"))[1] == "یکشنبه|0|1|0|0|1|0|2");
  CHECK(check_links(profile, document, ReportName::channels, eleven()) > 20);
}

TEST_CASE("messages by chance: the parts of every table add up, and each figure is what its link chooses") {
  const Profile profile = small_profile();
  std::mt19937 random(1405);
  const auto pick = [&random](int count) { return static_cast<std::size_t>(random() % static_cast<unsigned>(count)); };
  constexpr std::array kUnits = {"land", "water", "elsewhere"};
  constexpr std::array kThemes = {"road", "well", ""};
  constexpr std::array kPlaces = {"", "بیرجند", "قاین", "طبس"};
  std::vector<ReceivedMessage> messages;
  for (int i = 0; i < 600; ++i) {
    const Instant when = start_of_day_in_tehran(Day{to_day({1404, 7, 1}).number + static_cast<int>(pick(420))}) +
                         static_cast<std::int64_t>(pick(24)) * kHour;
    messages.push_back(message(when, kUnits.at(pick(3)), kThemes.at(pick(3)), kIntakes.at(pick(6)),
                               std::to_string(pick(300)).c_str(), kPlaces.at(pick(4))));
  }
  const ReportDocument complaints = complaints_document(profile, kAban, {messages, {}});
  const ReportDocument channels = channels_document(profile, kAban, messages);
  check_sums(table(complaints, "themes"));
  check_sums(table(complaints, "units"));
  CHECK(table(complaints, "themes").rows.back().cells[1].number ==
        table(complaints, "units").rows.back().cells[1].number);
  for (const ReportTable& one : channels.tables) {
    check_sums(one);
    for (const ReportRow& row : one.rows) {
      std::int64_t sum = 0;
      for (std::size_t i = 1; i + 1 < row.cells.size(); ++i) sum += row.cells[i].number;
      CHECK(sum == row.cells.back().number);
    }
  }
  CHECK(check_links(profile, complaints, ReportName::complaints, messages) > 20);
  CHECK(check_links(profile, channels, ReportName::channels, messages) > 50);
}

TEST_CASE("text as hexadecimal digits comes back; what is none is refused") {
  CHECK(from_hex(to_hex("راه روستا/۲")) == "راه روستا/۲");
  for (const char* bad : {"d", "zz", "ff", "d8", "D8B1"}) CHECK(from_hex(bad).empty());
}

}  // namespace hamandish
