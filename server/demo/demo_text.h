// How demo letters come to read as if people had written them: templates filled in, and then the habits of one writer
// put over the text, as they are seen in real mail (domain.md section 0: «real government text is dirty»).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/demo/demo_corpus.h"
#include "server/demo/dice.h"
#include "shared/base/time.h"

namespace hamandish::server {

// Fills the templates of one case; a name that comes again gets the value it had.
class Filler {
 public:
  Filler(const DemoCorpus& corpus, const DemoPlace& place, Day registered_on, Dice& dice);

  std::string fill(std::string_view text);
  void set(std::string_view name, std::string value);  // replaces

 private:
  const std::string& value(const std::string& name);
  std::string make(const std::string& name);

  const DemoCorpus& corpus_;
  Day registered_on_;
  Dice& dice_;
  std::vector<std::pair<std::string, std::string>> values_;
};

enum class Digits { persian, ascii, arabic, mixed };
enum class HalfSpace { kept, space, dropped };

struct Habits {
  bool arabic_letters = false;  // ي and ك, from an Arabic keyboard
  HalfSpace half_space = HalfSpace::kept;
  Digits digits = Digits::persian;
  bool hasty = false;  // Latin commas, no space after a full stop, doubled marks
  std::string emoji;   // at the end; may be empty
};

Habits make_habits(const DemoCorpus& corpus, Dice& dice);
std::string with_digits(std::string_view text, Digits digits, Dice& dice);

// Everything but the emoji; for names and subjects.
std::string as_typed(std::string_view text, const Habits& habits, Dice& dice);

}  // namespace hamandish::server
