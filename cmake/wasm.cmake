# How the browser's program is linked, with the reason for each option (emcc 3.1.6).
#   hamandish_wasm_app(target library.js...)
# gives ${CMAKE_BINARY_DIR}/web/<target>.js, an ES module whose default export makes the module, and the .wasm beside it.
function(hamandish_wasm_app target)
  set(libraries "")
  foreach(library ${ARGN})
    list(APPEND libraries "SHELL:--js-library ${CMAKE_CURRENT_SOURCE_DIR}/${library}")  # SHELL: or CMake drops the repeated option
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${library})
  endforeach()
  target_link_options(${target} PRIVATE
    ${libraries}
    --no-entry                        # no main: JavaScript calls the exported app_... functions
    -fno-exceptions
    -sMODULARIZE=1 -sEXPORT_ES6=1     # esbuild bundles the glue with our own JavaScript
    -sENVIRONMENT=web                 # drops the code for node and workers
    -sFILESYSTEM=0                    # no files: 20 kB of JavaScript less
    -Wl,--wrap=malloc                 # counted (web/main_web.cpp): a scrolled frame allocates nothing
    -Wl,--wrap=strtod -Wl,--wrap=snprintf  # the browser's own numbers (web/platform/numbers_web.cpp): 10 kB of brotli less
    -sMALLOC=emmalloc                 # a third of dlmalloc's size
    -sALLOW_MEMORY_GROWTH=1           # long tables need more than what a phone should give at the start
    -sINITIAL_MEMORY=8MB
    -sTOTAL_STACK=256KB
    -sDYNAMIC_EXECUTION=0             # the CSP allows no eval
    -sTEXTDECODER=2                   # every browser with WebGL 2 has it
    -sINCOMING_MODULE_JS_API=[instantiateWasm,onAbort,canvas]  # the rest of Module's hooks is dead weight
    -Wl,--fatal-warnings              # a function of JavaScript called with another signature is a trap at run time
    -sSUPPORT_ERRNO=0 -sSUPPORT_LONGJMP=0 -sDISABLE_EXCEPTION_CATCHING=1)
  if(CMAKE_BUILD_TYPE STREQUAL Debug)
    target_link_options(${target} PRIVATE -sASSERTIONS=1 -g)
  else()
    # -Oz here would be 9 kB smaller and shape at 0.67 of the native speed instead of 0.70.
    target_link_options(${target} PRIVATE -O3 -sASSERTIONS=0)
  endif()
endfunction()
