#include "shared/text/compose.h"

#include <algorithm>
#include <utility>

#include "shared/text/unicode_tables.h"

namespace hamandish::text {
namespace {

// The letters of Persian and of ASCII, at which no table need be asked: neither a mark nor made of two.
constexpr bool is_plain_letter(char32_t scalar) {
  return scalar < 0xC0 || (scalar >= 0x0627 && scalar <= 0x064A) || (scalar >= 0x0671 && scalar <= 0x06BF) ||
         (scalar >= 0x06C3 && scalar <= 0x06D2) || scalar >= 0x0700;
}

const Composition* decomposition_of(char32_t scalar) {
  if (is_plain_letter(scalar)) return nullptr;
  const auto table = compositions();
  const auto at = std::lower_bound(table.begin(), table.end(), scalar,
                                   [](const Composition& entry, char32_t wanted) { return entry.composed < wanted; });
  return at != table.end() && at->composed == scalar ? &*at : nullptr;
}

std::u32string taken_apart(std::u32string_view scalars) {
  std::u32string out;
  out.reserve(scalars.size() + 8);
  for (const char32_t scalar : scalars) {
    const Composition* entry = decomposition_of(scalar);
    if (entry == nullptr) {
      out.push_back(scalar);
    } else {
      out.push_back(entry->base);
      out.push_back(entry->mark);
    }
  }
  return out;
}

// UAX #15, canonical ordering: marks that follow each other are sorted by class, those of one class keep their order.
void order_marks(std::u32string& scalars) {
  auto begin = scalars.begin();
  while (begin != scalars.end()) {
    if (combining_class(*begin) == 0) {
      ++begin;
      continue;
    }
    const auto end = std::find_if(begin, scalars.end(), [](char32_t scalar) { return combining_class(scalar) == 0; });
    std::stable_sort(begin, end, [](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); });
    begin = end;
  }
}

// UAX #15, canonical composition: a mark joins the last starter unless a mark of the same or a higher class stands
// between.
std::u32string recomposed(std::u32string_view scalars) {
  std::u32string out;
  out.reserve(scalars.size());
  std::size_t starter = std::u32string::npos;
  int last_class = 0;  // of what stands after the starter in `out`
  for (const char32_t scalar : scalars) {
    const int its_class = combining_class(scalar);
    if (its_class != 0 && starter != std::u32string::npos && last_class < its_class) {
      if (const char32_t joined = composed(out[starter], scalar); joined != 0) {
        out[starter] = joined;
        continue;
      }
    }
    if (its_class == 0) starter = out.size();
    last_class = its_class;
    out.push_back(scalar);
  }
  return out;
}

// A letter and the marks after it, made one where they can be. Marks join only the starter before them, so that each such
// group stands for itself.
void append_composed(std::u32string& out, std::u32string_view group) {
  std::u32string apart = taken_apart(group);
  order_marks(apart);
  out += recomposed(apart);
}

}  // namespace

Decomposed decomposed(char32_t scalar) {
  const Composition* entry = decomposition_of(scalar);
  return entry == nullptr ? Decomposed{scalar, 0} : Decomposed{entry->base, entry->mark};
}

char32_t composed(char32_t base, char32_t mark) {
  for (const Composition& entry : compositions()) {
    if (entry.base == base && entry.mark == mark) return entry.composed;
  }
  return 0;
}

void to_nfc(std::u32string& scalars) {
  const auto is_mark = [](char32_t scalar) { return combining_class(scalar) != 0; };
  auto mark = std::find_if(scalars.begin(), scalars.end(), is_mark);
  // Without a mark there is nothing to do: a letter that is composed already would come apart and together again.
  if (mark == scalars.end()) return;
  std::u32string out;
  out.reserve(scalars.size());
  auto done = scalars.begin();
  while (mark != scalars.end()) {
    const auto group = mark == scalars.begin() ? mark : mark - 1;
    const auto end = std::find_if_not(mark, scalars.end(), is_mark);
    out.append(done, group);
    append_composed(out, {&*group, static_cast<std::size_t>(end - group)});
    done = end;
    mark = std::find_if(end, scalars.end(), is_mark);
  }
  out.append(done, scalars.end());
  scalars = std::move(out);
}

std::u16string_view presentation_form(char32_t scalar) {
  constexpr char32_t first_a = 0xFB50, last_a = 0xFDFF, first_b = 0xFE70, last_b = 0xFEFF;
  std::size_t place = 0;
  if (scalar >= first_a && scalar <= last_a) {
    place = scalar - first_a;
  } else if (scalar >= first_b && scalar <= last_b) {
    place = scalar - first_b + (last_a - first_a + 1);
  } else {
    return {};
  }
  const std::uint16_t packed = form_index()[place];
  return form_letters().substr(packed >> 5, packed & 31u);
}

char32_t base_letter(char32_t scalar) {
  return decomposed(scalar).base;
}

int combining_class(char32_t scalar) {
  if (is_plain_letter(scalar)) return 0;
  const auto table = class_runs();
  const auto at = std::lower_bound(table.begin(), table.end(), scalar,
                                   [](const ClassRun& run, char32_t wanted) { return run.last < wanted; });
  return at != table.end() && at->first <= scalar ? at->combining_class : 0;
}

}  // namespace hamandish::text
