#include "shared/users/client_name.h"

#include <array>

namespace hamandish {
namespace {

struct Sign {
  std::string_view part;  // of the text that the browser sends
  std::string_view name;
};

// The first that fits: browsers name those whom they resemble, and themselves last.
constexpr std::array kBrowsers = {
    Sign{"Edg", "edge"},
    Sign{"OPR/", "opera"},
    Sign{"SamsungBrowser/", "samsung"},
    Sign{"Firefox/", "firefox"},
    Sign{"FxiOS/", "firefox"},
    Sign{"CriOS/", "chrome"},
    Sign{"HeadlessChrome/", "chrome"},
    Sign{"Chrome/", "chrome"},
    Sign{"Safari/", "safari"},
};
constexpr std::array kSystems = {
    Sign{"Android", "android"}, Sign{"iPhone", "iphone"},       Sign{"iPad", "ipad"},
    Sign{"Windows", "windows"}, Sign{"Macintosh", "macintosh"}, Sign{"Linux", "linux"},
};

template <class List>
std::string_view first_of(const List& signs, std::string_view text) {
  for (const Sign& sign : signs) {
    if (text.find(sign.part) != std::string_view::npos) return sign.name;
  }
  return {};
}

}  // namespace

ClientName client_name(std::string_view user_agent) {
  return {first_of(kBrowsers, user_agent), first_of(kSystems, user_agent)};
}

}  // namespace hamandish
