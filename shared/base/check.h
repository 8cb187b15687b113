// HAMANDISH_CHECK(condition): a programming error stops the program at once, in every build. Never for bad input.
#pragma once

#include <cstdlib>

#define HAMANDISH_CHECK(condition)  \
  do {                              \
    if (!(condition)) std::abort(); \
  } while (false)
