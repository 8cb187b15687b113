// Our configuration of Dear ImGui (IMGUI_USER_CONFIG): a layouter and painter in a browser, without files, clipboard,
// default font or demo. Text never goes through ImGui's own fonts.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_KEYIO
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_STB_TRUETYPE_IMPLEMENTATION
#define IMGUI_DISABLE_STB_RECT_PACK_IMPLEMENTATION
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS

#ifdef NDEBUG
#define IM_ASSERT(expression) ((void)(expression))
#endif

// ImGui would read its settings with it; ours are never saved, and it costs 12 kB.
#include <stdio.h>
#define sscanf(...) (0)

// One page can have more than 65535 vertices (a long table); WebGL 2 has 32-bit indices everywhere.
#define ImDrawIdx unsigned int
