// What HarfBuzz asks about characters, answered for those that our font has (fonts/subset) and the invisible ones; all others
// are drawn by the browser (web/text/itemize.h) and never reach it. Its own tables cover all of Unicode and would be a
// thirtieth of what the first visit loads.
#pragma once

#include <hb.h>

namespace hamandish::text {

// Latin, Arabic, Common or Inherited; Unknown for every script that our font does not have.
hb_script_t script_of(char32_t character);

// For hb_buffer_set_unicode_funcs; the caller destroys them.
hb_unicode_funcs_t* make_unicode_functions();

}  // namespace hamandish::text
