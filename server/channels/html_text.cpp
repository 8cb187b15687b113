// HTML of e-mails as plain text, and the history that mailers hang on a reply. No parser of the Web is needed: nothing
// is ever shown as HTML, so whatever this misreads is at worst ugly.
#include <algorithm>
#include <array>
#include <charconv>

#include "server/channels/mime.h"
#include "shared/messages/messages.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

struct Entity {
  std::string_view name;
  char32_t scalar;
};
constexpr std::array<Entity, 16> kEntities = {{{"amp", U'&'},
                                               {"lt", U'<'},
                                               {"gt", U'>'},
                                               {"quot", U'"'},
                                               {"apos", U'\''},
                                               {"nbsp", U' '},
                                               {"zwnj", 0x200C},
                                               {"zwj", 0x200D},
                                               {"rlm", 0x200F},
                                               {"lrm", 0x200E},
                                               {"laquo", 0xAB},
                                               {"raquo", 0xBB},
                                               {"hellip", 0x2026},
                                               {"ndash", 0x2013},
                                               {"mdash", 0x2014},
                                               {"copy", 0xA9}}};

// The entity that begins at the ampersand; 0 bytes if it is none.
struct Read {
  char32_t scalar = 0;
  std::size_t bytes = 0;
};
Read read_entity(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  const std::size_t end = text.substr(0, kLongest).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  std::string_view name = text.substr(1, end - 1);
  if (name.front() == '#') {
    name.remove_prefix(1);
    const bool hex = !name.empty() && lower(name.front()) == 'x';
    if (hex) name.remove_prefix(1);
    std::uint32_t value = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    if (read.ec != std::errc() || read.ptr != name.data() + name.size() || value == 0) return {};
    return {static_cast<char32_t>(value), end + 1};
  }
  for (const Entity& entity : kEntities) {
    if (entity.name == name) return {entity.scalar, end + 1};
  }
  return {};
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class HtmlText {
 public:
  explicit HtmlText(std::string_view html) : html_(html) {}

  PlainText read() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<' && take_markup()) continue;
      take_character();
    }
    return std::move(out_);
  }

 private:
  std::string& target() { return quote_depth_ > 0 || history_ ? out_.quoted : out_.text; }

  void line_end() {
    std::string& text = target();
    while (!text.empty() && text.back() == ' ') text.pop_back();
    const bool enough = text.empty() || (text.size() > 1 && text.back() == '\n' && text[text.size() - 2] == '\n');
    if (!enough) text += '\n';
  }

  void take_character() {
    const char letter = html_[at_];
    if (letter == '&') {
      const Read entity = read_entity(html_.substr(at_));
      if (entity.bytes > 0) {
        if (skip_.empty()) text::append(target(), entity.scalar);
        at_ += entity.bytes;
        return;
      }
    }
    ++at_;
    if (!skip_.empty()) return;
    std::string& text = target();
    if (letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t') {
      if (!text.empty() && text.back() != ' ' && text.back() != '\n') text += ' ';
    } else {
      text += letter;
    }
  }

  // False: the «<» is a character of the text.
  bool take_markup() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) {
      const std::size_t end = rest.find("-->");
      at_ += end == std::string_view::npos ? rest.size() : end + 3;
      return true;
    }
    const bool begins = rest.size() > 1 && (rest[1] == '/' || rest[1] == '!' || rest[1] == '?' ||
                                            (lower(rest[1]) >= 'a' && lower(rest[1]) <= 'z'));
    if (!begins) return false;
    const std::size_t end = tag_end(rest);
    const std::string tag = lowered(rest.substr(1, end - 1));
    at_ += std::min(end + 1, rest.size());
    take_tag(tag);
    return true;
  }

  // The «>» that ends the tag, not one within quotes.
  static std::size_t tag_end(std::string_view rest) {
    char quote = 0;
    for (std::size_t i = 1; i < rest.size(); ++i) {
      if (quote != 0) {
        if (rest[i] == quote) quote = 0;
      } else if (rest[i] == '"' || rest[i] == '\'') {
        quote = rest[i];
      } else if (rest[i] == '>') {
        return i;
      }
    }
    // A quote that is never closed: the tag ends where the next «>» stands.
    return std::min(rest.find('>'), rest.size());
  }

  void take_tag(std::string_view tag) {
    const bool closes = tag.starts_with('/');
    if (closes) tag.remove_prefix(1);
    const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
    if (!skip_.empty()) {
      if (closes && name == skip_) skip_.clear();
      return;
    }
    if (!closes && is_one_of(name, {"script", "style", "head", "title", "object", "template"})) {
      if (!tag.ends_with('/')) skip_ = name;
      return;
    }
    if (name == "body") skip_.clear();
    take_quote(name, tag, closes);
    if (is_one_of(name,
                  {"p", "div", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "br", "hr", "li"})) {
      line_end();
    }
    if (!closes && name == "p") line_end();
    if (!closes && name == "li") target() += "- ";
    if (closes && is_one_of(name, {"td", "th"})) target() += ' ';
  }

  void take_quote(std::string_view name, std::string_view tag, bool closes) {
    if (name == "blockquote") {
      quote_depth_ = std::max(0, quote_depth_ + (closes ? -1 : 1));
      return;
    }
    const auto says = [&](std::string_view words) { return tag.find(words) != std::string_view::npos; };
    // All that follows is history: Gmail, Outlook on the Web, Outlook, Yahoo.
    if (!closes && name == "div" &&
        (says("gmail_quote") || says("divrplyfwdmsg") || says("yahoo_quoted") || says("appendonsend") ||
         says("border-top:solid #e1e1e1") || says("border-top:solid #b5c4df"))) {
      history_ = true;
    }
  }

  std::string_view html_;
  std::size_t at_ = 0;
  PlainText out_;
  std::string skip_;
  int quote_depth_ = 0;
  bool history_ = false;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool has_word(std::string_view line, std::string_view key) {
  const std::string words = say(key);
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find('|', at), words.size());
    if (line.find(words.substr(at, end - at)) != std::string_view::npos) return true;
    at = end + 1;
  }
  return false;
}

