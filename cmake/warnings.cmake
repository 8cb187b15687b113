if(EMSCRIPTEN)
  # Each target says its own -O: emcc 3.1.6 turns inlining off as soon as one -Oz stands among its options, even before an
  # -O2 that should win, and HarfBuzz then shapes four times slower.
  set(CMAKE_C_FLAGS_RELEASE -DNDEBUG)
  set(CMAKE_CXX_FLAGS_RELEASE -DNDEBUG)
  # Optimised once more when all is known: the citizens' program is 6 kB of brotli smaller and shapes faster (decision 27).
  if(NOT CMAKE_BUILD_TYPE STREQUAL Debug)
    add_compile_options(-flto)
    add_link_options(-flto)
  endif()
endif()

# hamandish_target(name [FAST]): our own code is compiled with every useful warning, and each is an error. FAST: what runs
# for every word, in WASM too.
function(hamandish_target target)
  cmake_parse_arguments(wanted FAST "" "" ${ARGN})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 sees uninitialised members in moved-from std::variant where there are none (GCC bug 105562 and its kin);
    # clang (emcc, clang-tidy) and the sanitizers look for the real ones.
    target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
  endif()
  if(EMSCRIPTEN)
    # shared and web use no exceptions and no RTTI: half the code size, and a throw could not be caught anyway.
    target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
    # What travels over a slow line counts more than what our own code costs, shaping excepted (docs/decisions/0010).
    if(NOT CMAKE_BUILD_TYPE STREQUAL Debug)
      target_compile_options(${target} PRIVATE $<IF:$<BOOL:${wanted_FAST}>,-O2,-Oz>)
    endif()
  endif()
endfunction()

# hamandish_test_target(name): code that only tests. Compiled plainly: optimising doctest's macros takes as long as all the rest.
function(hamandish_test_target target)
  hamandish_target(${target})
  if(NOT EMSCRIPTEN)
    target_compile_options(${target} PRIVATE -O0)
  endif()
endfunction()

# Third-party code that we compile: its warnings are its own.
function(hamandish_foreign_target target)
  target_compile_options(${target} PRIVATE -w)
endfunction()

set(HAMANDISH_SANITIZE "" CACHE STRING "address,undefined or thread")
if(HAMANDISH_SANITIZE)
  add_compile_options(-fsanitize=${HAMANDISH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${HAMANDISH_SANITIZE})
endif()
