# The third-party sources that are compiled with web/, for WASM and natively for its tests. Versions and origin:
# scripts/deps. Sizes and speeds measured for docs/decisions: HarfBuzz -O3 and the rest -Oz (0010).
set(small $<$<BOOL:${EMSCRIPTEN}>:-Oz>)
set(fast $<$<BOOL:${EMSCRIPTEN}>:-O3>)

# HarfBuzz: only shaping of OpenType; the defines take out what a subset TrueType font never needs, and threads. Not HB_TINY:
# that also takes out the caches that make shaping fast.
add_library(harfbuzz STATIC ${CMAKE_SOURCE_DIR}/web/text/harfbuzz_build.cc)
target_include_directories(harfbuzz SYSTEM PUBLIC ${HARFBUZZ_DIR}/src)
target_compile_definitions(harfbuzz PRIVATE HB_LEAN HB_MINI HB_NO_MT HB_NO_UCD_UNASSIGNED
  HB_NO_LANGUAGE_LONG HB_NO_EMOJI_SEQUENCES HB_NO_UNICODE_FUNCS HB_NO_UCD NDEBUG)
target_compile_options(harfbuzz PRIVATE ${fast} -fno-exceptions -fno-rtti)
if(NOT EMSCRIPTEN)
  # 10.2 calls a function that HB_LEAN leaves out, from one that nobody calls: let the linker drop that one, as wasm-ld does.
  target_compile_options(harfbuzz PRIVATE -ffunction-sections)
  target_link_options(harfbuzz INTERFACE -Wl,--gc-sections)
endif()
hamandish_foreign_target(harfbuzz)

# FriBidi: its configure step writes one header of version numbers.
set(PACKAGE fribidi)
set(PACKAGE_NAME "GNU FriBidi")
set(FRIBIDI_MAJOR_VERSION 1)
set(FRIBIDI_MINOR_VERSION 0)
set(FRIBIDI_MICRO_VERSION 16)
set(FRIBIDI_VERSION 1.0.16)
set(FRIBIDI_INTERFACE_VERSION 4)
set(SIZEOF_INT 4)
configure_file(${FRIBIDI_DIR}/lib/fribidi-config.h.in ${CMAKE_BINARY_DIR}/fribidi/fribidi-config.h @ONLY)
add_library(fribidi STATIC
  ${FRIBIDI_DIR}/lib/fribidi-bidi.c
  ${FRIBIDI_DIR}/lib/fribidi-bidi-types.c
  ${FRIBIDI_DIR}/lib/fribidi-brackets.c
  ${FRIBIDI_DIR}/lib/fribidi-mirroring.c
  ${FRIBIDI_DIR}/lib/fribidi-run.c
  ${FRIBIDI_DIR}/lib/fribidi.c)
target_include_directories(fribidi SYSTEM PUBLIC ${FRIBIDI_DIR}/lib ${CMAKE_BINARY_DIR}/fribidi)
target_compile_definitions(fribidi PUBLIC FRIBIDI_LIB_STATIC PRIVATE HAVE_STRINGIZE=1 HAVE_STRING_H=1 HAVE_STDLIB_H=1)
target_compile_options(fribidi PRIVATE ${small})
hamandish_foreign_target(fribidi)

add_library(unibreak STATIC
  ${LIBUNIBREAK_DIR}/src/linebreak.c
  ${LIBUNIBREAK_DIR}/src/linebreakdata.c
  ${LIBUNIBREAK_DIR}/src/linebreakdef.c
  ${LIBUNIBREAK_DIR}/src/eastasianwidthdata.c
  ${LIBUNIBREAK_DIR}/src/eastasianwidthdef.c
  ${LIBUNIBREAK_DIR}/src/emojidata.c
  ${LIBUNIBREAK_DIR}/src/emojidef.c
  ${LIBUNIBREAK_DIR}/src/graphemebreak.c
  ${LIBUNIBREAK_DIR}/src/graphemebreakdata.c
  ${LIBUNIBREAK_DIR}/src/indicconjunctbreakdata.c
  ${LIBUNIBREAK_DIR}/src/unibreakbase.c
  ${LIBUNIBREAK_DIR}/src/unibreakdef.c)
target_include_directories(unibreak SYSTEM PUBLIC ${LIBUNIBREAK_DIR}/src)
target_compile_options(unibreak PRIVATE ${small})
hamandish_foreign_target(unibreak)

# Dear ImGui, configured by web/ui/imconfig.h. No demo, no default font, no files, no clipboard.
add_library(imgui STATIC
  ${IMGUI_DIR}/imgui.cpp
  ${IMGUI_DIR}/imgui_draw.cpp
  ${IMGUI_DIR}/imgui_tables.cpp
  ${IMGUI_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${IMGUI_DIR})
target_include_directories(imgui PRIVATE ${CMAKE_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="web/ui/imconfig.h")
target_compile_options(imgui PRIVATE ${small} -fno-exceptions -fno-rtti)
hamandish_foreign_target(imgui)

# stb_truetype comes with Dear ImGui; web/text uses it without using ImGui.
add_library(stb INTERFACE)
target_include_directories(stb SYSTEM INTERFACE ${IMGUI_DIR})
