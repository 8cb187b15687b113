// Who may do what. One table of pure functions that server and client share: the server enforces it, the client uses it
// to show only what will work.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace hamandish {

// The roles of the contract's demo accounts.
enum class Role {
  officer,             // کارشناس: cases of the own unit
  unit_manager,        // مدیر واحد: cases of the own unit
  head_office,         // حوزه ریاست: sees and acts on all
  public_relations,    // روابط عمومی
  it,                  // فناوری اطلاعات: reports, no case content
  regulations,         // حقوقی و مقررات
  telephone_operator,  // registers on behalf; own unit, but does not decide: no replies
  admin,               // settings and accounts; no case content
};
inline constexpr std::array kRoles = {
    Role::officer, Role::unit_manager, Role::head_office,        Role::public_relations,
    Role::it,      Role::regulations,  Role::telephone_operator, Role::admin};

std::string_view wire_name(Role role);
std::optional<Role> role_from(std::string_view wire_name);

// Who acts: a signed-in member of staff.
struct Actor {
  std::string user_id;
  std::string name;  // shown to colleagues
  Role role = Role::officer;
  std::string unit_id;  // id in the profile
};

// What a permission is asked for. unit_id is the unit that holds the case now.
struct CaseScope {
  std::string unit_id;
};

bool may_see_all_units(Role role);
bool may_see_any_case(Role role);  // false: the inbox is Forbidden, not empty
bool may_read(const Actor& actor, const CaseScope& scope);
bool may_note(const Actor& actor, const CaseScope& scope);
bool may_refer(const Actor& actor, const CaseScope& scope);
bool may_reply(const Actor& actor, const CaseScope& scope);

}  // namespace hamandish
