// The JavaScript functions that the app calls; their bodies are web/platform/js/library.js (emscripten's side) and
// web/platform/js/host.js. Only *_web.cpp files include this. Strings are UTF-8, not terminated; pointers are borrowed
// for the call.
#pragma once

#include <cstddef>

extern "C" {

// A page is shown: its title. What has changed of it follows, with host_patch for each change.
void host_show(const char* title, std::size_t size);
// Makes what the element of this id holds (empty: the page) equal to this HTML, keeping nodes by their ids. 0: something that
// should be there (web/mirror/html_changes.h) is not; the whole HTML is needed.
int host_patch(const char* within, std::size_t within_size, const char* html, std::size_t html_size);
// Moves the elements over the picture; see web/mirror/placements.h. `height`: of the document.
void host_place(const char* ids, std::size_t ids_size, const float* numbers, std::size_t count, float height);
// Rows of a long table go and come (web/mirror/row_changes.h); those that come are placed; nothing else changes. 0: a row that
// should be there is not, and nothing was done.
int host_change_rows(const char* gone, std::size_t gone_size, const char* edits, std::size_t edits_size,
                     const char* html, std::size_t html_size, const char* ids, std::size_t ids_size,
                     const float* numbers, std::size_t count);
// One call of app_frame with the next animation frame.
void host_request_frame();

// `headers`: lines «name: value». `file`: number of a chosen file sent instead of the body, or 0. Answered by
// app_answer(number, status) and app_progress(number, percent).
void host_fetch(int number, const char* method, std::size_t method_size, const char* path, std::size_t path_size,
                const char* headers, std::size_t headers_size, const char* body, std::size_t body_size, int file);
void host_abort(int number);

// One call of app_tick, soon.
void host_later();
void host_go(const char* path, std::size_t size, int replace);
void host_mark(const char* mark, std::size_t size, int new_entry);
void host_focus(const char* id, std::size_t size);
void host_keep(const char* path, std::size_t path_size, const char* name, std::size_t name_size, const char* value,
               std::size_t value_size);
// All drafts of the addresses that begin so.
void host_forget(const char* path, std::size_t size, int also_below);
void host_guard(const char* question, std::size_t size);
float host_scroll();  // top of the window in the page, CSS pixels
double host_now();    // milliseconds since 1970
// A decimal number in ASCII; NaN if it is none.
double host_number(const char* text, std::size_t size);
// Its shortest decimal form with a terminating 0, of which `size` bytes are written (32 are enough); its length.
int host_number_text(double value, char* to, std::size_t size);
void host_random(unsigned char* to, std::size_t size);  // cryptographic
}
