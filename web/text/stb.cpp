// The one place where stb_truetype and stb_rect_pack (both come with Dear ImGui, which is told not to bring its own)
// are compiled. Their names stay global, for imgui_draw.cpp refers to them.
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wconversion"  // third-party code
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-function"
#endif
#define STB_RECT_PACK_IMPLEMENTATION
#include "imstb_rectpack.h"
#define STB_TRUETYPE_IMPLEMENTATION
#include "imstb_truetype.h"
