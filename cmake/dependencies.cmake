# Where each dependency comes from; the only such file beside scripts/deps, which brings them. A directory can be given by
# hand on systems without Debian's sources: -DIMGUI_DIR=... and so on.
set(HAMANDISH_DEPS ${CMAKE_SOURCE_DIR}/build/deps CACHE PATH "what scripts/deps fetched")
set(IMGUI_DIR ${HAMANDISH_DEPS}/imgui CACHE PATH "Dear ImGui 1.90.1")
set(HARFBUZZ_DIR ${HAMANDISH_DEPS}/harfbuzz CACHE PATH "HarfBuzz 10.2")
set(FRIBIDI_DIR ${HAMANDISH_DEPS}/fribidi CACHE PATH "FriBidi 1.0.16")
set(LIBUNIBREAK_DIR ${HAMANDISH_DEPS}/libunibreak CACHE PATH "libunibreak 6.1")
set(HTTPLIB_DIR ${HAMANDISH_DEPS}/cpp-httplib CACHE PATH "cpp-httplib 0.41.0")
set(VAZIRMATN_DIR ${CMAKE_SOURCE_DIR}/node_modules/vazirmatn CACHE PATH "Vazirmatn 33.0.3, npm")
# Header-only packages that the WASM build shares with the native one: emcc does not look into /usr/include by itself, and
# the whole of it would bring the host's C library, so build/deps/include holds links to these alone.
set(HAMANDISH_HEADERS ${HAMANDISH_DEPS}/include CACHE PATH "nlohmann and doctest headers")
