#include "tests/web/text/shaped_lines.h"

#include <cstdint>
#include <map>
#include <set>
#include <string_view>

namespace hamandish::text {
namespace {

constexpr std::size_t lines_each = 180;

using Parts = std::vector<std::string_view>;

// What a letter in braces may become. Parts may hold further ones.
const std::map<char, Parts>& parts() {
  static const std::map<char, Parts> all = {
      // plain words
      {'w', {"شکایت", "درخواست", "پیشنهاد", "گزارش", "کشاورزی", "خراسان", "جنوبی", "بیرجند", "قاین",   "چاه",
             "آب",    "برق",     "زعفران",  "دام",   "زمین",    "سند",    "مدارک", "پاسخ",   "پرونده", "کارشناس",
             "مدیر",  "رئیس",    "اداره",   "استان", "ژاله",    "ظرف",    "ذرت",   "ثبت",    "ضمیمه",  "طبق",
             "غلات",  "قرارداد", "گندم",    "پسته",  "عسل",     "فصل",    "صبح",   "هفته",   "یخچال",  "خوشه"}},
      {'h', {"کَتَبَ",  "مُحَمَّد", "اِنَّ", "مُهِمّ", "حتماً", "اصلاً", "فوراً", "مؤثّر", "کُتُب", "عِلْم",   "قُرآن", "شُکر",
             "مُتَّحِد", "تَشَکُّر", "حقِّ", "خطِّ",  "اوّل",  "سِنّ",   "بَچّه",  "رَبِّ",   "هُدًى", "مَدْرَسَةٌ", "رحمٰن", "هٰذا"}},
      {'z', {"می‌خواهم",       "می‌شود",     "نمی‌دانم",     "کتاب‌ها",
             "خانه‌ای",         "هم‌اندیش", "نامه‌ها",       "آن‌ها",
             "به‌روزرسانی", "پی‌گیری",   "بهره‌بردار", "دام‌پزشک",
             "نهاده‌های",     "شده‌است",   "رفته‌ام",       "بین‌المللی",
             "بی‌پاسخ",         "هیچ‌کس",     "سی‌وسه",         "ان‌شاءالله",
             "می‌آید",           "پیش‌نویس", "نظرسنجی‌ها", "بهتر‌ین",
             "شش‌ماهه"}},
      {'l', {"لا",   "بلا",  "کالا",  "سلام",  "اسلام", "الان",  "لأن", "لإن",  "لآ",  "بلآ", "طلا",  "والا", "اعلام",
             "کلاس", "لاله", "املاک", "اصلاح", "سؤال",  "مسئله", "ملأ", "فعلاً", "کلّاً", "لَا",  "الآن", "لِأَنَّ"}},
      {'a',
       {"الله", "لله", "بالله", "والله", "عبدالله", "الله‌اکبر", "بسم الله", "إن شاء الله", "اللّه", "فالله",
        "رحمه‌الله", "آیت‌الله", "سیف‌الله", "الحمدلله", "الله،", "«الله»", "(الله)", "لِلّه",
        "اللَّهِ"}},
      {'e', {"Windows",      "GPS",        "PDF",   "Excel",      "SMS",
             "VPN",          "Android 14", "USB-C", "Wi-Fi",      "A4",
             "NPK 20-20-20", "C++",        "kg",    "pH",         "e-mail",
             "OK",           "v2.1",       "IP",    "John Deere", "Massey Ferguson 285"}},
      {'n', {"۱٬۲۳۴", "۱۲٬۳۴۵٬۶۷۸", "٪۱۲", "۱۲٪",   "۳٫۱۴", "۰٫۵", "۱۴۰۵", "-۵",    "+۷",  "۱۰۰٬۰۰۰٫۲۵", "1,234",
             "12.5%", "١٢٣",        "٤٫٥", "۲۰-۳۰", "۳×۴",  "۱/۲", "#۱۲",  "No. 7", "۶۷°", "۹۹٪",        "٪۹۹٫۹"}},
      {'d',
       {"۱۴۰۵/۰۸/۳۰", "۱۴۰۴/۱۲/۲۹", "30/8/1405", "2026-11-21", "۳۰ آبان ۱۴۰۵", "۱۴:۳۰", "08:05", "۱۴۰۵-۰۶-۳۱",
        "۵/۱/۱۳۹۹", "آذر ۱۴۰۵", "۱۴۰۵/۰۹/۰۱ ۱۲:۰۰", "شنبه ۱ آذر"}},
      {'p',
       {"۰۵۶-۳۲۲۳۴۴۵۵", "056-32234455", "+98 56 3223 4455", "۰۹۱۵۱۲۳۴۵۶۷", "0915 123 4567", "(۰۵۶) ۳۲۲۳", "۱۴۸۰",
        "\u2066056-32234455\u2069", "\u2066+98-915-123-45-67\u2069", "۰۲۱-۸۸۹۹ داخلی ۱۲"}},
      {'m',
       {"info@example.ir", "maryam.v@mail.example", "\u2066a_b-c@x.example\u2069", "<paasokh@khorasan.example>",
        "\u2066dabir+2@sazman.example\u2069", "TEST@EXAMPLE.IR", "m.r.k@agri.example."}},
      {'u',
       {"https://example.ir", "\u2066https://example.ir/track?code=12&x=1\u2069", "www.example.ir/fa/news/12",
        "http://example.ir:8080/a/b_c.html#top", "\u2066example.ir/سلام/a%20b\u2069", "ftp://x.example/~u/;v=1",
        "https://example.ir/track/1234-5678"}},
      {'b',
       {"({w})", "«{z}»", "[{e}]", "{{w}}", "<{w}>", "({w} («{w}»))", "«{w} ({e})»", "[{n}]", "({d})", "“{w}”", "‹{z}›",
        "({e}: {w})", "«{h}»", "(الف)", "۱)", "ب)", "(1)", "\u2066(a)\u2069"}},
      {'.', {".", "؟", "!", "؛", "،", ":", "…", " –", "?!", ""}},
  };
  return all;
}

struct Pattern {
  const char* name;
  Parts patterns;
};

const std::vector<Pattern>& topics() {
  static const std::vector<Pattern> all = {
      {"harakat", {"{h} {w} {h}{.}", "{w} {h}{.} {h}", "{h}، {h} و {h}{.}"}},
      {"half_spaces", {"{z} {w} {z}{.}", "{w} را {z}{.}", "{z}، {z}، {z}{.}", "{z} {z} {w}"}},
      {"lam_alef", {"{l} {w} {l}{.}", "{l}{.} {l}، {l}", "{w} {l} {z}{.}", "«{l}» {l}"}},
      {"allah", {"{a} {w} {a}{.}", "{a}{.} {z}", "{w} {h} {a}", "{a} {a} {l}{.}"}},
      {"latin", {"{w} {e} {z}{.}", "{e} {w}{.}", "{e} {e} {w} {e}{.}", "{w} {e}/{e} {w}", "{w}{e}{w}{.}"}},
      {"brackets", {"{b} {w} {b}{.}", "{w} {b}{.}", "{b}{b} {z}", "{w} {b} {e} {b}{.}"}},
      {"numbers", {"{w} {n} ریال{.}", "{n} {w} {n}{.}", "{w} ({n}) {e} {n}", "{n}، {n}؛ {n}{.}", "{e} {n} {w}{.}"}},
      {"dates", {"{w} {d}{.}", "از {d} تا {d}{.}", "{d} {w} ({d})", "{e} {d} {w}{.}", "{w} {d}، {n} {w}"}},
      {"phones", {"تلفن: {p}{.}", "{p} {w} {p}{.}", "{w} {p}، {n} {w}", "{e}: {p} ({w}){.}", "{w} {z}: {p}{.}"}},
      {"emails", {"رایانامه: {m} {w}{.}", "{m}، {m} {w}", "{w} ({m}) {z}{.}", "{w} {m}{.} {d}", "{m} یا {p} {w}"}},
      {"urls", {"نشانی {u} {w}{.}", "{u} {z}{.}", "{w} ({u}) {w}", "«{u}» و {m}{.}", "{w} {u}؛ {n} {w}"}},
      {"prose",
       {"{z} {w} {b} را {d} به {p} {z}{.}", "«{w}» {h} {l}؛ {n} {e} {w}{.}", "{w} {a} {b}: {u} {z}{.}",
        "{l} {w} {n} {z} {e} ({m}){.}", "{h} {z} {w}، {w} و {l} {d}{.}"}},
  };
  return all;
}

// The "minimal standard" generator: the same numbers everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 48271 % 2147483647;
    return static_cast<std::size_t>(state_ >> 4U) % limit;
  }

 private:
  std::uint64_t state_;
};

std::string filled(std::string_view pattern, Dice& dice) {
  std::string line;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    if (!slot) {
      line += pattern[i];
      continue;
    }
    const Parts& choice = parts().at(pattern[i + 1]);
    line += filled(choice[dice.below(choice.size())], dice);
    i += 2;
  }
  return line;
}

}  // namespace

std::vector<Topic> shaped_lines() {
  std::vector<Topic> all;
  std::set<std::string> seen;
  for (const Pattern& topic : topics()) {
    Dice dice(1405 + all.size());
    Topic made{topic.name, {}};
    while (made.lines.size() < lines_each) {
      std::string line = filled(topic.patterns[made.lines.size() % topic.patterns.size()], dice);
      if (seen.insert(line).second) made.lines.push_back(std::move(line));
    }
    all.push_back(std::move(made));
  }
  return all;
}

}  // namespace hamandish::text