bool is_quoted_line(std::string_view line) {
  return line.starts_with(">") || line.starts_with("|>");
}

// «On Sat, ... Maryam wrote:», «در تاریخ ... نوشت:»
bool is_attribution(std::string_view line) {
  if (!line.ends_with(":") || line.size() > 400) return false;
  const bool english =
      (line.starts_with("On ") || line.starts_with("Le ")) && (line.ends_with("wrote:") || line.ends_with("écrit :"));
  return english || has_word(line, "inbound.wrote_marks");
}

// Behind such a line nothing new stands.
bool is_history_mark(std::string_view line) {
  const std::string low = lowered(line);
  if (low.find("original message") != std::string::npos && low.starts_with("--")) return true;
  if (low.find("forwarded message") != std::string::npos && low.starts_with("--")) return false;
  if (low.size() > 10 && line.find_first_not_of('_') == std::string_view::npos) return true;
  return line.starts_with("--") && has_word(line, "inbound.history_marks");
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string_view>& lines, std::size_t from, std::size_t to) {
  std::string all;
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) all += '\n';
    all += lines[i];
  }
  return all;
}

// Where the history at the end begins: the number of lines if there is none.
std::size_t history_start(const std::vector<std::string_view>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_history_mark(trimmed(lines[i]))) return i;
  }
  std::size_t start = lines.size();
  for (std::size_t i = lines.size(); i > 0; --i) {
    const std::string_view line = trimmed(lines[i - 1]);
    if (!is_quoted_line(line) && !line.empty()) break;
    if (is_quoted_line(line)) start = i - 1;
  }
  if (start == lines.size()) {
    // Without marks on its lines the history begins with who wrote it.
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (is_attribution(trimmed(lines[i]))) return i;
    }
    return start;
  }
  // The attribution, perhaps broken into two lines, belongs to it.
  std::size_t above = start;
  while (above > 0 && trimmed(lines[above - 1]).empty()) --above;
  if (above > 0 && is_attribution(trimmed(lines[above - 1]))) return above - 1;
  if (above > 1 &&
      is_attribution(std::string(trimmed(lines[above - 2])) + " " + std::string(trimmed(lines[above - 1])))) {
    return above - 2;
  }
  return start;
}

}  // namespace

PlainText html_to_text(std::string_view html) {
  return HtmlText(html).read();
}

PlainText without_history(std::string_view text) {
  const std::vector<std::string_view> lines = lines_of(text);
  const std::size_t start = history_start(lines);
  PlainText split{joined(lines, 0, start), joined(lines, start, lines.size())};
  // Who only sends something on has said it all with it.
  if (trimmed(split.text).find_first_not_of("\n \t\r") == std::string_view::npos) return {std::string(text), {}};
  return split;
}

}  // namespace hamandish::server
