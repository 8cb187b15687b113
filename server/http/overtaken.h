// Forms that edit what somebody else may edit at the same time. Such a form brings the version that it edits, in a hidden field (pages::version_field): with
// it an edit that a device has kept (web/shell/drafts.js) is still an edit of that version, and is never taken for one of
// what others have stored since.
#pragma once

#include <cstdint>

#include "server/http/routes.h"
#include "shared/view/node.h"

namespace hamandish::server {

// The version that is edited: the form's field, or «v12» at the end of the address for forms of a single button. 0 if neither is one.
std::int64_t edited_version(const Call& call);

// The answer to a form that somebody else was quicker with (409). `typed` is the page of the form as it was sent, but with
// the version that is stored now: whoever sends it again has seen what it replaces. `stored` is the same page with what is stored.
// Beneath each field that differs stands what is stored, and above them how to go on.
Reply overtaken_reply(const Call& call, view::Node typed, const view::Node& stored);

}  // namespace hamandish::server
