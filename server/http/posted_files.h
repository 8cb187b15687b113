// Files of the forms of remote pages (shared/pages/kept_files.h): those that came with the form are stored, those that went
// ahead of it are named in its hidden field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/http/routes.h"
#include "server/store/attachments_store.h"
#include "shared/base/result.h"
#include "shared/pages/kept_files.h"

namespace hamandish::server {

// What is wrong with a file stands in `errors`, at `field`.
std::vector<pages::KeptFile> posted_files(const Call& call, std::string_view field, std::vector<FieldError>& errors);
std::vector<std::string> ids_of(const std::vector<pages::KeptFile>& files);

// The file to download, or the page of what is wrong.
Reply file_reply(const Call& call, const Result<AttachmentContent>& file, std::string_view cache);

}  // namespace hamandish::server
