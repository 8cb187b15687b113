// One field of a setting as a node.
#pragma once

#include "shared/pages/settings_page.h"

namespace hamandish::pages {

view::Node setting_node(const SettingField& field, const Json& item, const Profile& profile,
                        const std::vector<FieldError>& errors);

}  // namespace hamandish::pages
